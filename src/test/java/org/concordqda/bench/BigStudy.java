package org.concordqda.bench;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Scope;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Codebook and sheets of a study that is only large: “Dimension 0 …” with “Code 0 …”.
public final class BigStudy {
    private BigStudy() {}

    /// A codebook of so many dimensions with so many codes each.
    public static ImportedCodebook codebook(int dimensions, int codes) {
        List<Code> same =
                IntStream.range(0, codes)
                        .mapToObj(
                                c ->
                                        Code.named(
                                                new CodeId(0),
                                                "code-" + c,
                                                "Code " + c,
                                                false,
                                                List.of()))
                        .toList();
        List<Dimension> all =
                IntStream.range(0, dimensions)
                        .mapToObj(
                                d ->
                                        Dimension.named(
                                                "dimension-" + d,
                                                "Dimension " + d,
                                                Scope.UNIT,
                                                Choice.ONE,
                                                same))
                        .toList();
        return new ImportedCodebook("", "Big", "", "", "", all);
    }

    /// A coder's sheet.
    ///
    /// @param rows the source's key, then a value per dimension
    public static ImportedTable sheet(int dimensions, List<List<String>> rows) {
        List<String> header = new ArrayList<>(List.of("Key"));
        IntStream.range(0, dimensions).forEach(d -> header.add("Dimension " + d));
        return new ImportedTable("big.csv", "", header, rows, 2);
    }
}
