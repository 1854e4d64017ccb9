package org.concordqda.study;

import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.AttributeMapping.Column;
import org.concordqda.model.AttributeMapping.Link;
import org.concordqda.model.AttributeMapping.Preview;
import org.concordqda.model.AttributeType;
import org.concordqda.model.Case;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Source;
import org.concordqda.store.Journal;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings in attributes from a table with a row per source or per case. [#preview] says what would be
/// stored; [#store] does it as one act. A blank cell leaves what is there.
final class AttributeTable {
    private static final Set<String> KEYS =
            Set.of(
                    "key",
                    "source",
                    "sources",
                    "file",
                    "filename",
                    "file name",
                    "title",
                    "url",
                    "issue",
                    "issue url",
                    "case",
                    "participant",
                    "participants",
                    "id",
                    "name",
                    "repository",
                    "repo",
                    "interview",
                    "interviewee",
                    "respondent");

    private final Study study;
    private final ImportedTable table;
    private final AttributeMapping mapping;
    private final int key;

    /// The attribute a column becomes, by its place.
    private final Map<Integer, Column> columns = new LinkedHashMap<>();

    private final List<String> notes = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    AttributeTable(Study study, ImportedTable table, AttributeMapping mapping) {
        this.study = study;
        this.table = table;
        this.mapping = mapping;
        this.key = keyColumn();
        columns();
    }

    /// The likeliest mapping: the key is the first column whose cells name sources, else the first with a
    /// name such as `participant`; a table whose rows are no sources is one of cases.
    static AttributeMapping guess(Study study, ImportedTable table) {
        List<Source> sources = study.sources().list();
        int best = -1;
        int most = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            SourceFinder finder = new SourceFinder(sources);
            int fits =
                    (int)
                            table.rows().stream()
                                    .filter(r -> finder.find(r.get(column)).isPresent())
                                    .count();
            if (fits > most) {
                most = fits;
                best = c;
            }
        }
        if (best >= 0 && most * 2 >= table.rows().size()) {
            return new AttributeMapping(Of.SOURCE, "", table.columns().get(best), Set.of(), false);
        }
        int at = 0;
        for (int c = table.columns().size() - 1; c >= 0; c--) {
            if (KEYS.contains(Words.key(table.columns().get(c)))) {
                at = c;
            }
        }
        String name = table.columns().isEmpty() ? "" : table.columns().get(at);
        return new AttributeMapping(Of.CASE, AttributeMapping.kindOf(name), name, Set.of(), false);
    }

    Preview preview() {
        SourceFinder finder = new SourceFinder(study.sources().list());
        Set<String> cases = caseNames();
        Set<String> seen = new HashSet<>();
        int rows = 0;
        int matched = 0;
        int added = 0;
        List<String> unmatched = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            String name = table.rows().get(r).get(key).strip();
            if (name.isEmpty()) {
                continue;
            }
            rows++;
            Optional<Source> named = mapping.of() == Of.CASE ? Optional.empty() : finder.find(name);
            // One source may be named in two ways, by its address and by its number.
            boolean again = !seen.add(named.map(Source::key).orElse(name));
            if (again) {
                notes.add(
                        "Row "
                                + (table.firstRow() + r)
                                + " is a second one of “"
                                + named.map(Source::key).orElse(name)
                                + "”; where both have a value the later row counts.");
            }
            if (mapping.of() == Of.CASE) {
                if (cases.contains(name)) {
                    matched++;
                } else if (!again) {
                    added++;
                }
                if (!again) {
                    finder.byNumber(name).ifPresent(s -> links.add(new Link(name, s.key())));
                }
            } else if (named.isPresent()) {
                matched++;
            } else {
                unmatched.add(name);
            }
        }
        return new Preview(
                rows,
                matched,
                added,
                List.copyOf(columns.values()),
                unmatched,
                wrong,
                links,
                notes);
    }

    /// @throws ConcordException when a value does not fit; nothing was stored
    Preview store() {
        Preview preview = preview();
        if (!preview.wrong().isEmpty()) {
            throw new ConcordException(
                    preview.wrong().getFirst()
                            + (preview.wrong().size() > 1
                                    ? " There are " + (preview.wrong().size() - 1) + " more."
                                    : "")
                            + " Nothing was stored.");
        }
        if (preview.matched() + preview.added() == 0) {
            throw new ConcordException(
                    (preview.rows() == 0
                                    ? table.file()
                                            + " has no row with something in the column “"
                                            + mapping.key()
                                            + "”."
                                    : "No row of "
                                            + table.file()
                                            + " names a source of the study in its column “"
                                            + mapping.key()
                                            + "”: there is no “"
                                            + preview.unmatched().getFirst()
                                            + "”.")
                            + " Nothing was stored.");
        }
        SourceFinder finder = new SourceFinder(study.sources().list());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "attributes.import",
                                "import attributes of " + table.file()),
                        tx -> {
                            AttributeWriter writer = new AttributeWriter(tx);
                            columns.values().stream()
                                    .filter(Column::fresh)
                                    .forEach(
                                            c ->
                                                    writer.type(
                                                            mapping.of().word(),
                                                            c.name(),
                                                            c.type()));
                            for (List<String> cells : table.rows()) {
                                String name = cells.get(key).strip();
                                if (name.isEmpty()) {
                                    continue;
                                }
                                if (mapping.of() == Of.CASE) {
                                    long id = Cases.theCase(tx, mapping.kind(), name);
                                    if (mapping.link()) {
                                        finder.byNumber(name)
                                                .ifPresent(s -> Cases.link(tx, id, s.id().value()));
                                    }
                                    values(cells, (a, v) -> writer.ofCase(id, a, v));
                                } else {
                                    finder.find(name)
                                            .ifPresent(
                                                    s ->
                                                            values(
                                                                    cells,
                                                                    (a, v) ->
                                                                            writer.source(
                                                                                    s.id().value(),
                                                                                    a,
                                                                                    v)));
                                }
                            }
                            return null;
                        });
        return preview;
    }

    private void values(List<String> cells, java.util.function.BiConsumer<String, String> set) {
        columns.forEach(
                (at, column) -> {
                    String value = cells.get(at).strip();
                    if (!value.isEmpty()) {
                        set.accept(column.name(), value);
                    }
                });
    }

    private Set<String> caseNames() {
        Set<String> names = new HashSet<>();
        for (Case c : study.cases().list()) {
            if (c.kind().equals(mapping.kind())) {
                names.add(c.name());
            }
        }
        return names;
    }

    private int keyColumn() {
        for (int i = 0; i < table.columns().size(); i++) {
            if (Words.key(table.columns().get(i)).equals(Words.key(mapping.key()))) {
                return i;
            }
        }
        throw new ConcordException(
                table.file()
                        + " has no column “"
                        + mapping.key()
                        + "”; it has "
                        + String.join(
                                ", ", table.columns().stream().filter(c -> !c.isBlank()).toList())
                        + ".");
    }

    private void columns() {
        Map<String, Attribute> there = new HashMap<>();
        study.attributes().list().stream()
                .filter(a -> a.of() == mapping.of())
                .forEach(a -> there.put(a.name(), a));
        Set<String> names = new HashSet<>();
        int unnamed = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            String name = table.columns().get(c).strip();
            if (c == key || mapping.skipped().contains(name)) {
                continue;
            }
            List<String> values = new ArrayList<>();
            for (List<String> row : table.rows()) {
                if (!row.get(c).isBlank() && !row.get(key).isBlank()) {
                    values.add(row.get(c).strip());
                }
            }
            if (name.isEmpty()) {
                unnamed += values.isEmpty() ? 0 : 1;
                continue;
            }
            if (!names.add(name)) {
                notes.add("There are two columns “" + name + "”; the first is read.");
                continue;
            }
            Attribute is = there.get(name);
            AttributeType type = is == null ? typeOf(values) : is.type();
            columns.put(
                    c,
                    new Column(
                            name,
                            type,
                            is == null,
                            values.size(),
                            values.isEmpty() ? "" : values.getFirst()));
            if (is != null) {
                check(is, c);
            }
        }
        if (unnamed > 0) {
            notes.add(
                    unnamed == 1
                            ? "A column without a name is left out."
                            : unnamed + " columns without a name are left out.");
        }
    }

    private void check(Attribute attribute, int column) {
        for (int r = 0; r < table.rows().size(); r++) {
            int row = table.firstRow() + r;
            attribute
                    .type()
                    .refusal(table.rows().get(r).get(column).strip(), attribute.choices())
                    .ifPresent(
                            why ->
                                    wrong.add(
                                            table.file()
                                                    + ", row "
                                                    + row
                                                    + ", "
                                                    + attribute.name()
                                                    + ": "
                                                    + why
                                                    + "."));
        }
    }

    private static AttributeType typeOf(List<String> values) {
        boolean numbers =
                !values.isEmpty()
                        && values.stream()
                                .allMatch(
                                        v -> AttributeType.NUMBER.refusal(v, List.of()).isEmpty());
        return numbers ? AttributeType.NUMBER : AttributeType.TEXT;
    }
}
