package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.EvidenceId;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RatingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.UnitId;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Ratings.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was coded in a round that is unsealed or closed stays as it is.
class FrozenRoundTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;
    private RoundId round;
    private Source source;
    private Dimension stage;
    private Place place;
    private CodeId theme;
    private CodingId coding;
    private UnitId found;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        DeskStudies.add(study, Fixtures.issue("a/b#1", "It crashes on start.", "Same."));
        study.coders().add("Ben", CoderKind.PERSON);
        round = study.rounds().open("Pilot", true);
        source = study.sources().byKey("a/b#1").orElseThrow();
        stage = study.codebooks().draft().dimension("stage").orElseThrow();
        place =
                new Place(
                        round,
                        source.id(),
                        Optional.of(study.units().of(source.id()).getFirst().id()),
                        stage.id());
        theme =
                study.codebooks()
                        .draft()
                        .dimension("theme")
                        .orElseThrow()
                        .allCodes()
                        .getFirst()
                        .id();
        found = study.units().find(round, source.id());
        study.ratings().set(place, List.of(stage.codes().getFirst().id()), Beside.NONE);
        study.evidences().link(place, "a/b#2");
        coding = study.codings().apply(round, source.id(), 0, 5, theme);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), study.check().findings());
        study.close();
    }

    private void refused(String word, Executable act) {
        String said = assertThrows(ConcordException.class, act).getMessage();
        assertTrue(said.contains(word), said);
        assertTrue(said.contains("nothing was changed"), said);
    }

    private String rows() {
        return study.ratings().of(source.id()).toString()
                + study.evidences().of(source.id())
                + study.codings().of(source.id())
                + study.units().of(source.id());
    }

    private void importRatings(String name) {
        RatingsImport.run(
                study,
                List.of(
                        new RatingsImport.Sheet(
                                new ImportedTable(
                                        "r.csv",
                                        "",
                                        List.of("Key", "Stage"),
                                        List.of(List.of("a/b#1", "Training")),
                                        2),
                                "Chi")),
                new RatingsImport.Options(name, List.of("Key"), Map.of(), Map.of(), false, false),
                Progress.NONE);
    }

    private int importCodings(String name) {
        return CodingsImport.run(
                study,
                new ImportedTable(
                        "c.csv",
                        "",
                        List.of("source", "coder", "round", "dimension", "code", "quote"),
                        List.of(
                                List.of(
                                        "a/b#1",
                                        "Chi",
                                        name,
                                        "Theme",
                                        study.codebooks().name(theme),
                                        "crashes")),
                        2),
                Progress.NONE);
    }

    private void nothingChanges(String word) {
        String before = rows();
        int acts = study.history().log(500).size();
        RatingId rating = study.ratings().mine(place).orElseThrow().id();
        EvidenceId evidence =
                study.evidences().of(source.id()).values().iterator().next().getFirst().id();
        List<CodeId> other = List.of(stage.codes().getLast().id());
        refused(word, () -> study.ratings().set(place, other, Beside.NONE));
        refused(
                word,
                () ->
                        study.ratings()
                                .setAll(
                                        "answers",
                                        List.of(new Ratings.Given(place, other, Beside.NONE))));
        refused(word, () -> study.ratings().clear(place));
        refused(word, () -> study.ratings().note(rating, "later"));
        refused(word, () -> study.evidences().quote(place, 0, 4));
        refused(word, () -> study.evidences().link(place, "a/b#3"));
        refused(word, () -> study.evidences().remove(evidence));
        refused(word, () -> study.codings().apply(round, source.id(), 1, 6, theme));
        refused(
                word,
                () ->
                        study.codings()
                                .inVivo(
                                        round,
                                        source.id(),
                                        1,
                                        6,
                                        study.codebooks()
                                                .draft()
                                                .dimension("theme")
                                                .map(d -> d.id()),
                                        "crash"));
        refused(word, () -> study.codings().recode(coding, theme));
        refused(word, () -> study.codings().resize(coding, 0, 8));
        refused(word, () -> study.codings().remove(List.of(coding)));
        refused(word, () -> study.units().find(round, source.id()));
        refused(word, () -> study.units().remove(found));
        refused(word, () -> importRatings("Pilot"));
        refused(word, () -> importCodings("Pilot"));
        assertEquals(before, rows());
        assertEquals(acts, study.history().log(500).size());
    }

    @Test
    void anUnsealedRoundIsFrozenAndItsChangesBelongToTheNext() {
        study.actAs("Ben");
        study.rounds().unseal(round);
        study.actAs("Ana");
        nothingChanges("“Pilot, after discussion”");
        refused("is finished", study.history()::undo);
        // What stands beside the data goes on.
        study.codings().memo(coding, "the clearest of all");
        study.codings().exemplar(coding, true);
        study.history().undo();
        RoundId after = study.rounds().open("Pilot, after discussion", false);
        study.ratings()
                .set(
                        new Place(after, source.id(), place.unit(), stage.id()),
                        List.of(stage.codes().getLast().id()),
                        Beside.NONE);
        assertEquals(after, study.rounds().orDefault());
        assertEquals(2, study.ratings().of(source.id()).size());
    }

    @Test
    void aClosedRoundIsFrozenUntilItIsOpenedAgain() {
        study.rounds().close(round, true);
        nothingChanges("is closed");
        assertEquals(round, study.rounds().orDefault(), "there is no other");
        study.rounds().close(round, false);
        study.ratings().clear(place);
        assertEquals(List.of(), study.ratings().of(source.id()));
    }

    @Test
    void anImportIntoARoundThatIsFinishedSinceIsNotUndone() {
        RoundId open = study.rounds().open("Open", false);
        importRatings("Open");
        importCodings("Open");
        study.actAs("Ben");
        study.rounds().close(open, true);
        study.actAs("Ana");
        String before = rows();
        refused("“Open” is finished", study.history()::undo);
        assertEquals(before, rows());
        study.actAs("Ben");
        study.history().undo();
        study.actAs("Ana");
        study.history().undo();
        study.history().undo();
        assertEquals(1, study.ratings().of(source.id()).size());
    }

    @Test
    void aRoundThatIsNotBlindTakesWhatALeadImports() {
        importRatings("Re-pilot");
        assertEquals(1, importCodings("Re-pilot"));
        assertEquals(2, study.rounds().list().size());
    }

    @Test
    void aRoundThatIsOpenedWithItsSourcesIsOneAct() {
        RoundId next =
                study.rounds()
                        .open(
                                "Main",
                                true,
                                List.of(source.id()),
                                study.coders().people().stream().map(c -> c.id()).toList());
        assertEquals(2, study.rounds().assignments(next).size());
        assertEquals("open the round Main", study.history().undo());
        assertTrue(study.rounds().byName("Main").isEmpty());
        study.history().redo();
        assertEquals(2, study.rounds().assignments(next).size());
    }
}
