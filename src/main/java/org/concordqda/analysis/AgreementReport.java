package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.RatingTable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an agreement workbook says, gathered by the study: the coefficients as they were computed and
/// the names of what they are about. The tables are made from it by [CoefficientTables], [PairTables] and
/// [UnitTables].
///
/// @param facts what the reader must know first, item by item
/// @param results dimensions by round
/// @param levels the same trees read at their upper levels
/// @param sources names of sources by row id
/// @param units names of units by row id
/// @param versions codebook version number by round id
/// @param coders who took part in which round
/// @param decisions how disagreements were settled, by unit and dimension
/// @param evidence what the answers rest on, likewise
/// @param ratings every rating counted, one code per row
public record AgreementReport(
        List<Fact> facts,
        List<DimensionAgreement> results,
        List<Level> levels,
        Map<Integer, SourceName> sources,
        Map<Integer, String> units,
        Map<Long, Integer> versions,
        List<CoderRound> coders,
        Map<Subject, Decision> decisions,
        Map<Subject, String> evidence,
        Table ratings) {
    /// A line of the first sheet.
    public record Fact(String item, String value) {}

    /// A tree dimension read at an ancestor level.
    ///
    /// @param level 1 for the top of the tree
    public record Level(int level, DimensionAgreement result) {}

    /// How a source is called.
    public record SourceName(String key, String title, String url) {}

    /// What a decision is about.
    ///
    /// @param round row id of the round
    /// @param source row id of the source
    /// @param unit row id of the unit, 0 for the whole source
    /// @param dimension row id of the dimension
    public record Subject(long round, int source, int unit, long dimension) {}

    /// How a disagreement was settled; texts are "" where nothing is said.
    public record Decision(
            String outcome,
            String method,
            String cause,
            String reason,
            String by,
            Optional<Instant> at,
            String codebookChange) {}

    /// One coder's part in one round.
    ///
    /// @param created when the round was opened
    /// @param assigned sources given to the coder
    /// @param done sources finished
    /// @param shared finished sources that somebody else finished too
    /// @param seen units rated here that the coder had rated in an earlier round
    public record CoderRound(
            String round,
            Optional<Instant> created,
            long coderId,
            String coder,
            String role,
            String experience,
            int assigned,
            int done,
            int shared,
            int codebookVersion,
            int seen) {}

    public AgreementReport {
        facts = List.copyOf(facts);
        results = List.copyOf(results);
        levels = List.copyOf(levels);
        sources = Map.copyOf(sources);
        units = Map.copyOf(units);
        versions = Map.copyOf(versions);
        coders = List.copyOf(coders);
        decisions = Map.copyOf(decisions);
        evidence = Map.copyOf(evidence);
    }

    /// How a source is called; its number where it is gone.
    public SourceName source(int id) {
        return sources.getOrDefault(id, new SourceName("source " + id, "", ""));
    }

    /// The first coefficient to be shown: what the round chose, else Cohen for two coders and Conger for
    /// more, else alpha.
    public static Optional<Estimate> primary(DimensionAgreement result) {
        return result.estimates().stream()
                .filter(e -> e.scope().equals("all"))
                .filter(e -> e.statistic().key().equals(result.round().primary()))
                .findFirst()
                .or(
                        () ->
                                result.estimates().stream()
                                        .filter(e -> e.scope().equals("all"))
                                        .findFirst());
    }

    /// Coders of a table who rated at least one unit, as indices.
    static int[] active(RatingTable table) {
        return java.util.stream.IntStream.range(0, table.coders().size())
                .filter(
                        g ->
                                java.util.stream.IntStream.range(0, table.units())
                                        .anyMatch(u -> table.cell(u, g) >= 0))
                .toArray();
    }
}
