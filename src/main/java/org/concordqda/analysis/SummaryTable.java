package org.concordqda.analysis;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.CodeMean;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;

import java.util.List;
import java.util.Optional;

/// The summary of an agreement report: what each dimension came to, statistic by statistic.
public final class SummaryTable {
    private SummaryTable() {}

    /// One row per coefficient of the whole dimension, the weighted ones of ordinal dimensions and trees beside the
    /// unweighted ones, then the means over the codes.
    public static Table of(AgreementReport report) {
        List<Column> columns =
                List.of(
                        Column.text("round"),
                        Column.id("dimension id"),
                        Column.text("dimension", 30),
                        Column.text("statistic"),
                        Column.text("weights", 14),
                        Column.flag("primary"),
                        Column.number("value"),
                        Column.number("low"),
                        Column.number("high"),
                        Column.number("standard error"),
                        Column.text("interval", 40),
                        Column.whole("n units"),
                        Column.whole("pairable"),
                        Column.whole("n coders"),
                        Column.text("band", 16),
                        Column.text("whose band", 16),
                        Column.text("undefined", 30));
        return new Table(
                "Summary",
                columns,
                sink -> {
                    for (DimensionAgreement d : report.results()) {
                        Optional<Estimate> primary = AgreementReport.primary(d);
                        for (Estimate e : whole(d)) {
                            sink.row(
                                    d.round().name(),
                                    d.matrix().dimension().id().value(),
                                    d.matrix().dimension().name(),
                                    e.statistic().key(),
                                    weighting(d, e),
                                    primary.isPresent() && primary.get().equals(e),
                                    e.value(),
                                    CoefficientTables.low(e),
                                    CoefficientTables.high(e),
                                    e.se(),
                                    e.interval(),
                                    e.n(),
                                    e.pairable(),
                                    d.coderCount(),
                                    band(e).map(j -> j.label().label()).orElse(null),
                                    band(e).map(j -> j.scale().title()).orElse(null),
                                    e.undefined().orElse(null));
                        }
                        means(d, sink);
                    }
                });
    }

    /// The whole dimension, unweighted and weighted.
    private static List<Estimate> whole(DimensionAgreement d) {
        return d.estimates().stream()
                .filter(e -> e.scope().equals("all") || e.scope().startsWith("all;weights="))
                .toList();
    }

    private static Optional<BenchmarkScale.Judged> band(Estimate e) {
        return BenchmarkScale.judge(e, Optional.empty());
    }

    /// How different values count in a coefficient: the weights of its scope, or alpha's level.
    private static String weighting(DimensionAgreement d, Estimate e) {
        int at = e.scope().indexOf("weights=");
        if (at >= 0) {
            return e.scope().substring(at + "weights=".length());
        }
        boolean alpha = e.statistic() == Statistic.KRIPPENDORFF_ALPHA;
        return alpha && d.matrix().ordered() ? "ordinal level" : "unweighted";
    }

    /// The mean over the codes, one row per coefficient.
    private static void means(DimensionAgreement d, Table.Sink sink) {
        for (CodeMean mean : d.codeMeans()) {
            sink.row(
                    d.round().name(),
                    d.matrix().dimension().id().value(),
                    d.matrix().dimension().name(),
                    mean.statistic().key() + ", mean of codes",
                    "unweighted",
                    false,
                    mean.mean(),
                    null,
                    null,
                    null,
                    mean.defined() + " codes, " + mean.undefined() + " undefined",
                    null,
                    null,
                    d.coderCount(),
                    null,
                    null,
                    mean.defined() == 0 ? "no code has a value" : null);
        }
    }
}
