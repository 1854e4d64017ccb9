package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.AgreementReport.SourceName;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// Agreement of passages source by source. One source is nothing to draw from, so there are no intervals.
final class PassageSources {
    private static final int LEAD = 4;

    private PassageSources() {}

    /// One row per dimension and source that two coders finished, the least agreed upon first.
    ///
    /// @param all dimensions of passages
    /// @param names how a source is called, by row id
    static AgreementTable of(
            List<DimensionAgreement> all,
            IntFunction<SourceName> names,
            AgreementOptions numbers,
            Progress progress) {
        List<Head> heads =
                List.of(
                        new Head("Source", Kind.NAME, ""),
                        new Head("title", Kind.WORDS, ""),
                        new Head("Dimension", Kind.WORDS, ""),
                        new Head("characters", Kind.COUNT, "length of the text"),
                        new Head("uα", Kind.LEAD, "unitizing alpha of 2016; of sets α with MASI"),
                        new Head("agree", Kind.SHARE, "share of characters"),
                        new Head("α", Kind.COEFFICIENT, "Krippendorff's α per character"));
        PassageOptions options = ShownAlpha.passageOptions(numbers).withReplicates(0, 1);
        List<Line> lines = new ArrayList<>();
        for (DimensionAgreement d : all) {
            Continua compared = d.compared().orElse(new Continua(d.coders(), List.of(), List.of()));
            for (int s = 0; s < compared.sources().size(); s++) {
                progress.check();
                Continuum source = compared.sources().get(s);
                Continua one = compared.only(List.of(s));
                List<Estimate> found = PassageAgreement.of(one, options, Progress.NONE);
                int id = d.matrix().rows().get(s).source();
                lines.add(
                        new Line(
                                Optional.of(d),
                                "source",
                                id,
                                List.of(
                                        names.apply(id).key(),
                                        names.apply(id).title(),
                                        d.matrix().dimension().name(),
                                        source.length(),
                                        cell(found, PassageAgreement.lead(one)),
                                        cell(found, Statistic.PERCENT_AGREEMENT),
                                        cell(found, Statistic.KRIPPENDORFF_ALPHA))));
            }
        }
        lines.sort(Comparator.comparingDouble(PassageSources::value));
        return new AgreementTable(
                "By source",
                heads,
                lines,
                List.of("One source is nothing to draw from: there are no intervals here."));
    }

    private static Object cell(List<Estimate> found, Statistic statistic) {
        return found.stream()
                .filter(e -> e.statistic() == statistic && e.scope().equals("all"))
                .<Object>map(e -> e)
                .findFirst()
                .orElse("");
    }

    private static double value(Line line) {
        return line.cells().get(LEAD) instanceof Estimate e && e.defined()
                ? e.value()
                : Double.POSITIVE_INFINITY;
    }
}
