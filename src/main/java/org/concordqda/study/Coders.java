package org.concordqda.study;

import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who codes.
public final class Coders {
    private static final String COLUMNS =
            "SELECT id, guid, name, kind, imported, role, experience FROM coder";

    private final Study study;

    Coders(Study study) {
        this.study = study;
    }

    /// Everybody, in the order they came.
    public List<Coder> list() {
        return study.file().read().list(COLUMNS + " ORDER BY id", Coders::coder);
    }

    /// The people among them, in the order they came.
    public List<Coder> people() {
        return list().stream().filter(c -> c.kind() == CoderKind.PERSON).toList();
    }

    /// The coder of exactly this name.
    public Optional<Coder> byName(String name) {
        return study.file().read().one(COLUMNS + " WHERE name = ?", Coders::coder, name.strip());
    }

    /// The coder with this id.
    public Coder get(CoderId id) {
        return study.file()
                .read()
                .one(COLUMNS + " WHERE id = ?", Coders::coder, id.value())
                .orElseThrow(() -> new ConcordException("That coder is no longer in the study."));
    }

    /// Adds somebody.
    public CoderId add(String name, CoderKind kind) {
        String clean = name.strip();
        if (clean.isEmpty()) {
            throw new ConcordException("A coder needs a name.");
        }
        if (byName(clean).isPresent()) {
            throw new ConcordException("There is a coder “" + clean + "” already.");
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "coder.add", "add coder " + clean),
                        tx -> insert(tx, clean, kind, false));
    }

    /// The only person who can act: those who merely came with a ratings file do not count, so that a lead
    /// who imports two colleagues' sheets is never asked who they are.
    Optional<CoderId> onlyPerson() {
        List<Coder> people = people();
        List<Coder> own = people.stream().filter(c -> !c.imported()).toList();
        List<Coder> candidates = own.isEmpty() ? people : own;
        return candidates.size() == 1 ? Optional.of(candidates.getFirst().id()) : Optional.empty();
    }

    String names() {
        return list().stream().map(Coder::name).collect(Collectors.joining(", "));
    }

    CoderId insert(Tx tx, String name, CoderKind kind, boolean imported) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("name", name);
        row.put("kind", kind);
        row.put("imported", imported);
        return new CoderId(tx.insert("coder", row));
    }

    CoderId findOrImport(Tx tx, String name) {
        return tx.read()
                .one("SELECT id FROM coder WHERE name = ?", row -> new CoderId(row.number(1)), name)
                .orElseGet(() -> insert(tx, name, CoderKind.PERSON, true));
    }

    private static Coder coder(Row row) {
        return new Coder(
                new CoderId(row.number(1)),
                row.text(2),
                row.text(3),
                CoderKind.valueOf(row.text(4)),
                row.flag(5),
                row.text(6),
                row.text(7));
    }
}
