package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.model.UnitOrigin;
import org.concordqda.store.Blind;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The things classified. Every source has one unit from the start; an issue may hold several.
public final class Units {
    private static final String COLUMNS =
            "SELECT u.id, u.guid, u.source, u.ordinal, u.name, u.origin, u.round, u.coder FROM unit"
                    + " u";
    private static final String VISIBLE = "(u.origin = 'GIVEN' OR " + Blind.visible("u") + ")";

    private final Study study;

    Units(Study study) {
        this.study = study;
    }

    /// The units of a source that the viewer may see, in order.
    public List<Unit> of(SourceId source) {
        return study.file()
                .read()
                .list(
                        COLUMNS
                                + " WHERE u.source = ? AND "
                                + VISIBLE
                                + " ORDER BY u.ordinal, u.id",
                        Units::unit,
                        source.value(),
                        Blind.viewer(study.viewer()));
    }

    /// All units the viewer may see, by source and order.
    public List<Unit> list() {
        return study.file()
                .read()
                .list(
                        COLUMNS + " WHERE " + VISIBLE + " ORDER BY u.source, u.ordinal, u.id",
                        Units::unit,
                        Blind.viewer(study.viewer()));
    }

    /// A further unit that the actor found in a source (“defect 2”).
    public UnitId find(RoundId round, SourceId source) {
        CoderId actor = study.actor();
        study.rounds().changeable(round);
        int ordinal = next(source);
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        actor,
                                        "unit.find",
                                        "add unit "
                                                + ordinal
                                                + " to "
                                                + study.sources().get(source).key())
                                .in(round),
                        tx -> insert(tx, source, ordinal, UnitOrigin.FOUND, round, actor));
    }

    /// The ordinal of a further unit of a source.
    int next(SourceId source) {
        return of(source).stream().mapToInt(Unit::ordinal).max().orElse(0) + 1;
    }

    /// Gives a unit a name.
    public void rename(UnitId unit, String name) {
        String clean = name.strip();
        if (clean.isEmpty()) {
            throw new ConcordException("A unit needs a name; it keeps the one it has.");
        }
        study.file()
                .journal()
                .write(
                        words("unit.rename", "rename a unit to " + clean, unit),
                        tx -> tx.update("unit", unit.value(), Map.of("name", clean)));
    }

    /// What goes with a unit when the actor takes it away.
    ///
    /// @param answers the actor's answers to it
    /// @param evidence what was kept as evidence of them
    public record Goes(int answers, int evidence) {}

    /// What [#remove] would take away besides the unit.
    public Goes goes(UnitId unit) {
        long actor = study.actor().value();
        return new Goes(
                (int)
                        study.file()
                                .read()
                                .number(
                                        "SELECT count(*) FROM rating WHERE unit = ? AND coder = ?",
                                        unit.value(),
                                        actor),
                (int)
                        study.file()
                                .read()
                                .number(
                                        "SELECT count(*) FROM evidence e JOIN rating r ON r.id ="
                                                + " e.rating WHERE r.unit = ? AND r.coder = ?",
                                        unit.value(),
                                        actor));
    }

    /// Takes a unit away with the actor's ratings of it. Refused for a source's last unit, for a unit that
    /// others found or rated, and for a given unit while a sealed round has other coders: whether they
    /// rated it is not told.
    public void remove(UnitId unit) {
        CoderId actor = study.actor();
        study.file()
                .journal()
                .write(
                        words("unit.remove", "remove a unit", unit),
                        tx -> {
                            refuse(tx, unit, actor);
                            tx.hideWhere(
                                    "rating_code",
                                    "rating IN (SELECT id FROM rating WHERE unit = ?)",
                                    unit.value());
                            tx.hideWhere(
                                    "evidence",
                                    "rating IN (SELECT id FROM rating WHERE unit = ?)",
                                    unit.value());
                            tx.hideWhere("rating", "unit = ?", unit.value());
                            tx.hideWhere("unit_match", "found = ?1 OR settled = ?1", unit.value());
                            tx.hide("unit", unit.value());
                            return null;
                        });
    }

    private void refuse(Tx tx, UnitId id, CoderId actor) {
        Unit unit =
                tx.read()
                        .one(COLUMNS + " WHERE u.id = ?", Units::unit, id.value())
                        .orElseThrow(() -> new ConcordException("That unit is gone already."));
        if (unit.coder().filter(c -> !c.equals(actor)).isPresent()) {
            throw new ConcordException("Another coder found this unit, so it stays.");
        }
        if (of(unit.source()).size() < 2) {
            throw new ConcordException(
                    "Every source has at least one unit, so this one stays; it can be renamed.");
        }
        unit.round().ifPresent(study.rounds()::changeable);
        tx.read()
                .list(
                        "SELECT DISTINCT round FROM rating WHERE unit = ? AND coder = ?",
                        row -> new RoundId(row.number(1)),
                        id.value(),
                        actor.value())
                .forEach(study.rounds()::changeable);
        boolean given = unit.origin() == UnitOrigin.GIVEN;
        if (given
                && tx.read()
                                .number(
                                        "SELECT count(*) FROM round_coder WHERE coder <> ? AND round IN "
                                                + Blind.SEALED,
                                        actor.value())
                        > 0) {
            throw new ConcordException(
                    "This unit was given to every coder of a blind round, so it stays until the"
                            + " round is unsealed; nothing was changed.");
        }
        if (tx.read()
                        .number(
                                "SELECT count(*) FROM rating WHERE unit = ? AND coder <> ?",
                                id.value(),
                                actor.value())
                > 0) {
            throw new ConcordException(
                    "Others have rated this unit, so it stays; nothing was changed.");
        }
    }

    /// An act on a found unit is of the round it was found in, so that blindness covers its words.
    private Journal.Words words(String kind, String say, UnitId unit) {
        Journal.Words words = Journal.Words.of(study.actor(), kind, say);
        long round =
                study.file().read().number("SELECT round FROM unit WHERE id = ?", unit.value());
        return round == 0 ? words : words.in(new RoundId(round));
    }

    static UnitId insert(
            Tx tx,
            SourceId source,
            int ordinal,
            UnitOrigin origin,
            @Nullable RoundId round,
            @Nullable CoderId coder) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("source", source.value());
        row.put("ordinal", ordinal);
        row.put("name", "unit " + ordinal);
        row.put("origin", origin);
        row.put("round", round == null ? null : round.value());
        row.put("coder", coder == null ? null : coder.value());
        return new UnitId(tx.insert("unit", row));
    }

    private static Unit unit(Row row) {
        return new Unit(
                new UnitId(row.number(1)),
                row.text(2),
                new SourceId(row.number(3)),
                row.integer(4),
                row.text(5),
                UnitOrigin.valueOf(row.text(6)),
                row.maybeNumber(7).stream().mapToObj(RoundId::new).findFirst(),
                row.maybeNumber(8).stream().mapToObj(CoderId::new).findFirst());
    }

    /// The unit as an optional for rows that may have none.
    static Optional<UnitId> maybe(Row row, int column) {
        return row.maybeNumber(column).stream().mapToObj(UnitId::new).findFirst();
    }
}
