package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;
import org.concordqda.model.Special;
import org.concordqda.store.Journal;
import org.concordqda.store.Json;
import org.concordqda.study.CodebookWriter.Edit;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The fields of codes and dimensions in the working draft. Each change is one act and is noted as one of
/// wording or of meaning; only meaning makes older ratings stale. Any thread.
public final class CodebookFields {
    private static final Set<String> MEANING =
            Set.of(
                    "definition",
                    "include",
                    "exclude",
                    "special",
                    "question",
                    "scope",
                    "choice",
                    "scale",
                    "asked_when",
                    "applies_to",
                    "askedWhen",
                    "appliesTo");

    private final Study study;

    public CodebookFields(Study study) {
        this.study = study;
    }

    /// Whether a change of this field is one of meaning where nobody says otherwise.
    public static boolean meaningful(String field) {
        return MEANING.contains(field);
    }

    /// Changes a field of a code.
    ///
    /// @param field `name`, `key`, `aliases` (one a line), `definition`, `include`, `exclude`, `example`,
    ///     `counterExample`, `source`, `colour` (`#rrggbb` or ""), `special`
    /// @param meaning whether the change is of meaning or only of wording
    /// @param reason why, or ""
    /// @throws ConcordException when the value cannot be; nothing is changed
    public void edit(CodeId code, String field, String value, boolean meaning, String reason) {
        Codebook draft = study.codebooks().draft();
        Dimension d = draft.dimensionOf(code).orElseThrow(Codebooks::gone);
        Code old = draft.code(code).orElseThrow(Codebooks::gone);
        String column = column(field);
        String before = value(old, field);
        String now = checked(d, old, field, value);
        if (now.equals(before)) {
            return;
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "code.edit", said(field, old.name(), now)),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            Map<String, Object> changes = new LinkedHashMap<>();
                            changes.put(
                                    column,
                                    field.equals("aliases")
                                            ? Json.write(now.lines().toList())
                                            : now);
                            if (field.equals("name") && writer.cutWith(code)) {
                                writer.replaced(code, code, "rename");
                                oldName(d, old, now).ifPresent(a -> changes.put("aliases", a));
                            }
                            tx.update("code_text", writer.row(code), changes);
                            if (field.equals("key")) {
                                Map<String, Map<String, String>> keys =
                                        Map.of(d.key(), Map.of(before, now));
                                writer.rules(draft, x -> ReadThrough.rekeyed(x, keys));
                            }
                            writer.log(Edit.of(code, field), before, now, meaning, reason);
                            return null;
                        });
    }

    private static String said(String field, String name, String now) {
        return switch (field) {
            case "name" -> "rename " + name + " to " + now;
            case "counterExample" -> "change counter-example of " + name;
            case "include", "exclude" -> "change " + field + " when of " + name;
            case "source" -> "change citation of " + name;
            default -> "change " + field + " of " + name;
        };
    }

    /// A renamed code that others know keeps its old name as an alias, so that files with it still fold.
    private static java.util.Optional<String> oldName(Dimension d, Code code, String now) {
        boolean known =
                CodebookNames.same(code.name(), now)
                        || code.aliases().contains(code.name())
                        || d.allCodes().stream()
                                .anyMatch(
                                        c ->
                                                !c.id().equals(code.id())
                                                        && CodebookNames.same(
                                                                c.name(), code.name()));
        if (known) {
            return java.util.Optional.empty();
        }
        List<String> aliases = new ArrayList<>(code.aliases());
        aliases.removeIf(a -> CodebookNames.same(a, now));
        aliases.add(code.name());
        return java.util.Optional.of(Json.write(aliases));
    }

    private String checked(Dimension d, Code old, String field, String value) {
        return switch (field) {
            case "name" -> {
                String name = CodebookNames.clean(value, "A code");
                CodebookNames.free(d.siblings(old.id()), java.util.Optional.of(old.id()), name);
                yield name;
            }
            case "key" -> {
                String key = CodebookNames.clean(value, "A key");
                if (d.allCodes().stream()
                        .anyMatch(c -> !c.id().equals(old.id()) && c.key().equals(key))) {
                    throw new ConcordException(
                            "Another code of “"
                                    + d.name()
                                    + "” has the key “"
                                    + key
                                    + "”; nothing was changed.");
                }
                yield key;
            }
            case "aliases" ->
                    String.join("\n", CodebookNames.aliases(d, old.id(), value.lines().toList()));
            case "colour" -> {
                String colour = value.strip().toLowerCase(Locale.ROOT);
                if (!colour.isEmpty() && !colour.matches("#[0-9a-f]{6}")) {
                    throw new ConcordException(
                            "“" + value + "” is not a colour like #3f7fd9; nothing was changed.");
                }
                yield colour;
            }
            case "special" -> special(old, value).name();
            default -> value.strip();
        };
    }

    private static Special special(Code old, String value) {
        Special wanted;
        try {
            wanted = Special.valueOf(value.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw new ConcordException(
                    "“" + value + "” is not a kind of code; nothing was changed.", e);
        }
        if (wanted.answerless() && !old.children().isEmpty()) {
            throw new ConcordException(
                    "Codes stand under “"
                            + old.name()
                            + "”, so it cannot stand for no answer; nothing was changed.");
        }
        return wanted;
    }

    /// A field of a code as text.
    static String value(Code c, String field) {
        return switch (field) {
            case "name" -> c.name();
            case "key" -> c.key();
            case "aliases" -> String.join("\n", c.aliases());
            case "definition" -> c.definition();
            case "include" -> c.include();
            case "exclude" -> c.exclude();
            case "example" -> c.example();
            case "counterExample" -> c.counterExample();
            case "source" -> c.source();
            case "colour" -> c.colour();
            case "special" -> c.special().name();
            default -> throw unknown(field);
        };
    }

    private static String column(String field) {
        return switch (field) {
            case "include" -> "include_when";
            case "exclude" -> "exclude_when";
            case "counterExample" -> "counter_example";
            case "source" -> "citation";
            case "name", "key", "aliases", "definition", "example", "colour", "special" -> field;
            default -> throw unknown(field);
        };
    }

    private static ConcordException unknown(String field) {
        return new ConcordException(
                "A code has no field “"
                        + field
                        + "”; it has name, key, aliases, definition, include, exclude, example,"
                        + " counterExample, source, colour and special.");
    }

    /// Changes every field of a dimension that differs from the draft; codes are left alone.
    ///
    /// @param now the dimension as it should be
    /// @param meaning whether the changes are of meaning
    /// @throws ConcordException when ratings stand in the way or a value cannot be; nothing is changed
    public void change(Dimension now, boolean meaning, String reason) {
        Codebook draft = study.codebooks().draft();
        Dimension old = draft.dimension(now.id()).orElseThrow(Codebooks::gone);
        String name = CodebookNames.clean(now.name(), "A dimension");
        CodebookNames.clean(now.key(), "A key");
        refuse(draft, old, now);
        Map<String, @Nullable Object> before = CodebookRows.row(old, draft.version(), old.id(), 0);
        Map<String, @Nullable Object> after = CodebookRows.row(now, draft.version(), now.id(), 0);
        after.put("name", name);
        List<String> changed =
                after.keySet().stream()
                        .filter(c -> !Objects.equals(before.get(c), after.get(c)))
                        .toList();
        if (changed.isEmpty()) {
            return;
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "dimension.edit",
                                "change "
                                        + String.join(", ", changed).replace('_', ' ')
                                        + " of "
                                        + old.name()),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
                            for (String column : changed) {
                                changes.put(column, after.get(column));
                                writer.log(
                                        Edit.of(now.id(), column),
                                        text(before.get(column)),
                                        text(after.get(column)),
                                        meaning,
                                        reason);
                            }
                            tx.update("dimension_text", writer.row(now.id()), changes);
                            if (!now.key().equals(old.key())) {
                                Codebook changedDraft =
                                        CodebookRows.read(tx.read(), draft.version());
                                writer.rules(
                                        changedDraft,
                                        d -> DimensionRules.renamed(d, old.key(), now.key()));
                            }
                            return null;
                        });
    }

    private void refuse(Codebook draft, Dimension old, Dimension now) {
        for (Dimension other : draft.dimensions()) {
            if (other.id().equals(now.id())) {
                continue;
            }
            Set<String> clash = new HashSet<>(Codebooks.names(now));
            clash.retainAll(Codebooks.names(other));
            if (!clash.isEmpty()) {
                throw new ConcordException(
                        "The dimension “"
                                + other.name()
                                + "” goes by “"
                                + clash.iterator().next()
                                + "” already; nothing was changed.");
            }
        }
        now.askedWhen().ifPresent(c -> DimensionRules.check(draft, now, c));
        if (old.scope() != now.scope()) {
            long used = new CodeUses(study).everUsed(old);
            if (used > 0) {
                throw new ConcordException(
                        "“"
                                + old.name()
                                + "” has "
                                + used
                                + (old.scope() == Scope.PASSAGE ? " passages" : " ratings")
                                + ", so what it is asked of cannot change; add another dimension."
                                + " Nothing was changed.");
            }
        }
        if (old.choice() == Choice.MANY && now.choice() == Choice.ONE) {
            long several =
                    study.file()
                            .read()
                            .number(
                                    "SELECT count(*) FROM rating r WHERE r.dimension = ? AND"
                                            + " (SELECT count(*) FROM rating_code rc WHERE rc.rating"
                                            + " = r.id) <> 1",
                                    now.id().value());
            if (several > 0) {
                throw new ConcordException(
                        several
                                + " ratings of “"
                                + old.name()
                                + "” hold no code or several, so it cannot take exactly one value."
                                + " Nothing was changed.");
            }
        }
    }

    /// A dimension with one field said in words, as the command line and the desk say it.
    ///
    /// @param field `name`, `key`, `aliases` (divided by ;), `question`, `scope`, `choice`, `scale`,
    ///     `appliesTo` (kinds of source, divided by commas; "" for all), `askedWhen` (`dimension=key,key`; ""
    ///     for always), `carried`, `reliability`, `reliabilityReason`, `source`
    /// @throws ConcordException when there is no such field or the value cannot be one of it
    public static Dimension with(Dimension d, String field, String value) {
        return DimensionWords.with(d, field, value);
    }

    /// A dimension with other checks.
    public static Dimension withChecks(Dimension d, List<org.concordqda.model.Check> checks) {
        return d.withRules(d.askedWhen(), checks);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
