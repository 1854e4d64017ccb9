package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Difference;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Planning;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.RatingMatrix.UnitRow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What is added to agreement on request: without each coder, the difference of two rounds, the trend
/// over rounds, and how many units an interval of a given width needs. Pure; any thread.
public final class AgreementSections {
    /// z of 95 %.
    private static final double Z = 1.959963984540054;

    private final List<DimensionAgreement> all;
    private final AgreementOptions numbers;
    private final boolean asWritten;

    /// @param all what was computed, all rounds concerned in it
    /// @param numbers how coefficients are computed
    /// @param asWritten whether values were read as written
    public AgreementSections(
            List<DimensionAgreement> all, AgreementOptions numbers, boolean asWritten) {
        this.all = all;
        this.numbers = numbers.withScopes(false, false);
        this.asWritten = asWritten;
    }

    /// A number of a section.
    ///
    /// @param units how many are needed, for planning
    public record Row(DimensionAgreement of, Estimate estimate, OptionalInt units) {}

    /// A section.
    ///
    /// @param notes why there is no number, one sentence each
    public record Section(String title, List<Row> rows, List<String> notes) {
        public Section {
            rows = List.copyOf(rows);
            notes = List.copyOf(notes);
        }
    }

    /// Each dimension without each coder in turn: the alpha its table shows.
    public Section leaveOneOut() {
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (DimensionAgreement d : all) {
            if (d.coderCount() < 3) {
                notes.add(name(d) + ": leaving one out needs three coders.");
            } else {
                shown(d).withoutEach().forEach(e -> rows.add(row(d, e)));
            }
        }
        return new Section("Without each coder", rows, notes);
    }

    /// Second round less first, on the units both hold; passages on the sources both hold.
    public Section difference(String first, String second) {
        String scope = "difference=" + first + "," + second;
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (DimensionAgreement d : all) {
            Optional<DimensionAgreement> before = in(first, d);
            if (!d.round().name().equals(second)) {
                continue;
            }
            if (before.isEmpty()) {
                notes.add(name(d) + ": not " + done(d) + " in " + first + ".");
            } else {
                difference(before.get(), d, scope, rows, notes);
            }
        }
        return new Section("Difference of α, " + second + " less " + first, rows, notes);
    }

    private static String done(DimensionAgreement d) {
        return d.passages() ? "coded" : "rated";
    }

    private void difference(
            DimensionAgreement a,
            DimensionAgreement b,
            String scope,
            List<Row> rows,
            List<String> notes) {
        Map<UnitRow, Integer> places = new HashMap<>();
        for (int u = 0; u < a.matrix().rows().size(); u++) {
            places.put(a.matrix().rows().get(u), u);
        }
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (int u = 0; u < b.matrix().rows().size(); u++) {
            Integer at = places.get(b.matrix().rows().get(u));
            if (at != null) {
                left.add(at);
                right.add(u);
            }
        }
        String what = b.passages() ? "source" : "unit";
        String rounds = a.round().name() + " and " + b.round().name();
        if (left.isEmpty()) {
            independent(a, b, scope, rows);
            notes.add(
                    name(b)
                            + ": "
                            + rounds
                            + " share no "
                            + what
                            + (b.passages()
                                    ? ", so there is no difference on the same sources; their"
                                            + " intervals stand side by side with --trend."
                                    : ": the difference is that of two independent samples,"
                                            + " wider than one on the same units would be."));
            return;
        }
        int apart = a.matrix().rows().size() + b.matrix().rows().size() - 2 * left.size();
        if (apart > 0) {
            notes.add(
                    name(b)
                            + ": only the "
                            + left.size()
                            + " "
                            + what
                            + "s of both "
                            + rounds
                            + " are compared; "
                            + apart
                            + " are in one of them.");
        }
        Difference found = shown(a).less(shown(b), left, right);
        Estimate second = found.second();
        rows.add(
                row(
                        b,
                        new Estimate(
                                second.statistic(),
                                scope,
                                found.value(),
                                found.se(),
                                found.low(),
                                found.high(),
                                found.interval(),
                                Double.NaN,
                                left.size(),
                                left.size(),
                                second.missing(),
                                apart,
                                Double.NaN,
                                Double.NaN,
                                found.undefined())));
    }

    /// Rounds of different units: the standard errors add up as squares.
    private void independent(
            DimensionAgreement a, DimensionAgreement b, String scope, List<Row> rows) {
        Optional<Estimate> before = lead(a);
        Optional<Estimate> after = lead(b);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        Optional<String> why = before.get().undefined().or(() -> after.get().undefined());
        double se = Math.hypot(before.get().se(), after.get().se());
        boolean known = why.isEmpty() && before.get().se() > 0 && after.get().se() > 0;
        double value = after.get().value() - before.get().value();
        double half = known ? Z * se : Double.NaN;
        rows.add(
                row(
                        b,
                        new Estimate(
                                after.get().statistic(),
                                scope,
                                why.isPresent() ? Double.NaN : value,
                                known ? se : Double.NaN,
                                value - half,
                                value + half,
                                known ? "two independent samples, normal, 95 %" : "not estimable",
                                Double.NaN,
                                before.get().n() + after.get().n(),
                                before.get().pairable() + after.get().pairable(),
                                before.get().missing() + after.get().missing(),
                                0,
                                Double.NaN,
                                Double.NaN,
                                why)));
    }

    private static Optional<Estimate> lead(DimensionAgreement d) {
        return d.estimate(Statistic.ALPHA_MASI, "all")
                .or(() -> d.estimate(Statistic.KRIPPENDORFF_ALPHA, "all"));
    }

    /// Each dimension from round to round.
    public Section trend() {
        Map<String, List<Row>> byDimension = new LinkedHashMap<>();
        for (DimensionAgreement d : all) {
            shown(d).whole()
                    .ifPresent(
                            e ->
                                    byDimension
                                            .computeIfAbsent(
                                                    d.matrix().dimension().key(),
                                                    k -> new ArrayList<>())
                                            .add(row(d, e.in("trend"))));
        }
        List<Row> rows = new ArrayList<>();
        byDimension.values().forEach(rows::addAll);
        return new Section("Trend over rounds", rows, List.of());
    }

    /// Units needed for α ± `halfWidth`, each round taken as the pilot.
    public Section plan(double halfWidth) {
        List<Row> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (DimensionAgreement d : all) {
            Planning plan = shown(d).plan(halfWidth);
            plan.undefined()
                    .ifPresent(why -> notes.add(name(d) + ": cannot be told: " + why + "."));
            if (plan.undefined().isEmpty() && d.passages()) {
                notes.add(
                        name(d)
                                + ": counted in "
                                + plan.counted()
                                + "s, coded as densely as these.");
            }
            rows.add(
                    new Row(
                            d,
                            plan.pilot().in("plan=" + halfWidth),
                            plan.undefined().isPresent()
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(plan.units())));
        }
        return new Section("Units needed for α ± " + halfWidth, rows, notes);
    }

    private ShownAlpha shown(DimensionAgreement d) {
        return new ShownAlpha(d, numbers, asWritten);
    }

    private Optional<DimensionAgreement> in(String round, DimensionAgreement like) {
        String key = like.matrix().dimension().key();
        return all.stream()
                .filter(d -> d.round().name().equals(round))
                .filter(d -> d.matrix().dimension().key().equals(key))
                .findFirst();
    }

    private static Row row(DimensionAgreement d, Estimate e) {
        return new Row(d, e, OptionalInt.empty());
    }

    private static String name(DimensionAgreement d) {
        return d.round().name() + ", " + d.matrix().dimension().name();
    }
}
