package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RatingsReport.Column;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the columns of a ratings table mean: the unit, a dimension, or nothing.
final class RatingsColumns {
    private final RatingsImport.Options options;
    private final List<Dimension> dimensions;
    private final Set<Column> columns = new LinkedHashSet<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    RatingsColumns(RatingsImport.Options options, List<Dimension> dimensions) {
        this.options = options;
        this.dimensions = dimensions;
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /// Places of the columns that identify the unit.
    List<Integer> unitColumns(ImportedTable table, String place) {
        List<Integer> found = new ArrayList<>();
        for (String wanted : options.unit()) {
            int at = -1;
            for (int i = 0; i < table.columns().size(); i++) {
                if (at < 0 && Words.key(table.columns().get(i)).equals(Words.key(wanted))) {
                    at = i;
                }
            }
            if (at < 0) {
                throw new ConcordException(
                        place
                                + ": there is no column “"
                                + wanted
                                + "”; the columns are "
                                + String.join(", ", table.columns())
                                + ". Nothing was stored.");
            }
            found.add(at);
        }
        return found;
    }

    /// Which column is which dimension; what fits none is remembered as left out.
    Map<Integer, Dimension> dimensionColumns(
            ImportedTable table, String place, List<Integer> unitColumns) {
        Map<Integer, Dimension> found = new LinkedHashMap<>();
        Map<String, String> told = new HashMap<>();
        options.dimensions().forEach((column, d) -> told.put(Words.key(column), d));
        Set<String> untold = new HashSet<>(told.keySet());
        for (int i = 0; i < table.columns().size(); i++) {
            String column = table.columns().get(i);
            String key = Words.key(column);
            if (unitColumns.contains(i)) {
                continue;
            }
            untold.remove(key);
            String wanted = told.getOrDefault(key, column);
            Optional<Dimension> dimension =
                    key.isEmpty() ? Optional.empty() : dimensionNamed(wanted);
            if (dimension.isEmpty() && told.containsKey(key)) {
                throw new ConcordException(
                        "--dimension "
                                + column
                                + "="
                                + wanted
                                + ": the codebook has no such dimension; nothing was stored.");
            }
            if (dimension.isPresent() && found.containsValue(dimension.get())) {
                leftOut.add(
                        "“"
                                + column
                                + "”: a second column for "
                                + dimension.get().name()
                                + ", left out");
            } else if (dimension.isPresent()) {
                found.put(i, dimension.get());
                columns.add(new Column(column, dimension.get().name()));
            } else {
                leaveOut(table, i);
            }
        }
        if (!untold.isEmpty()) {
            throw new ConcordException(
                    place
                            + ": there is no column "
                            + untold
                            + " to read as a dimension; nothing was stored.");
        }
        return found;
    }

    private void leaveOut(ImportedTable table, int column) {
        int at = column;
        long blank = table.rows().stream().filter(r -> r.get(at).isBlank()).count();
        Set<String> distinct = new HashSet<>();
        table.rows().forEach(r -> distinct.add(r.get(at).strip()));
        distinct.remove("");
        String name =
                table.columns().get(column).isBlank()
                        ? "unnamed column " + (column + 1) + " (an index, never a dimension)"
                        : "“" + table.columns().get(column) + "”";
        leftOut.add(
                name
                        + ": fits no dimension, "
                        + distinct.size()
                        + " different values, "
                        + blank
                        + " blank");
    }

    private Optional<Dimension> dimensionNamed(String name) {
        String key = Codebooks.bare(name);
        return dimensions.stream().filter(d -> Codebooks.names(d).contains(key)).findFirst();
    }
}
