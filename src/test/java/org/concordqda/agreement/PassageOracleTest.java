package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.job.Progress;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Random continua against other ways to compute the same: DKPro 2.2.1 for alpha_U of 1995, arrays with one
/// element per character for everything per character, trying all alignments for gamma.
class PassageOracleTest {
    private static final PassageOptions QUICK =
            PassageOptions.DEFAULT.withReplicates(0, 1).withGamma(GammaOptions.NONE);

    @Test
    void alpha1995AsDkpro() {
        SplittableRandom random = new SplittableRandom(1995);
        for (int i = 0; i < 1000; i++) {
            int length = 30 + random.nextInt(300);
            int coders = 2 + random.nextInt(4);
            int begin = random.nextInt(50);
            List<SpanCases.Row> rows =
                    SpanCases.random(random, length, coders, 1 + random.nextInt(4)).stream()
                            .map(r -> shifted(r, begin))
                            .toList();
            if (rows.stream().map(SpanCases.Row::coder).distinct().count() < 2) {
                continue;
            }
            Continua continua = SpanCases.rows(begin, length, rows, 1);
            UnitizingAnnotationStudy study =
                    new UnitizingAnnotationStudy(continua.coders().size(), begin, length);
            for (SpanCases.Row r : rows) {
                study.addUnit(
                        r.start(),
                        r.end() - r.start(),
                        continua.coders().indexOf(r.coder()),
                        r.code());
            }
            KrippendorffAlphaUnitizingAgreement peer =
                    new KrippendorffAlphaUnitizingAgreement(study);
            List<Estimate> all = PassageAgreement.of(continua, QUICK, Progress.NONE);
            for (int k = 0; k < continua.codes().size(); k++) {
                String code = continua.codes().get(k);
                Estimate ours = SpanCases.find(all, Statistic.UNITIZING_ALPHA_1995, "code=" + code);
                assertEquals(
                        peer.calculateCategoryAgreement(code), ours.value(), 1e-9, "case " + i);
            }
            assertEquals(
                    peer.calculateAgreement(),
                    SpanCases.find(all, Statistic.UNITIZING_ALPHA_1995, "all").value(),
                    1e-9,
                    "case " + i);
        }
    }

    private static SpanCases.Row shifted(SpanCases.Row r, int by) {
        return new SpanCases.Row(r.coder(), r.start() + by, r.end() + by, r.code());
    }

    @Test
    void placesAsTablesOfCharacters() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            int length = 20 + random.nextInt(100);
            int coders = 2 + random.nextInt(3);
            List<SpanCases.Row> rows = SpanCases.random(random, length, coders, 3);
            Continua continua = SpanCases.rows(0, length, rows, 1);
            int r = continua.coders().size();
            if (r < 2) {
                continue;
            }
            int[] cells = new int[length * r];
            List<String> categories = new ArrayList<>(List.of(""));
            categories.addAll(continua.codes());
            for (SpanCases.Row row : rows) {
                for (int at = row.start(); at < row.end(); at++) {
                    cells[at * r + continua.coders().indexOf(row.coder())] =
                            categories.indexOf(row.code());
                }
            }
            RatingTable table = RatingTable.of(continua.coders(), categories, cells);
            List<Estimate> peer =
                    Agreement.of(
                            table,
                            AgreementOptions.DEFAULT.withInterval(IntervalMethod.ANALYTIC),
                            Progress.NONE);
            List<Estimate> all = PassageAgreement.of(continua, QUICK, Progress.NONE);
            same(peer, all, Statistic.KRIPPENDORFF_ALPHA, "all");
            same(peer, all, Statistic.PERCENT_AGREEMENT, "all");
            for (String code : continua.codes()) {
                same(peer, all, Statistic.KRIPPENDORFF_ALPHA, "code=" + code);
                if (r == 2) {
                    same(peer, all, Statistic.COHEN_KAPPA, "code=" + code);
                }
            }
        }
    }

    private static void same(List<Estimate> peer, List<Estimate> ours, Statistic s, String scope) {
        double theirs = SpanCases.find(peer, s, scope).value();
        assertEquals(theirs, SpanCases.find(ours, s, scope).value(), 1e-9, s + " " + scope);
    }

    @Test
    void bestAlignmentAsTryingAll() {
        SplittableRandom random = new SplittableRandom(31);
        for (int i = 0; i < 400; i++) {
            int coders = 2 + i % 2;
            List<SpanCases.Row> rows = SpanCases.random(random, coders == 2 ? 40 : 22, coders, 2);
            Continua continua = SpanCases.rows(0, 60, rows, 1);
            if (continua.coders().size() < coders || rows.size() > 12) {
                continue;
            }
            GammaOptions options =
                    new GammaOptions(true, 1 + random.nextInt(3), random.nextInt(3), 1, 30);
            Continuum source = continua.sources().getFirst();
            GammaUnits units = GammaUnits.of(source, source.presentCoders());
            double cost = Alignment.best(units, options).orElseThrow().cost();
            assertEquals(tried(units, options, new boolean[units.size()]), cost, 1e-9, "case " + i);
        }
    }

    /// The first unit left with every tuple of the units left.
    private static double tried(GammaUnits units, GammaOptions options, boolean[] used) {
        int u = 0;
        while (u < used.length && used[u]) {
            u++;
        }
        return u == used.length
                ? 0
                : tried(units, options, used, new int[] {u}, coder(units, u) + 1);
    }

    private static double tried(
            GammaUnits units, GammaOptions options, boolean[] used, int[] tuple, int coder) {
        if (coder == units.coders()) {
            for (int u : tuple) {
                used[u] = true;
            }
            double cost = cost(units, options, tuple) + tried(units, options, used);
            for (int u : tuple) {
                used[u] = false;
            }
            return cost;
        }
        double best = tried(units, options, used, tuple, coder + 1);
        for (int v = units.first()[coder]; v < units.first()[coder + 1]; v++) {
            if (!used[v]) {
                int[] longer = java.util.Arrays.copyOf(tuple, tuple.length + 1);
                longer[tuple.length] = v;
                best = Math.min(best, tried(units, options, used, longer, coder + 1));
            }
        }
        return best;
    }

    private static double cost(GammaUnits units, GammaOptions options, int[] tuple) {
        int m = units.coders();
        double pairs = m * (m - 1) / 2.0;
        double sum = (pairs - tuple.length * (tuple.length - 1) / 2.0) * options.empty();
        for (int a = 0; a < tuple.length; a++) {
            for (int b = 0; b < a; b++) {
                sum += units.distance(tuple[a], tuple[b], options);
            }
        }
        return sum / pairs;
    }

    private static int coder(GammaUnits units, int unit) {
        int g = 0;
        while (units.first()[g + 1] <= unit) {
            g++;
        }
        return g;
    }
}
