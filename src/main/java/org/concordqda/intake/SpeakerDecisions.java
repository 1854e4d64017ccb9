package org.concordqda.intake;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.model.TurnKind;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Applies what a person decided about speakers. Text, and so every position, stays as it was: only who
/// speaks, in which role, and where turns end changes.
public final class SpeakerDecisions {
    private final List<SpeakerChoice> choices;

    /// @param choices in the order they were made
    public SpeakerDecisions(List<SpeakerChoice> choices) {
        this.choices = List.copyOf(choices);
    }

    /// The source with its turns as decided; an issue's authors are never touched.
    public ImportedSource apply(ImportedSource read) {
        if (choices.isEmpty() || read.kind() == SourceKind.ISSUE) {
            return read;
        }
        Map<String, Decision> decisions = new LinkedHashMap<>();
        for (SpeakerChoice c : choices) {
            if (c.source().isEmpty() || c.source().equals(read.key())) {
                decisions.merge(Words.key(c.speaker()), Decision.of(c), Decision::then);
            }
        }
        ImportedSource source = taken(read, decisions);
        List<ImportedTurn> turns = turns(source.turns(), decisions);
        if (turns.equals(source.turns())) {
            return source;
        }
        Map<String, String> attributes = new LinkedHashMap<>(source.attributes());
        Set<String> names = new LinkedHashSet<>();
        turns.forEach(t -> t.speaker().ifPresent(names::add));
        if (names.isEmpty()) {
            attributes.remove("speakers");
        } else {
            attributes.put("speakers", String.join("; ", names));
        }
        return source.with(turns, attributes, detected(source.detected(), turns));
    }

    /// With the labels that were not taken for speakers and that a person says are.
    private static ImportedSource taken(ImportedSource read, Map<String, Decision> decisions) {
        Set<String> keys = new HashSet<>();
        decisions.forEach(
                (key, decision) -> {
                    if (!decision.rejected) {
                        keys.add(key);
                    }
                });
        read.turns().forEach(t -> t.speaker().ifPresent(name -> keys.remove(Words.key(name))));
        return keys.isEmpty() ? read : SpeakerLabels.take(read, keys);
    }

    /// What was detected, with the speakers as decided.
    private static List<String> detected(List<String> sentences, List<ImportedTurn> turns) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> roles = new LinkedHashMap<>();
        for (ImportedTurn t : turns) {
            t.speaker()
                    .ifPresent(
                            name -> {
                                counts.merge(name, 1, Integer::sum);
                                t.role().ifPresent(r -> roles.put(name, r));
                            });
        }
        List<String> found = new ArrayList<>();
        counts.forEach(
                (name, n) -> found.add(Speakers.counted(name, n, roles.getOrDefault(name, ""))));
        return sentences.stream()
                .map(s -> s.startsWith(Speakers.FOUND) ? Speakers.sentence(found) : s)
                .toList();
    }

    private record Decision(Optional<String> name, Optional<String> role, boolean rejected) {
        static Decision of(SpeakerChoice c) {
            return new Decision(c.name().filter(n -> !n.isBlank()), c.role(), c.rejected());
        }

        Decision then(Decision later) {
            return new Decision(
                    later.name.or(() -> name), later.role.or(() -> role), later.rejected);
        }
    }

    private static List<ImportedTurn> turns(
            List<ImportedTurn> all, Map<String, Decision> decisions) {
        // A role is said of the speaker, by whichever of the labels that are merged into one.
        Map<String, String> roles = new LinkedHashMap<>();
        decisions.forEach(
                (key, d) ->
                        d.role.ifPresent(
                                role -> roles.put(d.name.map(Words::key).orElse(key), role)));
        boolean anyLeft =
                all.stream()
                        .flatMap(t -> t.speaker().stream())
                        .anyMatch(s -> !rejected(s, decisions));
        List<ImportedTurn> turns = new ArrayList<>();
        Optional<String> before = Optional.empty();
        for (ImportedTurn turn : all) {
            Optional<String> speaker = turn.speaker();
            if (speaker.isEmpty()) {
                turns.add(turn);
                // A time between turns leaves the floor to whoever had it; so does a mark.
                continue;
            }
            if (!rejected(speaker.get(), decisions)) {
                ImportedTurn decided = decided(turn, decisions, roles);
                turns.add(decided);
                before = decided.speaker();
                continue;
            }
            ImportedTurn last = turns.isEmpty() ? null : turns.getLast();
            if (before.isPresent()
                    && last != null
                    && last.kind() == TurnKind.TURN
                    && last.speaker().isPresent()) {
                turns.set(turns.size() - 1, longer(last, turn));
            } else {
                turns.add(given(turn, before, anyLeft, turns));
            }
        }
        return turns;
    }

    private static boolean rejected(String speaker, Map<String, Decision> decisions) {
        Decision decision = decisions.get(Words.key(speaker));
        return decision != null && decision.rejected;
    }

    private static ImportedTurn decided(
            ImportedTurn turn, Map<String, Decision> decisions, Map<String, String> roles) {
        String was = turn.speaker().orElseThrow();
        Decision decision = decisions.get(Words.key(was));
        String name = decision == null ? was : decision.name.orElse(was);
        String role = roles.get(Words.key(name));
        Optional<String> detected =
                name.equals(was) ? turn.role() : Speakers.role(name).or(turn::role);
        return with(
                turn,
                turn.kind(),
                Optional.of(name),
                role == null ? detected : Optional.of(role).filter(r -> !r.isEmpty()),
                turn.labelStart(),
                turn.labelEnd(),
                turn.bodyStart(),
                turn.bodyEnd());
    }

    /// The turn goes on over what a rejected label began, the label's text included.
    private static ImportedTurn longer(ImportedTurn turn, ImportedTurn rejected) {
        boolean empty = turn.bodyStart() == turn.bodyEnd();
        return with(
                turn,
                turn.kind(),
                turn.speaker(),
                turn.role(),
                turn.labelStart(),
                turn.labelEnd(),
                empty ? rejected.labelStart() : turn.bodyStart(),
                Math.max(rejected.bodyEnd(), rejected.labelEnd()));
    }

    /// After a mark whoever spoke before goes on; before anybody spoke it is nobody's.
    private static ImportedTurn given(
            ImportedTurn turn, Optional<String> before, boolean anyLeft, List<ImportedTurn> turns) {
        Optional<String> role =
                before.flatMap(
                        name ->
                                turns.stream()
                                        .filter(t -> t.speaker().equals(before))
                                        .reduce((a, b) -> b)
                                        .flatMap(ImportedTurn::role));
        return with(
                turn,
                before.isEmpty() && anyLeft ? TurnKind.MARK : TurnKind.TURN,
                before,
                role,
                turn.labelStart(),
                turn.labelStart(),
                turn.labelStart(),
                Math.max(turn.bodyEnd(), turn.labelEnd()));
    }

    private static ImportedTurn with(
            ImportedTurn turn,
            TurnKind kind,
            Optional<String> speaker,
            Optional<String> role,
            int labelStart,
            int labelEnd,
            int bodyStart,
            int bodyEnd) {
        return new ImportedTurn(
                kind,
                Objects.requireNonNull(speaker),
                role,
                turn.time(),
                labelStart,
                labelEnd,
                bodyStart,
                bodyEnd,
                turn.details());
    }
}
