package org.concordqda.bench.jmh;

import org.concordqda.agreement.Agreement;
import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Alpha;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Level;
import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.concordqda.agreement.Statistic;
import org.concordqda.bench.Benchmark;
import org.concordqda.bench.Report;
import org.concordqda.job.Progress;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.Map;

/// One value per unit and many: the speed agreed for the engine, at a tenth and at full size, beside DKPro
/// 2.2.1 in the same run where it has the statistic.
public class AgreementJmh implements Benchmark {
    private static final AgreementOptions ONE = AgreementOptions.DEFAULT.withScopes(false, false);
    private static final AgreementOptions ORDINAL =
            ONE.withLevel(Level.ORDINAL)
                    .withInterval(IntervalMethod.PERCENTILE)
                    .withReplicates(1000, 1);

    /// A tenth or the whole.
    @State(Scope.Benchmark)
    public static class Size {
        @Param({"10", "1"})
        public int part;
    }

    /// Row A: two coders, five codes.
    @State(Scope.Benchmark)
    public static class Pair {
        RatingTable table = Tables.empty();
        CodingAnnotationStudy study = new CodingAnnotationStudy(2);

        @Setup
        public void build(Size size) {
            table = Tables.random(1_000_000 / size.part, 2, 5, 0, 1);
            study = Tables.dkpro(table);
        }
    }

    /// Row B: ten coders, fifty codes, a fifth missing.
    @State(Scope.Benchmark)
    public static class Ten {
        RatingTable table = Tables.empty();
        CodingAnnotationStudy study = new CodingAnnotationStudy(2);

        @Setup
        public void build(Size size) {
            table = Tables.random(100_000 / size.part, 10, 50, 0.2, 2);
            study = Tables.dkpro(table);
        }
    }

    /// Row C.
    @State(Scope.Benchmark)
    public static class Five {
        RatingTable table = Tables.empty();

        @Setup
        public void build(Size size) {
            table = Tables.random(1000 / size.part, 5, 5, 0, 3);
        }
    }

    /// Row C'.
    @State(Scope.Benchmark)
    public static class Many {
        RatingTable table = Tables.empty();

        @Setup
        public void build(Size size) {
            table = Tables.random(100_000 / size.part, 10, 5, 0, 3);
        }
    }

    /// Row G.
    @State(Scope.Benchmark)
    public static class Sets {
        SetTable table = Tables.sets(2, 1);

        @Setup
        public void build(Size size) {
            table = Tables.sets(5000 / size.part, 12);
        }
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Estimate cohen(Pair pair) {
        return Agreement.single(pair.table, Statistic.COHEN_KAPPA, ONE, Progress.NONE);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double cohenDkpro(Pair pair) {
        return new CohenKappaAgreement(pair.study).calculateAgreement();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Estimate nominal(Ten ten) {
        return Agreement.single(ten.table, Statistic.KRIPPENDORFF_ALPHA, ONE, Progress.NONE);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double nominalDkpro(Ten ten) {
        return new KrippendorffAlphaAgreement(ten.study, new NominalDistanceFunction())
                .calculateAgreement();
    }

    @org.openjdk.jmh.annotations.Benchmark
    public double ordinal(Ten ten) {
        return Alpha.value(ten.table, Level.ORDINAL);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Estimate ordinalDrawn(Five five) {
        return Agreement.single(five.table, Statistic.KRIPPENDORFF_ALPHA, ORDINAL, Progress.NONE);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Estimate ordinalDrawnLarge(Many many) {
        return Agreement.single(many.table, Statistic.KRIPPENDORFF_ALPHA, ORDINAL, Progress.NONE);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Estimate masi(Sets sets) {
        return Agreement.single(sets.table, Statistic.ALPHA_MASI, ONE, Progress.NONE);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public List<Estimate> everySet(Sets sets) {
        return Agreement.of(sets.table, ONE, Progress.NONE);
    }

    @Override
    public List<String> options() {
        return List.of(Measured.QUIET);
    }

    @Override
    public void run(Report out) throws Exception {
        Map<String, Double> ms = Measured.all(AgreementJmh.class);
        Map<String, Double> slow = Measured.once(OrdinalDkpro.class);
        Map<String, Double> study = Measured.all(StudyJmh.class);
        for (int part : new int[] {10, 1}) {
            Lines lines = new Lines(out, part);
            lines.print(
                    "A: Cohen's κ with interval, 5 codes",
                    size(1_000_000 / part, 2),
                    ms.get("cohen " + part),
                    ms.get("cohenDkpro " + part),
                    3);
            lines.print(
                    "B: nominal α with interval, 50 codes",
                    size(100_000 / part, 10),
                    ms.get("nominal " + part),
                    ms.get("nominalDkpro " + part),
                    10);
            lines.print(
                    "B: ordinal α, 50 codes",
                    size(100_000 / part, 10),
                    ms.get("ordinal " + part),
                    slow.get("ordinal " + part),
                    10);
            lines.print(
                    "C: 1,000 replicates of ordinal α, 5 codes",
                    size(1000 / part, 5),
                    ms.get("ordinalDrawn " + part),
                    null,
                    6);
            lines.print(
                    "C': the same, large",
                    size(100_000 / part, 10),
                    ms.get("ordinalDrawnLarge " + part),
                    null,
                    200);
            String sets = size(5000 / part, 3) + ", " + Tables.distinct(5000 / part) + " sets";
            lines.print("G: α by MASI with interval", sets, ms.get("masi " + part), null, 10);
            lines.print(
                    "G: MASI, Jaccard, exact sets, all of them",
                    sets,
                    ms.get("everySet " + part),
                    null,
                    Double.NaN);
            lines.print(
                    "From a study: every coefficient, pair, code",
                    String.format("%,d x 10 x 3, 2,000 repl.", 5000 / part),
                    study.get("every " + part),
                    null,
                    1000);
        }
    }

    private static String size(int units, int coders) {
        return String.format(java.util.Locale.ROOT, "%,d x %d", units, coders);
    }
}
