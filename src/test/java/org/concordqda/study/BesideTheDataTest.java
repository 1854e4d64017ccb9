package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.analysis.Printed;
import org.concordqda.model.Code;
import org.concordqda.model.CoderKind;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Evidence;
import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoId;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.study.MemoList.Wanted;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Ratings.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Evidence, flags, found units and memos: stored, undone, blind.
class BesideTheDataTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;
    private RoundId round;
    private Source source;
    private Unit unit;
    private Dimension stage;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        DeskStudies.add(study, Fixtures.issue("a/b#1", "It 😀 crashes on start.", "Same here."));
        DeskStudies.add(study, Fixtures.issue("a/b#2", "Another."));
        study.coders().add("Ben", CoderKind.PERSON);
        round = study.rounds().open("Pilot", true);
        study.rounds()
                .assign(
                        round,
                        study.sources().list().stream().map(Source::id).toList(),
                        study.coders().list().stream().map(c -> c.id()).toList());
        source = study.sources().byKey("a/b#1").orElseThrow();
        unit = study.units().of(source.id()).getFirst();
        stage =
                study.codebooks()
                        .version(study.rounds().get(round).version())
                        .dimension("stage")
                        .orElseThrow();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), study.check().findings());
        study.close();
    }

    private Place place() {
        return new Place(round, source.id(), Optional.of(unit.id()), stage.id());
    }

    private void answer(String note, List<String> flags) {
        Code code = stage.codes().getFirst();
        study.ratings().set(place(), List.of(code.id()), new Beside("", note, "sure", flags));
    }

    private List<Evidence> evidence() {
        return study.evidences().of(source.id()).values().stream().flatMap(List::stream).toList();
    }

    @Test
    void severalPassagesAndLinksAreEvidenceOfAnAnswer() {
        assertThrows(ConcordException.class, () -> study.evidences().quote(place(), 0, 5));
        answer("", List.of());
        String text = study.sources().text(source.id()).orElseThrow().text();
        int at = text.indexOf("😀");
        study.evidences().quote(place(), at + 1, at + 10);
        study.evidences().quote(place(), text.indexOf("Same"), text.length());
        study.evidences().link(place(), " https://example.org/pull/7 ");
        study.evidences().link(place(), "a/b#2");
        assertEquals(
                List.of("😀 crashes", "Same here.", "https://example.org/pull/7", "a/b#2"),
                evidence().stream().map(Evidence::words).toList(),
                "an emoji is taken whole");
        assertEquals(
                study.sources().byKey("a/b#2").map(Source::id),
                evidence().getLast().source(),
                "another source's key leads to it");
        assertThrows(ConcordException.class, () -> study.evidences().link(place(), "a/b#2"));
        StringWriter out = new StringWriter();
        Reports.print(study.reports().ratings(), Printed.CSV, new PrintWriter(out));
        assertTrue(out.toString().contains("“😀 crashes” ["), out.toString());
        study.evidences().remove(evidence().getFirst().id());
        assertEquals(3, evidence().size());
        assertEquals("remove evidence", study.history().undo());
        assertEquals(4, evidence().size());
        study.ratings().clear(place());
        assertEquals(0, evidence().size(), "evidence goes with its answer");
        study.history().undo();
        assertEquals(4, evidence().size());
        var id = evidence().getFirst().id();
        study.actAs("Ben");
        assertEquals(0, evidence().size(), "blind");
        assertThrows(ConcordException.class, () -> study.evidences().remove(id));
        study.actAs("Ana");
    }

    @Test
    void aFlagOfTwoWordsStaysOneFlag() {
        answer("", List.of("discuss", "second opinion", "translated"));
        assertEquals(
                List.of("discuss", "second opinion", "translated"),
                study.ratings().mine(place()).orElseThrow().flags());
    }

    @Test
    void aFoundUnitIsItsFindersAndGoesWithItsAnswers() {
        UnitId found = study.units().find(round, source.id());
        study.ratings()
                .set(
                        new Place(round, source.id(), Optional.of(found), stage.id()),
                        List.of(stage.codes().getFirst().id()),
                        Beside.NONE);
        assertEquals(1, study.units().goes(found).answers());
        study.actAs("Ben");
        assertEquals(1, study.units().of(source.id()).size(), "invisible while the round is blind");
        assertThrows(ConcordException.class, () -> study.units().remove(found));
        study.actAs("Ana");
        study.units().rename(found, "the second defect");
        assertThrows(ConcordException.class, () -> study.units().rename(found, "  "));
        ConcordException given =
                assertThrows(ConcordException.class, () -> study.units().remove(unit.id()));
        assertTrue(
                given.getMessage().contains("blind round"), "does not tell whether Ben rated it");
        study.units().remove(found);
        assertEquals(0, study.units().goes(found).answers());
        study.history().undo();
        assertEquals(1, study.units().goes(found).answers());
        study.units().remove(found);
        assertThrows(ConcordException.class, () -> study.units().remove(unit.id()));
    }

    @Test
    void memosOnAnythingAreListedSearchedAndTheirWritersOwn() {
        String text = study.sources().text(source.id()).orElseThrow().text();
        int at = text.indexOf("crashes");
        MemoId day =
                study.memos()
                        .write(
                                MemoKind.REFLEXIVE,
                                "",
                                "I read tired today.\nAgain tomorrow.",
                                List.of(study.memos().journal()));
        study.memos()
                .write(
                        MemoKind.ANALYTIC,
                        "Crash",
                        "What is a crash?",
                        List.of(study.memos().passage(source.id(), at, at + 7)));
        answer("Because it says so.", List.of());
        MemoList list = new MemoList(study);
        assertEquals(
                List.of(
                        "Because it says so.",
                        "What is a crash?",
                        "I read tired today.\nAgain tomorrow."),
                list.lines(Wanted.ALL).stream().map(MemoList.Line::body).toList());
        var about =
                new Wanted("", Optional.empty(), Optional.empty(), Optional.of(MemoAbout.PASSAGE));
        MemoList.Line passage = list.lines(about).getFirst();
        assertEquals("“crashes” · a/b#1", passage.aboutWords());
        assertEquals(at, passage.start());
        assertEquals(
                "I read tired today.",
                study.memos().get(day).title(),
                "the first line is the title");
        assertEquals(
                1,
                list.lines(
                                new Wanted(
                                        "TIRED ana",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .size());
        study.memos().edit(day, MemoKind.MEETING, "Day one", "We met.");
        study.history().undo();
        assertEquals(MemoKind.REFLEXIVE, study.memos().get(day).kind());
        study.actAs("Ben");
        assertEquals(
                List.of("I read tired today."),
                study.memos().list().stream().map(Memos.Memo::title).toList(),
                "the journal is everybody's; what is written on a source of a sealed round is not");
        assertEquals(1, list.lines(Wanted.ALL).size());
        assertThrows(
                ConcordException.class,
                () -> study.memos().edit(day, MemoKind.ANALYTIC, "mine", "now"));
        assertTrue(study.history().log(50).stream().noneMatch(e -> e.words().contains("“Crash”")));
        study.rounds().unseal(round);
        assertEquals(3, list.lines(Wanted.ALL).size());
        study.actAs("Ana");
    }
}
