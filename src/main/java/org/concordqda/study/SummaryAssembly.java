package org.concordqda.study;

import org.concordqda.analysis.AgreementReport.Fact;
import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.Facet;
import org.concordqda.analysis.Facets;
import org.concordqda.analysis.SettledValues;
import org.concordqda.analysis.SummaryReport;
import org.concordqda.analysis.Table;
import org.concordqda.model.Choice;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Gathers what a summary workbook says, and makes cross-tabs of the study.
final class SummaryAssembly {
    /// Where nobody chose: dimensions with one of so many values, and so many of them.
    private static final int MOST_VALUES = 12;

    private static final int MOST_DIMENSIONS = 5;

    private final ReportData data;
    private final ReportOptions options;

    SummaryAssembly(ReportData data, ReportOptions options) {
        this.data = data;
        this.options = options;
    }

    SummaryReport report(Instant now) {
        SummaryTables settled = new SummaryTables(data, data.settled(Optional.empty()));
        ExportTables exports = new ExportTables(data);
        CodebookTables codebook = new CodebookTables(data);
        JournalTables journal = new JournalTables(data);
        CodeTables codes = new CodeTables(data, settled);
        List<ReportOptions.Pair> chosen =
                options.crossTabs().isEmpty() ? choice(settled) : options.crossTabs();
        List<CrossTab> tabs = new ArrayList<>();
        for (ReportOptions.Pair pair : chosen) {
            tabs.add(crossTab(pair.rows(), pair.columns(), Optional.empty(), options.threshold()));
        }
        List<Table> before =
                List.of(
                        codebook.codebook(),
                        codebook.history(),
                        journal.sources(),
                        exports.codings(false),
                        settled.wide(),
                        codes.bySource(false),
                        codes.bySource(true),
                        codes.byAttribute());
        List<Table> after =
                List.of(
                        codes.together(),
                        settled.zeroOne(),
                        exports.codings(true),
                        journal.memos(),
                        journal.excluded(),
                        journal.changes());
        return new SummaryReport(facts(chosen, now), before, tabs, after);
    }

    private List<Fact> facts(List<ReportOptions.Pair> chosen, Instant now) {
        Study.Info info = data.study.info();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("study", info.name()));
        facts.add(new Fact("study guid", info.guid()));
        facts.add(new Fact("made by", Version.PROGRAM));
        facts.add(new Fact("made at (UTC)", now.toString()));
        facts.add(new Fact("rounds", data.rounds.stream().map(Round::name).collect(joined())));
        facts.add(
                new Fact(
                        "settled value",
                        "of the rounds in which a unit was rated the latest counts; there a"
                                + " consensus wins, else the value all coders gave, else the only"
                                + " coder's, else what more than half gave, else none (open); Unsure is"
                                + " no answer"));
        facts.add(
                new Fact(
                        "cross-tabs",
                        chosen.stream().map(p -> p.rows() + " x " + p.columns()).collect(joined())
                                + (options.crossTabs().isEmpty()
                                        ? " (nobody chose: every pair of the first "
                                                + MOST_DIMENSIONS
                                                + " unit dimensions with one value out of at most "
                                                + MOST_VALUES
                                                + ", those not carried from unit to unit first)"
                                        : "")));
        facts.add(
                new Fact(
                        "merged values",
                        options.threshold() == 0
                                ? "none"
                                : "values of fewer than "
                                        + options.threshold()
                                        + " units are one row or column in every cross-tab"));
        facts.add(
                new Fact("positions", "start and end count code points from 0; end is exclusive"));
        facts.addAll(AgreementAssembly.notes());
        return facts;
    }

    private static java.util.stream.Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    private List<ReportOptions.Pair> choice(SummaryTables settled) {
        List<Dimension> fit =
                settled.values().keySet().stream()
                        .filter(d -> d.scope() == Scope.UNIT && d.choice() == Choice.ONE)
                        .filter(
                                d -> {
                                    int used = settled.used(d).size();
                                    return used >= 2 && used <= MOST_VALUES;
                                })
                        // What is carried from unit to unit says more of the source than of the
                        // unit.
                        .sorted(Comparator.comparing(Dimension::carried))
                        .limit(MOST_DIMENSIONS)
                        .toList();
        List<ReportOptions.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < fit.size(); i++) {
            for (int j = i + 1; j < fit.size(); j++) {
                pairs.add(new ReportOptions.Pair(fit.get(i).name(), fit.get(j).name()));
            }
        }
        return pairs;
    }

    /// Settled values of two dimensions (or attributes of sources), unit by unit.
    ///
    /// @param only the one round to read, or all by the rule of settled values
    CrossTab crossTab(String rows, String columns, Optional<RoundId> only, int threshold) {
        SettledValues settled = data.settled(only);
        return CrossTab.of(facet(rows, settled), facet(columns, settled), threshold);
    }

    private Facet facet(String name, SettledValues settled) {
        Optional<Facet> attribute =
                data.attributeNames().stream()
                        .filter(a -> a.equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .map(this::attribute);
        Dimension dimension;
        try {
            dimension = Codebooks.named(data.codebook, name);
        } catch (ConcordException e) {
            return attribute.orElseThrow(() -> e);
        }
        if (dimension.scope() == Scope.PASSAGE) {
            throw new ConcordException(
                    "“"
                            + dimension.name()
                            + "” is for passages; a table counts units. Its codes are counted in"
                            + " the sheets Code x source and Code x attribute.");
        }
        SettledValues.Values values =
                settled.of(
                        dimension.id().value(),
                        data.subjects(dimension),
                        dimension.scope() == Scope.SOURCE);
        return Facets.of(dimension, values.set(), data.ratings.sets());
    }

    private Facet attribute(String name) {
        return Facet.ofTexts(
                name,
                data.units.stream()
                        .map(
                                u ->
                                        data.attributes
                                                .getOrDefault(u.source(), Map.of())
                                                .getOrDefault(name, ""))
                        .toList());
    }
}
