package org.concordqda.bench;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Alpha;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Level;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.job.Progress;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// One value per unit and many: the speed agreed for the engine, at full size and a tenth, beside DKPro
/// 2.2.1 where it has the statistic. Its ordinal alpha takes minutes at full size, so that line has a
/// peer at a tenth only.
public final class AgreementBenchmark implements Benchmark {
    private static final AgreementOptions ONE = AgreementOptions.DEFAULT.withScopes(false, false);

    @Override
    public void run(Report out) throws Exception {
        for (int part : new int[] {10, 1}) {
            cohen(out, 1_000_000 / part, part);
            alpha(out, 100_000 / part, part);
            bootstrap(out, "1,000 replicates of ordinal α", 1000 / part, 5, 6.0, part);
            bootstrap(out, "1,000 replicates of ordinal α", 100_000 / part, 10, 200, part);
            sets(out, 5000 / part, part);
        }
        desk(out);
    }

    private static void cohen(Report out, int n, int part) throws Exception {
        RatingTable table = table(n, 2, 5, 0, 1);
        CodingAnnotationStudy study = study(table);
        double ours =
                1000
                        * Report.bestSeconds(
                                20,
                                () ->
                                        Agreement.single(
                                                table, Statistic.COHEN_KAPPA, ONE, Progress.NONE));
        double peer =
                1000
                        * Report.bestSeconds(
                                3, () -> new CohenKappaAgreement(study).calculateAgreement());
        limit(
                out.measure("A: Cohen's κ with interval, 5 codes", size(n, 2))
                        .ours(ours, "ms")
                        .peer("DKPro", peer),
                3,
                part);
    }

    private static void alpha(Report out, int n, int part) throws Exception {
        RatingTable table = table(n, 10, 50, 0.2, 2);
        CodingAnnotationStudy study = study(table);
        double nominal = 1000 * Report.bestSeconds(10, () -> Alpha.value(table, Level.NOMINAL));
        double peer =
                1000
                        * Report.bestSeconds(
                                2,
                                () ->
                                        new KrippendorffAlphaAgreement(
                                                        study, new NominalDistanceFunction())
                                                .calculateAgreement());
        limit(
                out.measure("B: nominal α, 50 codes, 20 % missing", size(n, 10))
                        .ours(nominal, "ms")
                        .peer("DKPro", peer),
                10,
                part);
        double ordinal = 1000 * Report.bestSeconds(10, () -> Alpha.value(table, Level.ORDINAL));
        Report.Line line =
                out.measure("B: ordinal α, 50 codes, 20 % missing", size(n, 10))
                        .ours(ordinal, "ms");
        if (part > 1) {
            double slow =
                    1000
                            * Report.seconds(
                                    () ->
                                            new KrippendorffAlphaAgreement(
                                                            study, new OrdinalDistanceFunction())
                                                    .calculateAgreement());
            line = line.peer("DKPro", slow);
        }
        limit(line, 10, part);
    }

    private static void bootstrap(
            Report out, String measure, int n, int coders, double limit, int part)
            throws Exception {
        RatingTable table = table(n, coders, 5, 0, 3);
        AgreementOptions options =
                ONE.withLevel(Level.ORDINAL)
                        .withInterval(IntervalMethod.PERCENTILE)
                        .withReplicates(1000, 1);
        double ours =
                1000
                        * Report.bestSeconds(
                                10,
                                () ->
                                        Agreement.single(
                                                table,
                                                Statistic.KRIPPENDORFF_ALPHA,
                                                options,
                                                Progress.NONE));
        limit(
                out.measure("C: " + measure, size(n, coders) + ", 5 codes").ours(ours, "ms"),
                limit,
                part);
    }

    private static void sets(Report out, int n, int part) throws Exception {
        Random random = new Random(4);
        List<List<Optional<BitSet>>> rows = new ArrayList<>();
        for (int u = 0; u < n; u++) {
            BitSet truth = set(random, 4);
            List<Optional<BitSet>> row = new ArrayList<>();
            for (int g = 0; g < 3; g++) {
                BitSet own = (BitSet) truth.clone();
                if (random.nextInt(3) == 0) {
                    own.flip(random.nextInt(12));
                }
                row.add(Optional.of(own));
            }
            rows.add(row);
        }
        SetTable table =
                SetTable.of(
                        List.of("A", "B", "C"),
                        IntStream.range(0, 12).mapToObj(k -> "c" + k).toList(),
                        rows);
        AgreementOptions options = ONE.withInterval(IntervalMethod.ANALYTIC);
        double ours =
                1000 * Report.bestSeconds(20, () -> Agreement.of(table, options, Progress.NONE));
        int distinct = table.exact().categories().size();
        limit(
                out.measure(
                                "G: MASI, Jaccard and exact α with intervals",
                                size(n, 3) + ", " + distinct + " sets")
                        .ours(ours, "ms"),
                10,
                part);
    }

    private static BitSet set(Random random, int most) {
        BitSet set = new BitSet();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            set.set(random.nextInt(12));
        }
        return set;
    }

    /// What the desk asks for: every coefficient, pair and code of ten dimensions, bootstrap included.
    private static void desk(Report out) throws Exception {
        List<RatingTable> tables =
                IntStream.range(0, 10).mapToObj(d -> table(5000, 3, 6, 0.1, d)).toList();
        AgreementOptions options = AgreementOptions.DEFAULT.withInterval(IntervalMethod.PERCENTILE);
        double ours =
                Report.bestSeconds(
                        3,
                        () -> {
                            for (RatingTable table : tables) {
                                Agreement.of(table, options, Progress.NONE);
                            }
                            return tables;
                        });
        out.measure("Every coefficient, 2,000 replicates each", "5,000 x 10 dimensions x 3")
                .ours(ours, "s")
                .atMost(1)
                .print();
    }

    private static void limit(Report.Line line, double limit, int part) {
        (part == 1 ? line.atMost(limit) : line).print();
    }

    private static String size(int n, int coders) {
        return String.format(java.util.Locale.ROOT, "%,d x %d", n, coders);
    }

    private static RatingTable table(int n, int coders, int codes, double missing, long seed) {
        Random random = new Random(seed);
        int[] cells = new int[n * coders];
        for (int u = 0; u < n; u++) {
            int truth = random.nextInt(codes);
            for (int g = 0; g < coders; g++) {
                cells[u * coders + g] =
                        random.nextDouble() < missing
                                ? RatingTable.MISSING
                                : random.nextDouble() < 0.7 ? truth : random.nextInt(codes);
            }
        }
        return RatingTable.of(
                IntStream.range(0, coders).mapToObj(g -> "R" + g).toList(),
                IntStream.range(1, codes + 1).mapToObj(Integer::toString).toList(),
                cells);
    }

    private static CodingAnnotationStudy study(RatingTable table) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(table.coders().size());
        Integer[] values = IntStream.range(1, 100).boxed().toArray(Integer[]::new);
        for (int u = 0; u < table.units(); u++) {
            Object[] row = new Object[table.coders().size()];
            for (int g = 0; g < row.length; g++) {
                int c = table.cell(u, g);
                row[g] = c < 0 ? null : values[c];
            }
            study.addItemAsArray(row);
        }
        return study;
    }
}
