package org.concordqda.intake;

import org.concordqda.intake.CodebookColumns.Field;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Special;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The rows of one dimension put together as a tree, in the order of the file. A row may stand before or
/// after its parent's; level columns make the groups they name; a path or a parent that no row explains
/// is an error with its line, and so is a circle of parents.
final class DimensionTree {
    private static final String STEP = "\0";

    private record Row(
            List<String> path, boolean implied, Map<Field, String> cells, int line, String place) {}

    private final String dimension;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    DimensionTree(String dimension) {
        this.dimension = dimension;
    }

    void add(List<String> path, CodebookColumns columns, List<String> row, int line, String place)
            throws Unreadable {
        if (!columns.levels().isEmpty()) {
            for (int n = 1; n < path.size(); n++) {
                List<String> group = path.subList(0, n);
                rows.putIfAbsent(at(group), new Row(group, true, Map.of(), line, place));
            }
        }
        Map<Field, String> cells = new HashMap<>();
        for (Field field : Field.values()) {
            cells.put(field, columns.cell(row, field));
        }
        Row before = rows.get(at(path));
        if (before != null && !before.implied()) {
            throw new Unreadable(
                    place,
                    "the code “"
                            + String.join(" > ", path)
                            + "” is there already ("
                            + before.place()
                            + ").");
        }
        rows.put(at(path), new Row(path, false, cells, line, place));
    }

    /// The tree, checked.
    List<Code> codes(CodebookRules rules) throws Unreadable {
        Map<String, List<Row>> children = new LinkedHashMap<>();
        Map<String, String> places = places();
        for (Map.Entry<String, Row> each : rows.entrySet()) {
            String full = places.getOrDefault(each.getKey(), each.getKey());
            int cut = full.lastIndexOf(STEP);
            String parent = cut < 0 ? "" : full.substring(0, cut);
            children.computeIfAbsent(parent, p -> new ArrayList<>()).add(each.getValue());
        }
        return build("", "", children, rules);
    }

    /// The whole path of every row; a parent column may name its parent without the way to it.
    private Map<String, String> places() throws Unreadable {
        Map<String, String> places = new HashMap<>();
        for (Map.Entry<String, Row> each : rows.entrySet()) {
            places.put(each.getKey(), place(each.getKey(), each.getValue(), new ArrayList<>()));
        }
        return places;
    }

    private String place(String key, Row row, List<String> through) throws Unreadable {
        List<String> path = row.path();
        if (path.size() == 1) {
            return key;
        }
        if (through.contains(key)) {
            throw new Unreadable(
                    row.place(),
                    "the code “"
                            + path.getLast()
                            + "” is below itself: its parents form a circle.");
        }
        through.add(key);
        List<String> above = path.subList(0, path.size() - 1);
        Row parent = rows.get(at(above));
        String parentKey = at(above);
        if (parent == null && above.size() == 1) {
            String wanted = Words.key(above.getFirst());
            for (Map.Entry<String, Row> each : rows.entrySet()) {
                if (Words.key(each.getValue().path().getLast()).equals(wanted)) {
                    parent = each.getValue();
                    parentKey = each.getKey();
                    break;
                }
            }
        }
        if (parent == null) {
            throw new Unreadable(
                    row.place(),
                    "the code “"
                            + path.getLast()
                            + "” has no parent: no row is “"
                            + String.join(" > ", above)
                            + "”.");
        }
        return place(parentKey, parent, through) + STEP + Words.key(path.getLast());
    }

    private List<Code> build(
            String parent, String shown, Map<String, List<Row>> children, CodebookRules rules)
            throws Unreadable {
        List<Code> codes = new ArrayList<>();
        for (Row row : children.getOrDefault(parent, List.of())) {
            String name = row.path().getLast();
            String path = shown.isEmpty() ? name : shown + " > " + name;
            String key = cell(row, Field.KEY);
            key = key.isEmpty() ? rules.freeKey(dimension, path) : key;
            rules.code(dimension, key, shown, name, row.line());
            rules.guid(cell(row, Field.GUID), row.line());
            rules.colour(cell(row, Field.COLOUR), row.line());
            String special = cell(row, Field.SPECIAL);
            String below = parent.isEmpty() ? Words.key(name) : parent + STEP + Words.key(name);
            codes.add(
                    new Code(
                            new CodeId(0),
                            cell(row, Field.GUID),
                            key,
                            name,
                            list(cell(row, Field.ALIASES)),
                            cell(row, Field.DEFINITION),
                            cell(row, Field.INCLUDE),
                            cell(row, Field.EXCLUDE),
                            cell(row, Field.EXAMPLE),
                            cell(row, Field.COUNTER_EXAMPLE),
                            cell(row, Field.SOURCE),
                            cell(row, Field.COLOUR),
                            special.isEmpty()
                                    ? Special.ORDINARY
                                    : YamlFields.word(
                                            special, Special.class, "“special”", row.line()),
                            Set.of("yes", "true", "x", "1", "retired")
                                    .contains(cell(row, Field.RETIRED).toLowerCase(Locale.ROOT)),
                            false,
                            build(below, path, children, rules)));
        }
        return codes;
    }

    private static String cell(Row row, Field field) {
        return row.cells().getOrDefault(field, "");
    }

    /// Aliases in one cell: by line or semicolon, else by comma.
    static List<String> list(String cell) {
        String[] parts = cell.split(cell.contains("\n") || cell.contains(";") ? "[;\n]" : ",");
        return Arrays.stream(parts).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private static String at(List<String> path) {
        return String.join(STEP, path.stream().map(Words::key).toList());
    }
}
