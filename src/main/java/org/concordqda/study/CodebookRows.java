package org.concordqda.study;

import org.concordqda.model.Check;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Special;
import org.concordqda.model.VersionId;
import org.concordqda.store.Db;
import org.concordqda.store.Json;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Codebook versions between rows and records.
final class CodebookRows {
    private record Stored(long parent, Code code) {}

    private CodebookRows() {}

    static Codebook read(Db db, VersionId version) {
        int number =
                (int)
                        db.number(
                                "SELECT number FROM codebook_version WHERE id = ?",
                                version.value());
        Map<Long, Map<Long, Stored>> byDimension = new LinkedHashMap<>();
        db.each(
                "SELECT c.dimension, coalesce(t.parent, 0), c.id, c.guid, t.key, t.name, t.aliases,"
                        + " t.definition, t.include_when, t.exclude_when, t.example, t.counter_example,"
                        + " t.citation, t.colour, t.special, t.retired, t.added_at_import FROM"
                        + " code_text t JOIN code c ON c.id = t.code WHERE t.version = ? ORDER BY"
                        + " t.position, t.id",
                row ->
                        byDimension
                                .computeIfAbsent(row.number(1), d -> new LinkedHashMap<>())
                                .put(row.number(3), new Stored(row.number(2), code(row))),
                version.value());
        List<Dimension> dimensions =
                db.list(
                        "SELECT d.id, d.guid, t.key, t.name, t.aliases, t.question, t.scope,"
                                + " t.choice, t.scale, t.applies_to, t.asked_when, t.carried,"
                                + " t.reliability, t.reliability_reason, t.citation, t.checks FROM"
                                + " dimension_text t JOIN dimension d ON d.id = t.dimension WHERE"
                                + " t.version = ? ORDER BY t.position, t.id",
                        row ->
                                dimension(
                                        row,
                                        tree(byDimension.getOrDefault(row.number(1), Map.of()), 0)),
                        version.value());
        return new Codebook(version, number, dimensions);
    }

    static Map<String, @Nullable Object> row(
            Dimension d, VersionId version, DimensionId id, int position) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("version", version.value());
        row.put("dimension", id.value());
        row.put("position", position);
        row.put("key", d.key());
        row.put("name", d.name());
        row.put("aliases", Json.write(d.aliases()));
        row.put("question", d.question());
        row.put("scope", d.scope());
        row.put("choice", d.choice());
        row.put("scale", d.scale());
        row.put("applies_to", Json.write(d.appliesTo().stream().sorted().toList()));
        row.put("asked_when", d.askedWhen().map(Json::write).orElse(null));
        row.put("carried", d.carried());
        row.put("reliability", d.reliability());
        row.put("reliability_reason", d.reliabilityReason());
        row.put("citation", d.source());
        row.put("checks", Json.write(d.checks()));
        return row;
    }

    static Map<String, @Nullable Object> row(
            Code c, VersionId version, CodeId id, @Nullable CodeId parent, int position) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("version", version.value());
        row.put("code", id.value());
        row.put("parent", parent == null ? null : parent.value());
        row.put("position", position);
        row.put("key", c.key());
        row.put("name", c.name());
        row.put("aliases", Json.write(c.aliases()));
        row.put("definition", c.definition());
        row.put("include_when", c.include());
        row.put("exclude_when", c.exclude());
        row.put("example", c.example());
        row.put("counter_example", c.counterExample());
        row.put("citation", c.source());
        row.put("colour", c.colour());
        row.put("special", c.special());
        row.put("retired", c.retired());
        row.put("added_at_import", c.addedAtImport());
        return row;
    }

    /// Copies every live row of one version under another, as cutting a version does.
    static void copy(Tx tx, VersionId from, VersionId to) {
        for (String table : List.of("dimension_text", "code_text")) {
            String columns =
                    table.equals("code_text")
                            ? "code, parent, position, key, name, aliases, definition,"
                                    + " include_when, exclude_when, example, counter_example,"
                                    + " citation, colour, special, retired, added_at_import"
                            : "dimension, position, key, name, aliases, question, scope, choice,"
                                    + " scale, applies_to, asked_when, carried, reliability,"
                                    + " reliability_reason, citation, checks";
            String[] names = ("version, " + columns).split(", ");
            Tx.Bulk bulk = tx.bulk(table, names);
            List<@Nullable Object[]> rows = new ArrayList<>();
            tx.read()
                    .each(
                            "SELECT "
                                    + columns
                                    + " FROM "
                                    + table
                                    + " WHERE version = ? ORDER BY position, id",
                            row -> {
                                @Nullable Object[] values = new Object[names.length];
                                values[0] = to.value();
                                for (int i = 1; i < names.length; i++) {
                                    values[i] =
                                            integer(names[i])
                                                    ? row.number(i)
                                                    : row.maybeText(i).orElse(null);
                                }
                                if (names[2].equals("parent") && row.number(2) == 0) {
                                    values[2] = null;
                                }
                                rows.add(values);
                            },
                            from.value());
            rows.forEach(bulk::add);
        }
    }

    private static boolean integer(String column) {
        return switch (column) {
            case "code",
                    "parent",
                    "dimension",
                    "position",
                    "retired",
                    "added_at_import",
                    "carried" ->
                    true;
            default -> false;
        };
    }

    private static List<Code> tree(Map<Long, Stored> all, long parent) {
        List<Code> level = new ArrayList<>();
        for (Stored s : all.values()) {
            if (s.parent == parent) {
                level.add(s.code.withChildren(tree(all, s.code.id().value())));
            }
        }
        return level;
    }

    private static Code code(Row row) {
        return new Code(
                new CodeId(row.number(3)),
                row.text(4),
                row.text(5),
                row.text(6),
                Json.texts(row.text(7)),
                row.text(8),
                row.text(9),
                row.text(10),
                row.text(11),
                row.text(12),
                row.text(13),
                row.text(14),
                Special.valueOf(row.text(15)),
                row.flag(16),
                row.flag(17),
                List.of());
    }

    private static Dimension dimension(Row row, List<Code> codes) {
        Set<SourceKind> applies = new LinkedHashSet<>();
        Json.texts(row.text(10)).forEach(kind -> applies.add(SourceKind.valueOf(kind)));
        return new Dimension(
                new DimensionId(row.number(1)),
                row.text(2),
                row.text(3),
                row.text(4),
                Json.texts(row.text(5)),
                row.text(6),
                Scope.valueOf(row.text(7)),
                Choice.valueOf(row.text(8)),
                Scale.valueOf(row.text(9)),
                applies,
                row.maybeText(11).map(json -> Json.read(json, Condition.class)),
                row.flag(12),
                Reliability.valueOf(row.text(13)),
                row.text(14),
                row.text(15),
                Json.readList(row.text(16), Check.class),
                codes);
    }

    static Optional<Long> textRow(Db db, VersionId version, CodeId code) {
        return db.one(
                "SELECT id FROM code_text WHERE version = ? AND code = ?",
                row -> row.number(1),
                version.value(),
                code.value());
    }
}
