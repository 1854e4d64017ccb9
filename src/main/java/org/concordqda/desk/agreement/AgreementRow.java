package org.concordqda.desk.agreement;

import org.concordqda.agreement.Confusion;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;

import java.util.Locale;
import java.util.Optional;

/// A dimension as the table shows it.
///
/// @param numbers what was computed
/// @param conflict the most frequent conflict over all pairs, as words
record AgreementRow(DimensionAgreement numbers, String conflict) {
    static AgreementRow of(DimensionAgreement numbers) {
        String words = "";
        int most = 0;
        int coders = numbers.matrix().coderNames().size();
        for (int g = 0; g < coders; g++) {
            for (int h = g + 1; h < coders; h++) {
                Optional<Confusion> c = confusion(numbers, g, h);
                Optional<Conflict> top = c.flatMap(Conflict::most);
                if (top.isPresent() && top.get().count() > most) {
                    most = top.get().count();
                    words =
                            c.get().categories().get(top.get().row())
                                    + " / "
                                    + c.get().categories().get(top.get().column());
                }
            }
        }
        return new AgreementRow(numbers, words);
    }

    /// The matrix of two coders; nothing when there are too many values to show.
    static Optional<Confusion> confusion(DimensionAgreement numbers, int g, int h) {
        try {
            return Optional.of(numbers.matrix().confusion(g, h));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String name() {
        return numbers.matrix().dimension().name();
    }

    Optional<Estimate> estimate(Statistic statistic) {
        return numbers.estimate(statistic, "all");
    }

    /// The primary coefficient.
    Optional<Estimate> alpha() {
        return estimate(Statistic.KRIPPENDORFF_ALPHA);
    }

    /// Cohen's kappa of two coders, Conger's of more.
    Optional<Estimate> kappa() {
        return estimate(Statistic.COHEN_KAPPA).or(() -> estimate(Statistic.CONGER_KAPPA));
    }

    /// A coefficient as printed in the field: `.78`, or a dash when undefined.
    static String number(Optional<Estimate> estimate) {
        return estimate.filter(Estimate::defined).map(e -> number(e.value())).orElse("–");
    }

    /// A number without its leading zero, the minus sign a real one.
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        String bare = text.startsWith("0") ? text.substring(1) : text;
        return value < -0.004999 ? "−" + bare : bare;
    }

    /// A share in whole per cent.
    static String percent(Optional<Estimate> estimate) {
        return estimate.filter(Estimate::defined)
                .map(e -> Math.round(100 * e.value()) + " %")
                .orElse("–");
    }
}
