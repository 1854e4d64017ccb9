package org.concordqda.analysis;

import org.concordqda.agreement.Confusion;
import org.concordqda.agreement.RatingTable;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.Dimension;

import java.util.List;

/// The ratings of one dimension in one round as units × coders, with what must be printed beside every
/// coefficient.
///
/// @param dimension the dimension
/// @param coders who rated in this round, in the table's order
/// @param rows the units, in the table's order
/// @param table category per cell; for a MANY dimension each distinct set is a category
/// @param sets per category of the table the codes it stands for; empty lists when read as written
/// @param pairable units that at least two coders rated on this dimension
/// @param missing ratings that coders who rated the unit elsewhere did not give here
/// @param unmatched units that only one coder rated at all in this round
/// @param unsure answers *Unsure*: no answer, never an agreement
/// @param askedOfOne units where the question was asked of one coder only
/// @param seen units that one of the coders had rated in an earlier round
public record RatingMatrix(
        Dimension dimension,
        List<CoderId> coders,
        List<UnitRow> rows,
        RatingTable table,
        List<List<CodeId>> sets,
        int pairable,
        int missing,
        int unmatched,
        int unsure,
        int askedOfOne,
        int seen) {
    /// A unit of the matrix.
    ///
    /// @param source row id of the source
    /// @param unit row id of the unit, 0 for the whole source
    public record UnitRow(int source, int unit) {}

    public RatingMatrix {
        coders = List.copyOf(coders);
        rows = List.copyOf(rows);
        sets = List.copyOf(sets);
    }

    /// Names of the coders, in the table's order.
    public List<String> coderNames() {
        return table.coders();
    }

    /// What a coder gave a unit, as an index into the categories; negative when nothing.
    public int cell(int unit, int coder) {
        return table.cell(unit, coder);
    }

    /// The matrix of two coders, by their places in the table.
    ///
    /// @throws IllegalArgumentException when there are too many categories to show
    public Confusion confusion(int first, int second) {
        return Confusion.of(table, first, second);
    }
}
