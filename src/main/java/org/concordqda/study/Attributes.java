package org.concordqda.study;

import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeId;
import org.concordqda.model.AttributeType;
import org.concordqda.model.CaseId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The variables of sources and cases. Values are checked against the attribute's type; what does not fit is
/// refused with a sentence and nothing is stored.
public final class Attributes {
    private final Study study;

    Attributes(Study study) {
        this.study = study;
    }

    /// Every attribute, those of sources first, by name.
    public List<Attribute> list() {
        return study.file()
                .read()
                .list(
                        "SELECT a.id, a.of, a.name, a.type, (SELECT count(*) FROM attribute_value v"
                                + " WHERE v.attribute = a.id) FROM attribute a ORDER BY a.of DESC,"
                                + " a.name COLLATE NOCASE",
                        row ->
                                new Attribute(
                                        new AttributeId(row.number(1)),
                                        row.text(2).equals("case") ? Of.CASE : Of.SOURCE,
                                        row.text(3),
                                        AttributeTypes.type(row.text(4)),
                                        AttributeTypes.choices(row.text(4)),
                                        row.integer(5)));
    }

    /// Makes an attribute.
    ///
    /// @param choices what can be chosen, for a choice
    /// @throws ConcordException when the name is taken or empty, or a choice has nothing to choose
    public AttributeId add(Of of, String name, AttributeType type, List<String> choices) {
        List<String> clean = checked(type, choices);
        String called = free(of, name, new AttributeId(0));
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "attribute.add", "add the attribute " + called),
                        tx -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("of", of.word());
                            row.put("name", called);
                            row.put("type", AttributeTypes.write(type, clean));
                            return new AttributeId(tx.insert("attribute", row));
                        });
    }

    /// Renames an attribute or changes its type.
    ///
    /// @throws ConcordException when the name is taken or a value does not fit the new type
    public void change(AttributeId id, String name, AttributeType type, List<String> choices) {
        Attribute was = get(id);
        List<String> clean = checked(type, choices);
        String called = free(was.of(), name, id);
        List<String> wrong =
                study
                        .file()
                        .read()
                        .list(
                                "SELECT DISTINCT value FROM attribute_value WHERE attribute = ?",
                                row -> row.text(1),
                                id.value())
                        .stream()
                        .flatMap(v -> type.refusal(v, clean).stream())
                        .toList();
        if (!wrong.isEmpty()) {
            throw new ConcordException(
                    "“"
                            + was.name()
                            + "” cannot be a "
                            + type.word()
                            + ": "
                            + wrong.getFirst()
                            + (wrong.size() > 1
                                    ? " (and " + (wrong.size() - 1) + " more values)"
                                    : "")
                            + ". Nothing was changed.");
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "attribute.change",
                                was.name().equals(called)
                                        ? "change the attribute " + called
                                        : "rename " + was.name() + " to " + called),
                        tx ->
                                tx.update(
                                        "attribute",
                                        id.value(),
                                        Map.of(
                                                "name",
                                                called,
                                                "type",
                                                AttributeTypes.write(type, clean))));
    }

    /// Takes an attribute away with all its values; undo brings them back.
    public void remove(AttributeId id) {
        Attribute was = get(id);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "attribute.remove",
                                "remove the attribute " + was.name()),
                        tx -> {
                            tx.hideWhere("attribute_value", "attribute = ?", id.value());
                            tx.hide("attribute", id.value());
                            return null;
                        });
    }

    /// Sets (or with "" removes) an attribute of several sources, as one act; the attribute is made when
    /// there is none of this name.
    ///
    /// @throws ConcordException when the value does not fit
    public void set(Collection<SourceId> sources, String name, String value) {
        List<Long> ids = sources.stream().map(SourceId::value).toList();
        String whose =
                ids.size() == 1
                        ? study.sources().get(sources.iterator().next()).key()
                        : ids.size() + " sources";
        set(Of.SOURCE, ids, name.strip(), value.strip(), whose);
    }

    /// Sets (or with "" removes) an attribute of a case; its sources inherit it.
    ///
    /// @throws ConcordException when the value does not fit
    public void setOfCase(CaseId id, String name, String value) {
        set(
                Of.CASE,
                List.of(id.value()),
                name.strip(),
                value.strip(),
                study.cases().get(id).name());
    }

    private void set(Of of, List<Long> ids, String name, String value, String whose) {
        if (name.isEmpty()) {
            throw new ConcordException("An attribute needs a name; nothing was changed.");
        }
        list().stream()
                .filter(a -> a.of() == of && a.name().equals(name))
                .findFirst()
                .flatMap(a -> a.type().refusal(value, a.choices()))
                .ifPresent(
                        why -> {
                            throw new ConcordException(
                                    name + ": " + why + ". Nothing was changed.");
                        });
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                of.word() + ".attribute",
                                (value.isEmpty() ? "clear " : "set ") + name + " of " + whose),
                        tx -> {
                            write(tx, of, ids, name, value);
                            return null;
                        });
    }

    private static void write(Tx tx, Of of, List<Long> ids, String name, String value) {
        AttributeWriter writer = new AttributeWriter(tx);
        for (long id : ids) {
            if (of == Of.SOURCE) {
                writer.source(id, name, value);
            } else {
                writer.ofCase(id, name, value);
            }
        }
    }

    private Attribute get(AttributeId id) {
        return list().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new ConcordException("That attribute is no longer in the study."));
    }

    private String free(Of of, String name, AttributeId self) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw new ConcordException("An attribute needs a name; nothing was changed.");
        }
        if (list().stream()
                .anyMatch(a -> a.of() == of && a.name().equals(called) && !a.id().equals(self))) {
            throw new ConcordException(
                    "There is an attribute “" + called + "” already; nothing was changed.");
        }
        return called;
    }

    private static List<String> checked(AttributeType type, List<String> choices) {
        List<String> clean = AttributeTypes.clean(choices);
        if (type == AttributeType.CHOICE && clean.isEmpty()) {
            throw new ConcordException(
                    "A choice needs something to choose from; nothing was changed.");
        }
        return clean;
    }
}
