package org.concordqda.study;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.job.Progress;
import org.concordqda.model.Choice;
import org.concordqda.study.AgreementSections.Row;
import org.concordqda.study.AgreementSections.Section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Agreement source by source. One source is little to judge from: what has no interval says so.
///
/// @param keys of the sources by row id
record SourceSection(AgreementOptions numbers, boolean asWritten, Map<Integer, String> keys) {
    private static final Set<Statistic> SHOWN =
            Set.of(
                    Statistic.PERCENT_AGREEMENT,
                    Statistic.KRIPPENDORFF_ALPHA,
                    Statistic.ALPHA_MASI,
                    Statistic.U_ALPHA);

    Section of(List<DimensionAgreement> all) {
        List<Row> rows = new ArrayList<>();
        for (DimensionAgreement d : all) {
            if (d.passages()) {
                passages(d, rows);
            } else {
                ratings(d, rows);
            }
        }
        return new Section("Each source", rows, List.of());
    }

    private void ratings(DimensionAgreement d, List<Row> rows) {
        Map<Integer, List<Integer>> bySource = new LinkedHashMap<>();
        for (int u = 0; u < d.matrix().rows().size(); u++) {
            bySource.computeIfAbsent(d.matrix().rows().get(u).source(), s -> new ArrayList<>())
                    .add(u);
        }
        boolean sets = d.matrix().dimension().choice() == Choice.MANY && !asWritten;
        bySource.forEach(
                (source, list) -> {
                    int[] units = list.stream().mapToInt(i -> i).toArray();
                    AgreementOptions one = numbers.withMissing(d.missing());
                    List<Estimate> found =
                            sets
                                    ? Agreement.of(
                                            d.matrix().setTable().onlyUnits(units),
                                            one,
                                            Progress.NONE)
                                    : Agreement.of(
                                            d.matrix().table().onlyUnits(units),
                                            one,
                                            Progress.NONE);
                    add(d, source, found, rows);
                });
    }

    private void passages(DimensionAgreement d, List<Row> rows) {
        if (d.compared().isEmpty()) {
            return;
        }
        Continua all = d.compared().get();
        PassageOptions options = ShownAlpha.passageOptions(numbers);
        for (int s = 0; s < all.sources().size(); s++) {
            Continua one = new Continua(all.coders(), all.codes(), List.of(all.sources().get(s)));
            int source = d.matrix().rows().get(s).source();
            add(d, source, PassageAgreement.of(one, options, Progress.NONE), rows);
        }
    }

    private void add(DimensionAgreement d, int source, List<Estimate> found, List<Row> rows) {
        String scope = "source=" + keys.getOrDefault(source, String.valueOf(source));
        for (Estimate e : found) {
            if (e.scope().equals("all") && SHOWN.contains(e.statistic())) {
                rows.add(new Row(d, e.in(scope), OptionalInt.empty()));
            }
        }
    }
}
