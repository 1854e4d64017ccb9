package org.concordqda.cli;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.text.Words;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The agreement of a study as text for people: a table per round, then what must be known to read it.
final class AgreementText {
    private AgreementText() {}

    /// @param interval what a column of intervals is called
    static void print(
            PrintWriter out, List<DimensionAgreement> all, boolean asWritten, String interval) {
        if (all.isEmpty()) {
            out.println(
                    "There are no ratings to compare yet: rate units in the desk, or import ratings"
                            + " with “concord ratings”.");
            return;
        }
        Set<String> rounds = new LinkedHashSet<>();
        all.forEach(one -> rounds.add(one.round().name()));
        for (String round : rounds) {
            List<DimensionAgreement> here =
                    all.stream().filter(one -> one.round().name().equals(round)).toList();
            round(out, round, here, asWritten, interval);
        }
        out.println(
                "Missing ratings: "
                        + all.stream()
                                .map(one -> one.missing().key())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ". Each dimension has its own number; nothing is pooled.");
        out.flush();
    }

    private static void round(
            PrintWriter out,
            String round,
            List<DimensionAgreement> here,
            boolean asWritten,
            String interval) {
        String coders = coders(here);
        out.printf(
                "Round %s · %s · %s%n%n",
                round,
                coders.isEmpty() ? "nobody is done with anything" : "coders " + coders,
                asWritten ? "values as written" : "codes");
        List<DimensionAgreement> rated = here.stream().filter(d -> !d.passages()).toList();
        List<DimensionAgreement> passages =
                here.stream().filter(DimensionAgreement::passages).toList();
        if (!rated.isEmpty()) {
            ratings(out, rated, interval);
            LevelText.print(out, rated, interval);
        }
        if (!passages.isEmpty()) {
            PassageText.print(out, passages, interval);
        }
        notes(out, here, asWritten);
    }

    private static void ratings(PrintWriter out, List<DimensionAgreement> here, String interval) {
        DimensionAgreement first = here.getFirst();
        boolean unsure = here.stream().anyMatch(d -> d.matrix().unsure() > 0);
        Statistic kappa = AgreementCommand.kappa(first);
        TextTable table =
                new TextTable(
                        "Dimension",
                        ">n",
                        ">missing",
                        ">unmatched",
                        unsure ? ">unsure" : ">seen",
                        ">agree",
                        ">" + kappa.label(),
                        ">" + Statistic.FLEISS_KAPPA.label(),
                        ">" + Statistic.KRIPPENDORFF_ALPHA.label(),
                        interval + " of α",
                        ">" + Statistic.GWET_AC.label());
        for (DimensionAgreement one : here) {
            table.row(
                    one.matrix().dimension().name(),
                    one.matrix().pairable(),
                    one.matrix().missing(),
                    one.matrix().unmatched(),
                    unsure ? one.matrix().unsure() : one.matrix().seen(),
                    percent(one),
                    value(one, AgreementCommand.kappa(one)),
                    value(one, Statistic.FLEISS_KAPPA),
                    value(one, Statistic.KRIPPENDORFF_ALPHA),
                    interval(one),
                    value(one, Statistic.GWET_AC));
        }
        table.print(out);
        out.println();
    }

    private static void notes(PrintWriter out, List<DimensionAgreement> here, boolean asWritten) {
        Set<String> said = new LinkedHashSet<>();
        for (DimensionAgreement one : here) {
            String name = one.matrix().dimension().name();
            one.estimate(Statistic.KRIPPENDORFF_ALPHA, "all")
                    .flatMap(Estimate::undefined)
                    .ifPresent(reason -> said.add(name + ": undefined: " + reason));
            one.explanation().forEach(why -> said.add(name + ": " + why));
            one.remarks().forEach(remark -> said.add(name + ": " + remark));
            if (!asWritten && !one.folded().isEmpty()) {
                said.add(name + ": read as codes: " + String.join(", ", one.folded()));
            }
            if (one.matrix().askedOfOne() > 0) {
                said.add(
                        name
                                + ": asked of one coder only in "
                                + one.matrix().askedOfOne()
                                + " units");
            }
        }
        said.forEach(out::println);
        here.stream()
                .map(one -> one.estimate(Statistic.KRIPPENDORFF_ALPHA, "all"))
                .flatMap(Optional::stream)
                .map(Estimate::interval)
                .filter(
                        text ->
                                !text.isEmpty()
                                        && !text.equals("not estimable")
                                        && !text.equals("none"))
                .distinct()
                .forEach(text -> out.println("Interval: " + text));
        out.println();
    }

    private static String coders(List<DimensionAgreement> here) {
        Set<String> names = new LinkedHashSet<>();
        here.forEach(one -> names.addAll(one.coders()));
        return String.join(", ", names);
    }

    private static String percent(DimensionAgreement one) {
        return percent(one.estimate(Statistic.PERCENT_AGREEMENT, "all"));
    }

    private static String value(DimensionAgreement one, Statistic statistic) {
        return value(one.estimate(statistic, "all"));
    }

    private static String interval(DimensionAgreement one) {
        return interval(one.estimate(Statistic.KRIPPENDORFF_ALPHA, "all"));
    }

    /// A share in per cent, a dash when there is none.
    static String percent(Optional<Estimate> estimate) {
        return estimate.filter(Estimate::defined).map(e -> percent(e.value())).orElse("–");
    }

    /// A coefficient.
    static String value(Optional<Estimate> estimate) {
        return estimate.filter(Estimate::defined).map(e -> value(e.value())).orElse("undefined");
    }

    /// A share in per cent.
    static String percent(double share) {
        return Words.decimals(100 * share, 1) + " %";
    }

    /// A coefficient or a mean of some.
    static String value(double coefficient) {
        return Words.decimals(coefficient, 4);
    }

    /// The interval of a coefficient.
    static String interval(Optional<Estimate> estimate) {
        return estimate.filter(e -> e.defined() && e.ciLow() < e.ciHigh())
                .map(e -> Words.decimals(e.ciLow(), 3) + " … " + Words.decimals(e.ciHigh(), 3))
                .orElse("not estimable");
    }
}
