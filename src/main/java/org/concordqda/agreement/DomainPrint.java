package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.List;

/// The order in which [DomainSums] gives its statistics, each with its scope.
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record DomainPrint(Statistic[] statistics, String[] scopes) {

    static DomainPrint of(List<String> codes, boolean units, String suffix) {
        List<Statistic> statistics = new ArrayList<>();
        List<String> scopes = new ArrayList<>();
        if (units) {
            add(statistics, scopes, "all", Statistic.U_ALPHA, Statistic.U_ALPHA_BINARY);
            add(statistics, scopes, "all", Statistic.CU_ALPHA, Statistic.COVERAGE);
            for (String code : codes) {
                add(statistics, scopes, "code=" + code, Statistic.KU_ALPHA, Statistic.COVERAGE);
            }
        }
        Statistic[] placed = {Statistic.KRIPPENDORFF_ALPHA, Statistic.PERCENT_AGREEMENT};
        add(statistics, scopes, "all" + suffix, placed);
        add(statistics, scopes, "coded or not" + suffix, placed);
        for (String code : codes) {
            add(statistics, scopes, "code=" + code + suffix, placed);
        }
        for (String code : codes) {
            if (units) {
                add(statistics, scopes, "code=" + code, Statistic.U_ALPHA_BINARY);
            }
        }
        return new DomainPrint(statistics.toArray(new Statistic[0]), scopes.toArray(new String[0]));
    }

    private static void add(
            List<Statistic> statistics, List<String> scopes, String scope, Statistic... all) {
        for (Statistic each : all) {
            statistics.add(each);
            scopes.add(scope);
        }
    }
}
