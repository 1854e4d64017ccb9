package org.concordqda.intake;

import org.concordqda.intake.CodebookColumns.Field;
import org.concordqda.model.Choice;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A codebook out of tables: a row per code, columns by their names. With a `dimension` column each of
/// its values is a dimension; without, each sheet is one, asked of passages with several codes allowed.
final class CodebookTable {
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final CodebookRules rules = new CodebookRules();
    private final Consumer<String> notes;

    private CodebookTable(Consumer<String> notes) {
        this.notes = notes;
    }

    static ImportedCodebook read(List<ImportedTable> tables, String file, Consumer<String> notes) {
        String title = title(file);
        try {
            CodebookTable reader = new CodebookTable(notes);
            for (ImportedTable table : tables) {
                reader.table(
                        table,
                        table.sheet().isEmpty() || tables.size() == 1 ? title : table.sheet());
            }
            List<Dimension> dimensions = new ArrayList<>();
            for (Draft draft : reader.drafts.values()) {
                dimensions.add(draft.dimension(reader.rules));
            }
            if (dimensions.isEmpty()) {
                throw new Unreadable("", "the table holds no code.");
            }
            return new ImportedCodebook("", title, "", "", "", reader.rules.settled(dimensions));
        } catch (Unreadable e) {
            throw e.refused(file);
        }
    }

    private static String title(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private void table(ImportedTable table, String otherwise) throws Unreadable {
        CodebookColumns columns = CodebookColumns.of(table);
        if (!columns.unused().isEmpty()) {
            notes.accept(
                    (table.sheet().isEmpty() ? "" : "Sheet " + table.sheet() + ": ")
                            + "columns not used: "
                            + String.join(", ", columns.unused())
                            + ".");
        }
        String dimension = columns.has(Field.DIMENSION) ? "" : otherwise;
        List<String> above = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = table.rows().get(i);
            String place = CodebookColumns.place(table, table.firstRow() + i);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            String here = columns.cell(row, Field.DIMENSION);
            if (!here.isEmpty() && !here.equals(dimension)) {
                dimension = here;
                above.clear();
            }
            if (dimension.isEmpty()) {
                throw new Unreadable(place, "the row names no dimension.");
            }
            Draft draft = draft(dimension, columns, row, table.firstRow() + i);
            List<String> path = path(columns, row, above);
            if (path.isEmpty()) {
                draft.describe(columns.cell(row, Field.DEFINITION));
                continue;
            }
            draft.codes.add(path, columns, row, table.firstRow() + i, place);
        }
    }

    /// The names from the root down to the row's code. In level columns a blank cell before the last
    /// repeats the one above it.
    private static List<String> path(
            CodebookColumns columns, List<String> row, List<String> above) {
        List<Integer> levels = columns.levels();
        if (levels.isEmpty()) {
            String cell = columns.cell(row, Field.PATH);
            String parent = columns.cell(row, Field.PARENT);
            List<String> own = split(cell);
            if (own.isEmpty() || parent.isEmpty()) {
                return own;
            }
            List<String> all = new ArrayList<>(split(parent));
            all.add(own.getLast());
            return all;
        }
        List<String> path = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < levels.size(); i++) {
            if (!row.get(levels.get(i)).isBlank()) {
                last = i;
            }
        }
        for (int i = 0; i <= last; i++) {
            String cell = row.get(levels.get(i)).strip();
            path.add(cell.isEmpty() && i < above.size() ? above.get(i) : cell);
        }
        path.removeIf(String::isEmpty);
        if (last >= 0) {
            above.clear();
            above.addAll(path);
        }
        return path;
    }

    static List<String> split(String path) {
        return Arrays.stream(path.split("\\s*(?:>|→|»|::)\\s*"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private Draft draft(String name, CodebookColumns columns, List<String> row, int line)
            throws Unreadable {
        Draft draft = drafts.get(Words.key(name));
        if (draft == null) {
            boolean asked = columns.has(Field.DIMENSION);
            draft = new Draft(name, asked);
            drafts.put(Words.key(name), draft);
            rules.dimension(draft.key, name, line);
        }
        draft.fill(columns, row, line);
        return draft;
    }

    /// A dimension while its rows are read; the first row that says something of it counts.
    private static final class Draft {
        private final String name;
        private final String key;
        private final DimensionTree codes;
        private String question = "";
        private Scope scope;
        private Choice choice;
        private Scale scale = Scale.NOMINAL;
        private List<String> aliases = List.of();

        Draft(String name, boolean named) {
            this.name = name;
            this.key = CodebookRules.slug(name);
            this.codes = new DimensionTree(key);
            this.scope = named ? Scope.UNIT : Scope.PASSAGE;
            this.choice = named ? Choice.ONE : Choice.MANY;
        }

        void fill(CodebookColumns columns, List<String> row, int line) throws Unreadable {
            String said = columns.cell(row, Field.QUESTION);
            question = question.isEmpty() ? said : question;
            scope = word(columns.cell(row, Field.SCOPE), Scope.class, scope, "scope", line);
            choice = word(columns.cell(row, Field.CHOICE), Choice.class, choice, "choice", line);
            scale = word(columns.cell(row, Field.SCALE), Scale.class, scale, "scale", line);
            if (aliases.isEmpty()) {
                aliases = DimensionTree.list(columns.cell(row, Field.DIMENSION_ALIASES));
            }
        }

        private static <E extends Enum<E>> E word(
                String text, Class<E> type, E otherwise, String what, int line) throws Unreadable {
            return text.isEmpty() ? otherwise : YamlFields.word(text, type, "“" + what + "”", line);
        }

        void describe(String definition) {
            question = question.isEmpty() ? definition : question;
        }

        Dimension dimension(CodebookRules rules) throws Unreadable {
            return new Dimension(
                    new DimensionId(0),
                    "",
                    key,
                    name,
                    aliases,
                    question,
                    scope,
                    choice,
                    scale,
                    Set.of(),
                    Optional.empty(),
                    false,
                    Reliability.MEASURED,
                    "",
                    "",
                    List.of(),
                    codes.codes(rules));
        }
    }
}
