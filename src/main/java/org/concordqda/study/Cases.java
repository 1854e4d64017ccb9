package org.concordqda.study;

import org.concordqda.model.Case;
import org.concordqda.model.CaseId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Participants, repositories and whatever else sources belong to.
public final class Cases {
    private final Study study;

    Cases(Study study) {
        this.study = study;
    }

    /// Every case by kind and name, numbers in names in their order.
    public List<Case> list() {
        Map<Long, Map<String, String>> values = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT v.\"case\", a.name, v.value FROM attribute_value v JOIN attribute"
                                + " a ON a.id = v.attribute WHERE v.\"case\" IS NOT NULL",
                        row ->
                                values.computeIfAbsent(row.number(1), id -> new TreeMap<>())
                                        .put(row.text(2), row.text(3)));
        Map<Long, List<SourceId>> sources = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT \"case\", source FROM case_source ORDER BY source",
                        row ->
                                sources.computeIfAbsent(row.number(1), id -> new ArrayList<>())
                                        .add(new SourceId(row.number(2))));
        return study
                .file()
                .read()
                .list(
                        "SELECT id, kind, name FROM \"case\"",
                        row ->
                                new Case(
                                        new CaseId(row.number(1)),
                                        row.text(2),
                                        row.text(3),
                                        values.getOrDefault(row.number(1), Map.of()),
                                        sources.getOrDefault(row.number(1), List.of())))
                .stream()
                .sorted(
                        java.util.Comparator.comparing(Case::kind)
                                .thenComparing(Case::name, Cases::natural))
                .toList();
    }

    /// `P2` before `P10`.
    public static int natural(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int x = digits(a, i);
            int y = digits(b, j);
            if (x > i && y > j) {
                int by =
                        new java.math.BigInteger(a.substring(i, x))
                                .compareTo(new java.math.BigInteger(b.substring(j, y)));
                if (by != 0) {
                    return by;
                }
                i = x;
                j = y;
            } else {
                int by =
                        Character.compare(
                                Character.toLowerCase(a.charAt(i)),
                                Character.toLowerCase(b.charAt(j)));
                if (by != 0) {
                    return by;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /// The case with this id.
    public Case get(CaseId id) {
        return list().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ConcordException("That case is no longer in the study."));
    }

    /// Makes a case, or gives the one that is there, and puts sources into it; one act.
    ///
    /// @throws ConcordException when kind or name is empty
    public CaseId put(String kind, String name, Collection<SourceId> sources) {
        String k = kind.strip().isEmpty() ? "case" : kind.strip();
        String n = name.strip();
        if (n.isEmpty()) {
            throw new ConcordException("A case needs a name; nothing was changed.");
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "case.put",
                                sources.isEmpty()
                                        ? "add the " + k + " " + n
                                        : "put "
                                                + (sources.size() == 1
                                                        ? study.sources()
                                                                .get(sources.iterator().next())
                                                                .key()
                                                        : sources.size() + " sources")
                                                + " into "
                                                + k
                                                + " "
                                                + n),
                        tx -> {
                            long id = theCase(tx, k, n);
                            sources.forEach(s -> link(tx, id, s.value()));
                            return new CaseId(id);
                        });
    }

    /// Takes sources out of a case; the case stays.
    public void take(CaseId id, Collection<SourceId> sources) {
        Case was = get(id);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "case.take",
                                "take "
                                        + Words.counted(sources.size(), "source")
                                        + " out of "
                                        + was.name()),
                        tx -> {
                            sources.forEach(
                                    s ->
                                            tx.hideWhere(
                                                    "case_source",
                                                    "\"case\" = ? AND source = ?",
                                                    id.value(),
                                                    s.value()));
                            return null;
                        });
    }

    /// Renames a case.
    ///
    /// @throws ConcordException when another of its kind has the name
    public void rename(CaseId id, String name) {
        Case was = get(id);
        String called = name.strip();
        if (called.isEmpty()
                || list().stream()
                        .anyMatch(
                                c ->
                                        c.kind().equals(was.kind())
                                                && c.name().equals(called)
                                                && !c.id().equals(id))) {
            throw new ConcordException(
                    "A "
                            + was.kind()
                            + " needs a name of its own, not “"
                            + called
                            + "”; nothing was changed.");
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "case.rename",
                                "rename " + was.name() + " to " + called),
                        tx -> tx.update("case", id.value(), Map.of("name", called)));
    }

    /// Takes a case away with its attributes; its sources stay. Undo brings it back.
    public void remove(CaseId id) {
        Case was = get(id);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "case.remove",
                                "remove the " + was.kind() + " " + was.name()),
                        tx -> {
                            tx.hideWhere("attribute_value", "\"case\" = ?", id.value());
                            tx.hideWhere("case_source", "\"case\" = ?", id.value());
                            tx.hide("case", id.value());
                            return null;
                        });
    }

    static long theCase(Tx tx, String kind, String name) {
        long there =
                tx.read().number("SELECT id FROM \"case\" WHERE kind = ? AND name = ?", kind, name);
        if (there != 0) {
            return there;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("kind", kind);
        row.put("name", name);
        return tx.insert("case", row);
    }

    static void link(Tx tx, long id, long source) {
        if (tx.read()
                        .number(
                                "SELECT count(*) FROM case_source WHERE \"case\" = ? AND source ="
                                        + " ?",
                                id,
                                source)
                == 0) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("case", id);
            row.put("source", source);
            tx.insert("case_source", row);
        }
    }
}
