package org.concordqda.study;

import org.concordqda.agreement.RatingTable;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.model.Special;
import org.concordqda.study.RaterSheets.Reading;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The cells of a shared column as a rating table, read in one of the three ways.
final class RaterCells {
    private final RaterRows rows;
    private final List<String> units;
    private final Map<String, Integer> taken = new TreeMap<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    RaterCells(RaterRows rows) {
        this.rows = rows;
        this.units = rows.units();
    }

    /// A column as categories, and how many cells of units that two raters name are blank.
    record Read(RatingTable table, int missing) {}

    Read table(RaterRows.Shared column, Reading reading, Optional<Dimension> dimension) {
        int width = rows.sheets().size();
        Optional<ValueLookup> lookup = dimension.map(ValueLookup::new);
        Map<String, Integer> categories = new LinkedHashMap<>();
        boolean listed =
                reading == Reading.CODES
                        && dimension.filter(d -> d.choice() == Choice.ONE).isPresent();
        if (listed) {
            dimension.orElseThrow().allCodes().stream()
                    .filter(c -> !c.retired() && c.special() != Special.UNSURE)
                    .forEach(c -> categories.putIfAbsent(c.name(), categories.size()));
        }
        int[] cells = new int[units.size() * width];
        int[] sources = new int[units.size()];
        Map<String, Integer> sourceOf = new HashMap<>();
        int missing = 0;
        for (int u = 0; u < units.size(); u++) {
            String unit = units.get(u);
            sources[u] = sourceOf.computeIfAbsent(rows.source(unit), k -> sourceOf.size());
            int named = 0;
            int blank = 0;
            for (int g = 0; g < width; g++) {
                boolean here = rows.sheets().get(g).rows().containsKey(unit);
                Optional<String> value =
                        value(rows.cell(g, column, unit), column.name(), reading, lookup);
                named += here ? 1 : 0;
                blank += here && value.isEmpty() ? 1 : 0;
                cells[u * width + g] =
                        value.map(v -> categories.computeIfAbsent(v, k -> categories.size()))
                                .orElse(RatingTable.MISSING);
            }
            missing += named > 1 ? blank : 0;
        }
        RatingTable table =
                RatingTable.of(rows.coders(), List.copyOf(categories.keySet()), cells)
                        .asListed(listed)
                        .withClusters(Arrays.copyOf(sources, sources.length), "source");
        return new Read(table, missing);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        taken.forEach(
                (word, n) ->
                        notes.add(
                                "“"
                                        + word
                                        + "” is read as no answer ("
                                        + Words.counted(n, "cell")
                                        + ")."));
        unknown.forEach(
                (what, n) -> notes.add(what + " is in the codebook under no name (" + n + "×)."));
        return notes;
    }

    private Optional<String> value(
            String cell, String column, Reading reading, Optional<ValueLookup> lookup) {
        boolean names = lookup.filter(l -> l.names(cell)).isPresent();
        if (cell.isBlank()) {
            return Optional.empty();
        }
        if (ValueLookup.missing(cell) && !names) {
            if (reading == Reading.WRITTEN) {
                taken.merge(column + ": " + cell.strip(), 1, Integer::sum);
            }
            return Optional.empty();
        }
        return switch (reading) {
            case WRITTEN -> Optional.of(cell);
            case FOLDED -> Optional.of(Words.key(cell));
            case CODES -> code(cell, column, lookup.orElseThrow());
        };
    }

    private Optional<String> code(String cell, String column, ValueLookup lookup) {
        ValueLookup.Found found = lookup.find(cell);
        if (!found.unknown().isEmpty()) {
            unknown.merge(column + ": “" + Words.key(cell) + "”", 1, Integer::sum);
            return Optional.of(Words.key(cell) + " (not in the codebook)");
        }
        if (found.codes().stream().anyMatch(c -> c.special() == Special.UNSURE)) {
            return Optional.empty();
        }
        return Optional.of(
                String.join("; ", found.codes().stream().map(Code::name).sorted().toList()));
    }
}
