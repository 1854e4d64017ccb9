package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// While a round is blind, not even the reason why an undo is refused tells what another coder did.
class BlindUndoTest {
    @TempDir Path folder;

    @Test
    void aRefusedUndoDoesNotTellTheOthersAnswer() {
        try (Study study = Fixtures.study(folder)) {
            study.coders().add("Ben", CoderKind.PERSON);
            study.actAs("Ana");
            RoundId round = study.rounds().open("Main", true);
            DeskStudies.add(study, Fixtures.issue("o/r#1", "Loss is NaN 😀"));
            SourceId source = study.sources().list().getFirst().id();
            Dimension stage =
                    Codebooks.named(
                            study.codebooks().version(study.rounds().get(round).version()),
                            "Stage");
            study.actAs("Ben");
            study.ratings()
                    .set(
                            new Ratings.Place(
                                    round,
                                    source,
                                    Optional.of(study.units().of(source).getFirst().id()),
                                    stage.id()),
                            List.of(stage.codes().getFirst().id()),
                            Ratings.Beside.NONE);
            assertTrue(study.history().log(1).getFirst().words().contains("Environment"));

            study.actAs("Ana");
            assertEquals("import o/r#1", study.history().undoable().orElseThrow());
            ConcordException refused =
                    assertThrows(ConcordException.class, () -> study.history().undo());
            assertFalse(refused.getMessage().contains("Environment"), refused.getMessage());
            assertTrue(refused.getMessage().contains("sealed round"), refused.getMessage());
            assertFalse(study.history().log(1).getFirst().words().contains("Environment"));
            assertEquals(List.of(), study.ratings().of(source));
            assertEquals(1, study.sources().list().size(), "nothing was changed");

            study.actAs("Ben");
            study.history().undo();
            assertTrue(study.history().log(1).getFirst().words().contains("Environment"));
            study.actAs("Ana");
            assertFalse(study.history().log(1).getFirst().words().contains("Environment"));
            study.actAs("Ben");
            study.history().redo();
            study.actAs("Ana");
            assertFalse(study.history().log(1).getFirst().words().contains("Environment"));
            study.rounds().unseal(round);
            assertTrue(
                    study.history().log(3).stream().anyMatch(a -> a.words().contains("redo “rate")),
                    "unsealed, the words are read");
        }
    }
}
