package org.concordqda.study;

import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.VersionId;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Row;
import org.concordqda.store.Tx;
import org.concordqda.text.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Waves of coding and who is to do what in them.
public final class Rounds {
    /// The round of a study that needs none.
    public static final String DEFAULT = "Coding";

    private static final String COLUMNS =
            "SELECT id, guid, name, ordinal, version, blind, unsealed, closed, missing,"
                    + " primary_statistic FROM round";

    /// Whether it is the round that is opened by itself with the first act, and that nobody made anything of:
    /// who has only this one need not hear of rounds.
    public static boolean unasked(Round round) {
        return round.name().equals(DEFAULT) && !round.blind() && !round.closed();
    }

    private final Study study;

    Rounds(Study study) {
        this.study = study;
    }

    /// Every round, in order.
    public List<Round> list() {
        return study.file().read().list(COLUMNS + " ORDER BY ordinal", Rounds::round);
    }

    /// The round of exactly this name.
    public Optional<Round> byName(String name) {
        return study.file().read().one(COLUMNS + " WHERE name = ?", Rounds::round, name.strip());
    }

    /// The round of this name.
    ///
    /// @throws ConcordException that names those there are
    public Round named(String name) {
        return byName(name)
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "There is no round “"
                                                + name
                                                + "”; there are "
                                                + String.join(
                                                        ", ",
                                                        list().stream().map(Round::name).toList())
                                                + "."));
    }

    /// The round with this id.
    public Round get(RoundId id) {
        return study.file()
                .read()
                .one(COLUMNS + " WHERE id = ?", Rounds::round, id.value())
                .orElseThrow(() -> new ConcordException("That round is no longer in the study."));
    }

    /// Refuses a change to what was coded in a round that is finished, so that the numbers computed from it
    /// stay true.
    ///
    /// @return the round
    /// @throws ConcordException when it is closed, or was blind and is unsealed; it says where to go on
    Round changeable(RoundId id) {
        Round r = get(id);
        if (r.frozen()) {
            throw new ConcordException(
                    (r.closed()
                                    ? "The round “" + r.name() + "” is closed"
                                    : "The round “" + r.name() + "” was unsealed")
                            + ", so what was coded in it stays as it is; nothing was changed. Open"
                            + " a round “"
                            + r.name()
                            + ", after discussion” and code there.");
        }
        return r;
    }

    /// Opens a round under the codebook as it is now (a version is cut if the draft has changed).
    public RoundId open(String name, boolean blind) {
        return open(name, blind, List.of(), List.of());
    }

    /// The same, with these sources to do for each of these coders, as one act.
    public RoundId open(String name, boolean blind, List<SourceId> sources, List<CoderId> coders) {
        String clean = name.strip();
        if (clean.isEmpty()) {
            throw new ConcordException("A round needs a name.");
        }
        if (byName(clean).isPresent()) {
            throw new ConcordException("There is a round “" + clean + "” already.");
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "round.open", "open the round " + clean),
                        tx -> {
                            RoundId round = insert(tx, clean, blind);
                            Assignments.assign(tx, round, sources, coders);
                            return round;
                        });
    }

    /// Who needs no round reads of none in what can be undone either.
    private RoundId begin() {
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "round.open", "begin coding"),
                        tx -> insert(tx, DEFAULT, false));
    }

    /// The statistics that can speak for a round: those of a whole dimension.
    public static List<Statistic> primaries() {
        return Arrays.stream(Statistic.values())
                .filter(s -> s == Statistic.PERCENT_AGREEMENT || s.chanceCorrected())
                .filter(s -> s != Statistic.KU_ALPHA)
                .toList();
    }

    /// Chooses a round's policy for missing ratings and its primary statistic; what is empty stays. The policy
    /// can be changed at any time, for every output names it.
    ///
    /// @throws ConcordException when a primary statistic is chosen after ratings could be compared: once a
    ///     blind round is unsealed, or two people have work in one that is not blind
    public void choose(RoundId id, Optional<Missing> missing, Optional<Statistic> primary) {
        Round round = get(id);
        Map<String, Object> changed = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        missing.filter(m -> !m.name().equals(round.missing()))
                .ifPresent(
                        m -> {
                            changed.put("missing", m);
                            words.add("missing ratings " + Words.of(m));
                        });
        primary.filter(s -> !s.key().equals(round.primary()))
                .ifPresent(
                        s -> {
                            refuseLate(round, s);
                            changed.put("primary_statistic", s.key());
                            words.add("primary statistic " + s.label());
                        });
        if (changed.isEmpty()) {
            return;
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "round.choose",
                                        "choose for "
                                                + round.name()
                                                + ": "
                                                + String.join(", ", words))
                                .in(id),
                        tx -> tx.update("round", id.value(), changed));
    }

    private void refuseLate(Round round, Statistic wanted) {
        if (!primaries().contains(wanted)) {
            throw new ConcordException(
                    wanted.label() + " does not speak for a whole dimension; choose another.");
        }
        boolean compared = round.blind() ? round.unsealed() : persons(round.id()) > 1;
        if (compared) {
            throw new ConcordException(
                    "The primary statistic is chosen before ratings can be compared, and those of “"
                            + round.name()
                            + "” can be. It stays "
                            + Arrays.stream(Statistic.values())
                                    .filter(s -> s.key().equals(round.primary()))
                                    .map(Statistic::label)
                                    .findFirst()
                                    .orElse(round.primary())
                            + "; every other statistic is printed beside it.");
        }
    }

    /// SQL: the people who rated or coded anything in round `?1`.
    static final String PERSONS =
            "SELECT count(*) FROM coder c WHERE c.kind = 'PERSON' AND (EXISTS (SELECT 1 FROM rating r"
                    + " WHERE r.coder = c.id AND r.round = ?1) OR EXISTS (SELECT 1 FROM coding d WHERE"
                    + " d.coder = c.id AND d.round = ?1))";

    private long persons(RoundId round) {
        return study.file().read().number(PERSONS, round.value());
    }

    /// The latest round that can be coded in, else the latest of all; [#DEFAULT] is opened when there is none.
    public RoundId orDefault() {
        List<Round> all = list();
        List<Round> open = all.stream().filter(r -> !r.frozen()).toList();
        return all.isEmpty() ? begin() : open.isEmpty() ? all.getLast().id() : open.getLast().id();
    }

    /// Assigns sources to coders, as to do; what is assigned already stays as it is.
    public void assign(RoundId round, List<SourceId> sources, List<CoderId> coders) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "round.assign",
                                        "assign "
                                                + sources.size()
                                                + " sources in "
                                                + get(round).name())
                                .in(round),
                        tx -> {
                            Assignments.assign(tx, round, sources, coders);
                            return null;
                        });
    }

    /// Says how far the actor is with a source: passages are compared in sources that are done.
    ///
    /// @throws ConcordException when the round is finished
    public void mark(RoundId round, SourceId source, AssignmentState state) {
        CoderId actor = study.actor();
        changeable(round);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        actor,
                                        "assignment.state",
                                        (state == AssignmentState.DONE ? "finish " : "reopen ")
                                                + study.sources().get(source).key())
                                .in(round),
                        tx -> {
                            Assignments.mark(tx, round, source, actor, state);
                            return null;
                        });
    }

    /// Unseals a blind round: everybody sees everything from now on. Cannot be undone.
    public void unseal(RoundId round) {
        Round r = get(round);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "round.unseal",
                                        "unseal the round " + r.name())
                                .in(round)
                                .asBarrier(),
                        tx -> tx.update("round", round.value(), Map.of("unsealed", true)));
    }

    /// Closes a round, or opens it again.
    public void close(RoundId round, boolean closed) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "round.close",
                                        (closed ? "close" : "reopen")
                                                + " the round "
                                                + get(round).name())
                                .in(round),
                        tx -> tx.update("round", round.value(), Map.of("closed", closed)));
    }

    /// Who is to do what in a round.
    public List<Assignment> assignments(RoundId round) {
        return study.file()
                .read()
                .list(
                        "SELECT source, coder, state FROM assignment WHERE round = ? ORDER BY"
                                + " source, coder",
                        row ->
                                new Assignment(
                                        round,
                                        new SourceId(row.number(1)),
                                        new CoderId(row.number(2)),
                                        AssignmentState.valueOf(row.text(3))),
                        round.value());
    }

    /// How far a coder is with each source assigned to them in a round.
    public Map<SourceId, AssignmentState> states(RoundId round, CoderId coder) {
        Map<SourceId, AssignmentState> states = new LinkedHashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT source, state FROM assignment WHERE round = ? AND coder = ? ORDER BY"
                                + " source",
                        row ->
                                states.put(
                                        new SourceId(row.number(1)),
                                        AssignmentState.valueOf(row.text(2))),
                        round.value(),
                        coder.value());
        return states;
    }

    /// How far everybody is in each round, by coder.
    public Map<RoundId, List<RoundProgress>> progress() {
        return RoundProgress.all(study.file().read());
    }

    RoundId insert(Tx tx, String name, boolean blind) {
        VersionId version = new CodebookWriter(tx).current();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("name", name);
        row.put("ordinal", tx.read().number("SELECT coalesce(max(ordinal), 0) + 1 FROM round"));
        row.put("version", version.value());
        row.put("blind", blind);
        row.put("missing", Missing.AVAILABLE);
        row.put("primary_statistic", "krippendorff_alpha");
        row.put("created", Instant.now().toString());
        return new RoundId(tx.insert("round", row));
    }

    private static Round round(Row row) {
        return new Round(
                new RoundId(row.number(1)),
                row.text(2),
                row.text(3),
                row.integer(4),
                new VersionId(row.number(5)),
                row.flag(6),
                row.flag(7),
                row.flag(8),
                row.text(9),
                row.text(10));
    }
}
