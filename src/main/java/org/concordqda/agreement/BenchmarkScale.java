package org.concordqda.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Named scales for a coefficient, used by Gwet's probabilistic rule (Handbook, 4th ed., ch. 6): the label
/// is the best level that the coefficient reaches with a probability of 95 %, given its standard error.
@SuppressWarnings("ImmutableEnumChecker") // neither array nor list is ever changed or handed out
public enum BenchmarkScale {
    LANDIS_KOCH(
            "Landis–Koch",
            new double[] {0, 0.2, 0.4, 0.6, 0.8},
            List.of("poor", "slight", "fair", "moderate", "substantial", "almost perfect")),
    MCHUGH(
            "McHugh 2012",
            new double[] {0.2, 0.4, 0.6, 0.8, 0.9},
            List.of("none", "minimal", "weak", "moderate", "strong", "almost perfect")),
    ALTMAN(
            "Altman",
            new double[] {0.2, 0.4, 0.6, 0.8},
            List.of("poor", "fair", "moderate", "good", "very good")),
    FLEISS(
            "Fleiss",
            new double[] {0.4, 0.75},
            List.of("poor", "intermediate to good", "excellent")),
    KRIPPENDORFF(
            "Krippendorff",
            new double[] {0.667, 0.8},
            List.of("not reliable", "tentative", "reliable"));

    private static final double WANTED = 0.95;

    private final String title;
    private final double[] cuts;
    private final List<String> labels;

    BenchmarkScale(String title, double[] cuts, List<String> labels) {
        this.title = title;
        this.cuts = cuts;
        this.labels = labels;
    }

    /// A level of a scale.
    ///
    /// @param label its name
    /// @param probability that the coefficient is at least this good; 1 when taken from the value alone
    /// @param valueAlone no standard error was there, so the value alone chose the level
    public record Label(String label, double probability, boolean valueAlone) {}

    /// The scale of that key, or nothing.
    public static Optional<BenchmarkScale> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }

    /// The scale a coefficient is judged by unless one was chosen: Krippendorff's own for alpha, Landis and
    /// Koch's for whatever else is corrected for chance. Plain shares have none.
    public static Optional<BenchmarkScale> usual(Statistic statistic) {
        if (!statistic.chanceCorrected()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (statistic) {
                    case KRIPPENDORFF_ALPHA,
                            ALPHA_JACCARD,
                            ALPHA_MASI,
                            UNITIZING_ALPHA_1995,
                            U_ALPHA,
                            U_ALPHA_BINARY,
                            CU_ALPHA,
                            KU_ALPHA ->
                            KRIPPENDORFF;
                    default -> LANDIS_KOCH;
                });
    }

    /// The label of a coefficient on a scale, or on its usual one; none without a standard error to judge by.
    ///
    /// @param chosen the scale asked for
    public static Optional<Judged> judge(Estimate e, Optional<BenchmarkScale> chosen) {
        Optional<BenchmarkScale> usual = usual(e.statistic());
        if (usual.isEmpty() || !(e.se() > 0)) {
            return Optional.empty();
        }
        BenchmarkScale scale = chosen.orElse(usual.get());
        return Optional.of(new Judged(scale, scale.label(e.value(), e.se())));
    }

    /// A label and whose it is.
    public record Judged(BenchmarkScale scale, Label label) {}

    /// The name on the command line and in files.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The scale's name, to be printed beside every label.
    public String title() {
        return title;
    }

    /// The levels from the worst to the best.
    public List<String> labels() {
        return labels;
    }

    /// The lower ends of all levels but the worst, ascending.
    public double[] cuts() {
        return cuts.clone();
    }

    /// The label of a coefficient by Gwet's rule; by the value alone when the standard error is 0 or NaN.
    ///
    /// @param value the coefficient, −1 to 1
    public Label label(double value, double se) {
        if (!(se > 0)) {
            return new Label(labels.get(level(value)), 1, true);
        }
        double all = StudentT.normal((value + 1) / se) - StudentT.normal((value - 1) / se);
        double reached = 0;
        for (int level = labels.size() - 1; level >= 0; level--) {
            reached += probability(value, se, level) / all;
            if (reached >= WANTED || level == 0) {
                return new Label(labels.get(level), Math.min(1, reached), false);
            }
        }
        throw new IllegalStateException("unreachable: level 0 always answers");
    }

    private double probability(double value, double se, int level) {
        double low = level == 0 ? -1 : cuts[level - 1];
        double high = level == cuts.length ? 1 : cuts[level];
        return StudentT.normal((value - low) / se) - StudentT.normal((value - high) / se);
    }

    private int level(double value) {
        int level = 0;
        // Landis and Koch draw their first line below 0 itself; all others include their lower end
        // upwards.
        while (level < cuts.length && value >= cuts[level]) {
            level++;
        }
        return level;
    }
}
