package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A source whose passages are coded is in progress, as one with an answer is.
class BegunByCodingTest {
    @TempDir Path folder;
    private Study study;
    private CoderId me;
    private CodeId code;
    private final List<SourceId> talks = new ArrayList<>();

    @BeforeEach
    void make() throws IOException {
        study = DeskStudies.make(folder);
        me = study.viewer().orElseThrow();
        for (String name : List.of("one.txt", "two.txt", "three.txt", "four.txt")) {
            Path file =
                    Files.writeString(folder.resolve(name), "Ana: Reuse.\nBen: A reuse, " + name);
            study.imports().sources(List.of(file), "transcript", Progress.NONE);
            talks.add(study.sources().byKey(name).orElseThrow().id());
        }
        code = study.codebooks().draft().dimensions().getLast().allCodes().iterator().next().id();
    }

    @AfterEach
    void close() {
        study.close();
    }

    /// Of the four talks in a round; null where nobody gave it and nobody began it.
    private List<AssignmentState> states(RoundId round) {
        List<AssignmentState> states = new ArrayList<>();
        talks.forEach(t -> states.add(study.rounds().states(round, me).get(t)));
        return states;
    }

    @Test
    void aFirstCodingBeginsItsSourceAsPartOfTheAct() {
        RoundId round = study.rounds().open("Second", false, talks.subList(0, 2), List.of(me));
        study.codings().apply(round, talks.get(0), 5, 10, code);
        assertEquals(AssignmentState.IN_PROGRESS, states(round).get(0));
        assertEquals(AssignmentState.TODO, states(round).get(1));
        study.history().undo();
        assertEquals(AssignmentState.TODO, states(round).get(0), "one undo takes both back");
        study.history().redo();
        assertEquals(AssignmentState.IN_PROGRESS, states(round).get(0));
        study.codings().inVivo(round, talks.get(1), 5, 10, Optional.empty(), "Reuse");
        assertEquals(AssignmentState.IN_PROGRESS, states(round).get(1));
        study.rounds().mark(round, talks.get(0), AssignmentState.DONE);
        study.codings().apply(round, talks.get(0), 17, 20, code);
        assertEquals(AssignmentState.DONE, states(round).get(0), "what is done stays done");
        study.codings().apply(round, talks.get(3), 5, 10, code);
        assertEquals(AssignmentState.IN_PROGRESS, states(round).get(3), "not given, but begun");
        assertTrue(study.check().findings().isEmpty());
    }

    @Test
    void aRuleBeginsWhatTheCoderWasGivenAndAddsNothingToIt() {
        AutoCodes rules = new AutoCodes(study);
        var found =
                rules.find(
                        new Rule("reuse", false, "", "", Reach.WORDS, Optional.empty()),
                        Progress.NONE);
        RoundId round = study.rounds().open("Second", false, talks.subList(0, 3), List.of(me));
        study.rounds().mark(round, talks.get(1), AssignmentState.DONE);
        rules.apply(round, found, code);
        List<AssignmentState> now = states(round);
        assertEquals(AssignmentState.IN_PROGRESS, now.get(0));
        assertEquals(AssignmentState.DONE, now.get(1));
        assertEquals(AssignmentState.IN_PROGRESS, now.get(2));
        assertNull(now.get(3), "work that nobody gave does not come from a rule");
        study.history().undo();
        assertEquals(AssignmentState.TODO, states(round).get(0));
        assertEquals(
                List.of(),
                study.codings().under(code).stream().filter(c -> c.round().equals(round)).toList());
        RoundId free = study.rounds().open("Third", false);
        rules.apply(free, found, code);
        assertEquals(
                List.of(AssignmentState.IN_PROGRESS),
                states(free).stream().distinct().toList(),
                "where nothing was given, all is to do");
        assertTrue(study.check().findings().isEmpty());
    }
}
