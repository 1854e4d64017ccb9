package org.concordqda.intake;

import org.concordqda.model.ImportedTable;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which column of a codebook table means what, told by the header words that researchers use.
final class CodebookColumns {
    /// What a column can mean.
    enum Field {
        DIMENSION("dimension", "variable", "facet", "construct", "code group", "question group"),
        PATH(
                "code path",
                "path",
                "code",
                "value",
                "code name",
                "name",
                "label",
                "category",
                "theme"),
        PARENT("parent", "parent code", "parent path", "belongs to"),
        DEFINITION("definition", "description", "meaning", "code definition", "code description"),
        INCLUDE(
                "include",
                "include when",
                "inclusion",
                "inclusion criteria",
                "when to use",
                "use when",
                "apply when"),
        EXCLUDE(
                "exclude",
                "exclude when",
                "exclusion",
                "exclusion criteria",
                "when not to use",
                "do not use when"),
        EXAMPLE("example", "examples", "typical example", "example quote", "quote"),
        COUNTER_EXAMPLE(
                "counter example",
                "counterexample",
                "counter-example",
                "negative example",
                "close but no"),
        ALIASES("aliases", "alias", "synonyms", "other names", "also known as"),
        SOURCE("source", "citation", "reference", "references"),
        COLOUR("colour", "color"),
        KEY("key", "code key", "id"),
        GUID("guid", "code guid", "uuid"),
        SPECIAL("special"),
        RETIRED("retired"),
        QUESTION("question"),
        SCOPE("scope"),
        CHOICE("choice"),
        SCALE("scale"),
        DIMENSION_ALIASES("dimension aliases");

        private final String words;

        Field(String... words) {
            this.words = String.join("|", words);
        }

        private List<String> words() {
            return List.of(words.split("\\|"));
        }
    }

    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private final List<Integer> levels = new ArrayList<>();
    private final List<String> unused = new ArrayList<>();

    static CodebookColumns of(ImportedTable table) throws Unreadable {
        CodebookColumns found = new CodebookColumns();
        for (int i = 0; i < table.columns().size(); i++) {
            found.column(table, i);
        }
        if (found.levels.isEmpty() && !found.places.containsKey(Field.PATH)) {
            throw new Unreadable(
                    place(table, table.firstRow() - 1),
                    "no column is named code, code path or level 1, so there are no codes to"
                            + " read.");
        }
        return found;
    }

    private void column(ImportedTable table, int at) throws Unreadable {
        String name = Words.key(table.columns().get(at)).replace('_', ' ');
        if (name.isEmpty()) {
            return;
        }
        if (name.matches(
                "(code |category )?level ?\\d|(sub-?)*(sub-?theme|sub-?code|sub-?category)("
                        + " name)?")) {
            levels.add(at);
            return;
        }
        for (Field field : Field.values()) {
            if (field.words().contains(name)) {
                Integer before = places.putIfAbsent(field, at);
                if (before != null && field != Field.PATH) {
                    throw new Unreadable(
                            place(table, table.firstRow() - 1),
                            "two columns mean the same: “"
                                    + table.columns().get(before)
                                    + "” and “"
                                    + table.columns().get(at)
                                    + "”.");
                }
                if (before != null) {
                    path(table, before, at);
                }
                return;
            }
        }
        unused.add(table.columns().get(at));
    }

    /// Two columns that could be the code: a theme or category and a code are two levels; else the surer
    /// word wins and the other is not used.
    private void path(ImportedTable table, int before, int at) {
        if (group(table, before) && !group(table, at)) {
            places.remove(Field.PATH);
            levels.add(before);
            levels.add(at);
            return;
        }
        List<String> words = Field.PATH.words();
        int old = words.indexOf(Words.key(table.columns().get(before)).replace('_', ' '));
        int now = words.indexOf(Words.key(table.columns().get(at)).replace('_', ' '));
        places.put(Field.PATH, now < old ? at : before);
        unused.add(table.columns().get(now < old ? before : at));
    }

    private static boolean group(ImportedTable table, int at) {
        return List.of("theme", "category").contains(Words.key(table.columns().get(at)));
    }

    /// The cell of a field, "" when there is no such column.
    String cell(List<String> row, Field field) {
        Integer at = places.get(field);
        return at == null ? "" : row.get(at).strip();
    }

    boolean has(Field field) {
        return places.containsKey(field);
    }

    /// Level columns in order; with a code column before them, that is the first level.
    List<Integer> levels() {
        if (levels.isEmpty()) {
            return List.of();
        }
        List<Integer> all = new ArrayList<>();
        Integer path = places.get(Field.PATH);
        if (path != null && path < levels.getFirst()) {
            all.add(path);
        }
        all.addAll(levels);
        return all;
    }

    /// Columns that mean nothing here.
    List<String> unused() {
        return unused;
    }

    /// Where a row is, for messages.
    static String place(ImportedTable table, int row) {
        return table.sheet().isEmpty() ? "line " + row : "sheet " + table.sheet() + ", line " + row;
    }
}
