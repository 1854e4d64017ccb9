package org.concordqda.desk.agreement;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.text.Words;

/// Numbers as the place Agreement writes them.
final class Figures {
    private Figures() {}

    /// A number as printed in the field: no leading zero, the minus sign a real one.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String text = Words.decimals(Math.abs(value), 2);
        String bare = text.startsWith("0") ? text.substring(1) : text;
        return value < 0 && !bare.equals(".00") ? "−" + bare : bare;
    }

    /// A share in whole per cent, or one decimal where a rounded 100 would not be true.
    static String percent(double value) {
        double hundred = 100 * value;
        String whole = Words.decimals(hundred, 0);
        boolean nearly = value < 1 && whole.equals("100");
        return nearly ? Words.decimals(Math.min(99.9, hundred), 1) + " %" : whole + " %";
    }

    /// A coefficient, a share in per cent.
    static String value(Estimate e) {
        if (!e.defined()) {
            return "undefined";
        }
        return share(e.statistic()) ? percent(e.value()) : number(e.value());
    }

    /// Both ends of an interval, `.48 … .92`.
    static String interval(Estimate e) {
        if (!e.defined()) {
            return "";
        }
        if (!(e.ciLow() < e.ciHigh())) {
            return "not estimable";
        }
        return share(e.statistic())
                ? Words.decimals(100 * e.ciLow(), 0)
                        + " … "
                        + Words.decimals(100 * e.ciHigh(), 0)
                        + " %"
                : number(e.ciLow()) + " … " + number(e.ciHigh());
    }

    /// Everything about a coefficient in a sentence, for tool tips and screen readers.
    static String sentence(Estimate e, BenchmarkScale scale) {
        String name = e.statistic().label();
        if (!e.defined()) {
            return name + " is undefined: " + e.undefined().orElse("");
        }
        StringBuilder words = new StringBuilder(name).append(' ').append(exact(e));
        if (e.ciLow() < e.ciHigh()) {
            words.append(", ").append(interval(e)).append(" (").append(e.interval()).append(')');
        } else {
            words.append(", interval not estimable");
        }
        String label = label(e, scale);
        if (!label.isEmpty()) {
            words.append("; ").append(label).append(" after ").append(scale.title());
        }
        return words.toString();
    }

    /// A coefficient with four decimals.
    static String exact(Estimate e) {
        return share(e.statistic())
                ? Words.decimals(100 * e.value(), 1) + " %"
                : Words.decimals(e.value(), 4);
    }

    /// The level of a scale by Gwet's rule; "" where the scale does not apply.
    static String label(Estimate e, BenchmarkScale scale) {
        return !e.defined() || !benchmarked(e.statistic())
                ? ""
                : scale.label(e.value(), e.se()).label();
    }

    /// Whether the statistic is corrected for chance, so that a benchmark means something.
    static boolean benchmarked(Statistic s) {
        if (s.index()) {
            return false;
        }
        return switch (s) {
            case PERCENT_AGREEMENT, COVERAGE, HOLSTI_SEGMENTS, F1, JACCARD, PRECISION, RECALL ->
                    false;
            default -> true;
        };
    }

    private static boolean share(Statistic s) {
        return s == Statistic.PERCENT_AGREEMENT || s == Statistic.COVERAGE;
    }
}
