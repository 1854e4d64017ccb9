package org.concordqda.analysis;

import org.concordqda.agreement.Confusion;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;
import org.concordqda.analysis.AgreementReport.Decision;
import org.concordqda.analysis.AgreementReport.Subject;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.model.Choice;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lies behind a row about ratings. Immutable; any thread.
///
/// @param of the dimension and round
/// @param scope the row's scope
/// @param code the code, where the row is about one
/// @param table what is set against each other: the values, or the code against the rest
/// @param pairs pairs of coders with units in common, by their places in the table
/// @param estimates every coefficient of the row
/// @param levels those of upper levels of the tree
/// @param why what explains the number, one sentence each
/// @param units what its units are called and how they stand
public record Details(
        DimensionAgreement of,
        String scope,
        Optional<String> code,
        RatingTable table,
        List<Pair> pairs,
        List<Estimate> estimates,
        List<Estimate> levels,
        List<String> why,
        Units units) {
    /// Two coders.
    public record Pair(int first, int second, int units) {}

    /// Names and states of units.
    public record Units(
            Map<Integer, Source> sources,
            Map<Integer, Unit> units,
            Map<Subject, Decision> decisions) {}

    /// A question of a source that coders answered differently.
    ///
    /// @param unit its name, empty for the source as a whole
    /// @param answers who said what
    public record Differing(String unit, String dimension, List<String> answers) {}

    /// What lies behind a line.
    public static Details of(Line line, Units units) {
        DimensionAgreement d = line.of().orElseThrow();
        Scoped scoped = Scoped.from(d);
        RatingMatrix m = d.matrix();
        Optional<String> code =
                line.scope().startsWith("code=")
                        ? Optional.of(line.scope().substring("code=".length()))
                        : Optional.empty();
        RatingTable table =
                code.flatMap(c -> Presence.of(m).of(c).map(t -> first(t))).orElse(m.table());
        List<Pair> pairs = pairs(table);
        if (line.scope().startsWith("pair=")) {
            pairs =
                    pairs.stream()
                            .filter(
                                    p ->
                                            line.scope()
                                                    .equals(
                                                            "pair="
                                                                    + table.coders().get(p.first())
                                                                    + ","
                                                                    + table.coders()
                                                                            .get(p.second())))
                            .toList();
        }
        List<Estimate> estimates = scoped.all(line.scope());
        if (estimates.isEmpty() && line.scope().startsWith("pair=")) {
            estimates = scoped.all("all");
        }
        List<Estimate> levels = new ArrayList<>();
        if (line.scope().equals("all")) {
            for (String level : scoped.scopes("level=")) {
                if (!level.contains(";")) {
                    scoped.lead(level, Optional.empty()).ifPresent(levels::add);
                }
            }
        }
        List<String> why =
                line.scope().equals("all")
                        ? d.explanation()
                        : pairs.size() == 1 ? explained(table, pairs.getFirst()) : List.of();
        return new Details(d, line.scope(), code, table, pairs, estimates, levels, why, units);
    }

    /// The code first, the rest second.
    private static RatingTable first(RatingTable t) {
        return t.recoded(new int[] {1, 0}, List.of(t.categories().get(1), "all others"));
    }

    private static List<Pair> pairs(RatingTable table) {
        List<Pair> pairs = new ArrayList<>();
        int r = table.coders().size();
        for (int g = 0; g < r; g++) {
            for (int h = g + 1; h < r; h++) {
                int n = 0;
                for (int u = 0; u < table.units(); u++) {
                    n += table.cell(u, g) >= 0 && table.cell(u, h) >= 0 ? 1 : 0;
                }
                if (n > 0) {
                    pairs.add(new Pair(g, h, n));
                }
            }
        }
        return pairs;
    }

    private static List<String> explained(RatingTable table, Pair pair) {
        return Explanation.of(Confusion.of(table, pair.first(), pair.second()));
    }

    /// The matrix of a pair.
    public Confusion confusion(Pair pair) {
        return Confusion.of(table, pair.first(), pair.second());
    }

    /// Whether each value is a set of codes.
    public boolean sets() {
        return code.isEmpty() && of.matrix().dimension().choice() == Choice.MANY;
    }

    /// How a unit stands: the coders agree, differ, or it was settled.
    public String state(int unit) {
        RatingMatrix.UnitRow row = of.matrix().rows().get(unit);
        Decision decision =
                units.decisions()
                        .get(
                                new Subject(
                                        of.round().id().value(),
                                        row.source(),
                                        row.unit(),
                                        of.matrix().dimension().id().value()));
        if (decision != null) {
            return "settled: " + decision.outcome();
        }
        return apart(of.matrix().table(), unit) ? "open" : "agreed";
    }

    /// Whether coders gave a unit different values.
    private static boolean apart(RatingTable table, int unit) {
        int first = RatingTable.MISSING;
        for (int g = 0; g < table.coders().size(); g++) {
            int cell = table.cell(unit, g);
            if (cell >= 0 && first >= 0 && cell != first) {
                return true;
            }
            first = cell >= 0 ? cell : first;
        }
        return false;
    }

    /// The coders compared, by place.
    public List<String> coders() {
        return table.coders();
    }

    /// The units of a cell of a pair's matrix, by their places.
    public List<Integer> units(Pair pair, int row, int column) {
        List<Integer> found = new ArrayList<>();
        for (int u = 0; u < table.units(); u++) {
            if (table.cell(u, pair.first()) == row && table.cell(u, pair.second()) == column) {
                found.add(u);
            }
        }
        return found;
    }

    /// The codes against the rest.
    public Presence presence() {
        return Presence.of(of.matrix());
    }

    /// The differences in a source.
    public static List<Differing> differing(int source, List<DimensionAgreement> all, Units units) {
        List<Differing> found = new ArrayList<>();
        for (DimensionAgreement d : all) {
            RatingTable t = d.matrix().table();
            for (int u = 0; u < t.units(); u++) {
                RatingMatrix.UnitRow row = d.matrix().rows().get(u);
                if (row.source() != source || !apart(t, u)) {
                    continue;
                }
                List<String> answers = new ArrayList<>();
                for (int g = 0; g < t.coders().size(); g++) {
                    int cell = t.cell(u, g);
                    if (cell >= 0) {
                        answers.add(t.coders().get(g) + ": " + t.categories().get(cell));
                    }
                }
                Unit unit = units.units().get(row.unit());
                found.add(
                        new Differing(
                                unit == null ? "" : unit.name(),
                                d.matrix().dimension().name(),
                                answers));
            }
        }
        return found;
    }
}
