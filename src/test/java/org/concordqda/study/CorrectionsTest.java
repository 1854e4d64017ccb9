package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Coding;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Corrected;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.Dimension;
import org.concordqda.model.Doubt;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a correction moves, what it lists, what it hides from a coder of a sealed round, and that undo gives
/// back what was.
class CorrectionsTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;
    private Corrections corrections;
    private Doubts doubts;
    private RoundId round;
    private SourceId source;

    @BeforeEach
    void make() {
        study = Fixtures.study(folder);
        study.coders().add("Ben", CoderKind.PERSON);
        study.actAs("Ana");
        corrections = new Corrections(study);
        doubts = new Doubts(study);
        round = study.rounds().open("Open", false);
        DeskStudies.add(
                study,
                Fixtures.issue(
                        "o/r#1",
                        "Anna says the los is NaN 😀 here.\nAnother line.",
                        "Annabel and Anna agree, 损失变为NaN."));
        source = study.sources().list().getFirst().id();
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), study.check().findings());
        study.close();
    }

    private SourceText text() {
        return study.sources().text(source).orElseThrow();
    }

    private CodeId trust() {
        return study.codebooks().draft().dimensions().getLast().codes().getLast().id();
    }

    private Coding code(RoundId in, String words) {
        int at = text().text().indexOf(words);
        return study.codings()
                .get(study.codings().apply(in, source, at, at + words.length(), trust()));
    }

    private Corrected correct(String old, String fresh) {
        int at = text().text().indexOf(old);
        return corrections.apply(
                corrections.edit(text(), at, at + old.length(), fresh), Progress.NONE);
    }

    private String now(Coding coding) {
        Coding moved = study.codings().get(coding.id());
        assertEquals(text().id(), moved.text(), "it stands in the current text");
        assertEquals(
                moved.quote(), text().text().substring(moved.span().start(), moved.span().end()));
        return moved.quote();
    }

    @Test
    void aMisheardWordMovesWhatFollowsAndListsWhatItTouches() {
        Coding before = code(round, "Anna says");
        Coding on = code(round, "the los is");
        Coding next = code(round, "NaN 😀");
        Coding far = code(round, "agree, 损失");
        var rows = RowImages.tables(study);

        Corrected done = correct("los", "loss 📉");
        assertEquals(new Corrected(1, 1, 4, 1), done);
        assertEquals("Anna says", now(before));
        assertEquals("the loss 📉 is", now(on));
        assertEquals("NaN 😀", now(next));
        assertEquals("agree, 损失", now(far));
        assertEquals(2, text().version());
        assertEquals(List.of("the los is"), doubts.list().stream().map(Doubt::old).toList());
        assertEquals(Doubt.Why.CHANGED, doubts.list().getFirst().why());
        assertEquals(1, study.sources().search("loss", 5).size());
        assertEquals(List.of(), study.sources().search("los is", 5));
        assertEquals(2, corrections.versions(source).size());
        assertEquals(1, study.sources().get(source).version() - 1);

        assertEquals("correct line 3 of o/r#1", study.history().undo());
        assertEquals(rows, RowImages.tables(study));
        assertEquals(1, study.sources().search("los is", 5).size());
        study.history().redo();
        assertEquals("the loss 📉 is", now(on));
        assertEquals(1, doubts.list().size());

        doubts.accept(doubts.list());
        assertEquals(List.of(), doubts.list());
        study.history().undo();
        assertEquals(1, doubts.list().size());
        doubts.adjust(doubts.list().getFirst(), 0, 5);
        assertEquals("Title", now(on));
        assertEquals(List.of(), doubts.list());
        study.history().undo();
        doubts.remove(doubts.list().getFirst());
        assertEquals(3, study.codings().of(source).size());
        study.history().undo();
        assertEquals(1, doubts.list().size());
    }

    @Test
    void doubtsAreThereAfterARestartAndGoWhenTheWordsComeBack() {
        Coding on = code(round, "the los is");
        correct("los", "loss");
        study.close();
        study = Study.open(folder.resolve("test.concord"));
        study.actAs("Ana");
        corrections = new Corrections(study);
        doubts = new Doubts(study);
        assertEquals("the los is", doubts.list().getFirst().old());
        correct("the loss is", "their loss was");
        assertEquals("the los is", doubts.list().getFirst().old(), "what Ana stood behind");
        assertEquals("their loss was", doubts.list().getFirst().quote());
        correct("their loss was", "the los is");
        assertEquals("the los is", now(on));
        assertEquals(List.of(), doubts.list());
    }

    @Test
    void aCodingWhoseWordsAreGoneIsKeptAtTheNearestWord() {
        Coding gone = code(round, "Another line.");
        Coding head = code(round, "Anna says");
        correct("\nAnother line.", "");
        assertEquals("here.", now(gone));
        Doubt doubt = doubts.list().getFirst();
        assertEquals(Doubt.Why.VANISHED, doubt.why());
        assertEquals("Another line.", doubt.old());
        correct(text().text(), "1");
        assertEquals("1", now(gone));
        assertEquals("1", now(head));
        assertEquals(2, doubts.list().size());
        ConcordException refused = assertThrows(ConcordException.class, () -> correct("1", ""));
        assertTrue(refused.getMessage().contains("Nothing would be left"), refused.getMessage());
    }

    @Test
    void aNameIsMaskedEverywhereInOneActAndNotNamedInTheJournal() {
        DeskStudies.add(study, Fixtures.issue("o/r#2", "Thanks @Anna!", "nobody"));
        DeskStudies.add(study, Fixtures.issue("o/r#3", "nobody here"));
        Coding on = code(round, "Anna says");
        CorrectionPlan words =
                corrections.replace(
                        new Corrections.Replacement("Anna", "[P3]", true, false, Optional.empty()),
                        Progress.NONE);
        assertEquals(3, words.places());
        assertEquals(2, words.parts().size());
        assertEquals(1, words.doubtful());
        assertEquals("[P3]", words.parts().getFirst().samples().getFirst().fresh());
        assertEquals(
                4,
                corrections
                        .replace(
                                new Corrections.Replacement(
                                        "Anna", "x", false, false, Optional.empty()),
                                Progress.NONE)
                        .places());
        assertThrows(Cancelled.class, () -> corrections.apply(words, cancelledAfterFirst()));
        assertEquals(1, text().version(), "a cancelled correction changed nothing");

        var rows = RowImages.tables(study);
        assertEquals(new Corrected(2, 3, 1, 1), corrections.apply(words, Progress.NONE));
        assertEquals("[P3] says", now(on));
        assertTrue(text().text().contains("Annabel and [P3] agree"));
        assertFalse(study.history().log(1).toString().contains("Anna "));
        assertEquals("correct 3 places in 2 sources", study.history().undo());
        assertEquals(rows, RowImages.tables(study));
        corrections.apply(words, Progress.NONE);
        ConcordException stale =
                assertThrows(ConcordException.class, () -> corrections.apply(words, Progress.NONE));
        assertTrue(stale.getMessage().contains("since you looked"), stale.getMessage());
    }

    private static Progress cancelledAfterFirst() {
        return Impatient.after(1);
    }

    @Test
    void aSpeakerWhoIsMaskedInTheLabelIsMaskedInTheName() {
        ImportedSource interview =
                Interviews.read(
                        folder,
                        "Anna: I trust it.\nInterviewer: Why?\nAnna: Stars. And again.\nInterviewer: Fine. And then?");
        DeskStudies.add(study, interview);
        source = study.sources().byKey(interview.key()).orElseThrow().id();
        Coding stars = code(round, "Stars.");
        corrections.apply(
                corrections.replace(
                        new Corrections.Replacement("Anna", "P3", true, false, Optional.of(source)),
                        Progress.NONE),
                Progress.NONE);
        List<Turn> turns = study.sources().turns(text().id());
        assertEquals(4, turns.size());
        assertEquals("P3", turns.getFirst().speaker().orElseThrow());
        assertEquals(
                "I trust it.",
                text().text()
                        .substring(turns.getFirst().body().start(), turns.getFirst().body().end())
                        .strip());
        assertEquals("Stars.", now(stars));
        assertEquals(List.of(), doubts.list());
    }

    @Test
    void aCoderOfASealedRoundLearnsNothingOfTheOthers() {
        RoundId blind = study.rounds().open("Blind", true);
        Coding mine = code(blind, "the los is");
        study.actAs("Ben");
        Coding bens = code(blind, "los");
        study.actAs("Ana");
        CorrectionPlan plan =
                corrections.edit(
                        text(),
                        text().text().indexOf("los"),
                        text().text().indexOf("los") + 3,
                        "loss");
        assertEquals(1, plan.doubtful());
        assertEquals(0, plan.codings());
        assertEquals(List.of("the los is"), plan.changes().stream().map(c -> c.old()).toList());
        assertEquals(new Corrected(1, 1, 1, 1), corrections.apply(plan, Progress.NONE));
        assertEquals("the loss is", now(mine));
        assertEquals(1, doubts.list().size());
        assertThrows(ConcordException.class, () -> study.codings().get(bens.id()));

        study.actAs("Ben");
        assertEquals("loss", now(bens));
        Doubt his = doubts.list().getFirst();
        assertEquals(1, doubts.list().size());
        assertTrue(his.mine());
        doubts.accept(List.of(his));
        assertTrue(study.history().log(1).getFirst().words().contains("accept"));
        study.actAs("Ana");
        assertFalse(study.history().log(1).getFirst().words().contains("accept"));
        ConcordException refused =
                assertThrows(ConcordException.class, () -> doubts.accept(List.of(his)));
        assertTrue(refused.getMessage().contains("only its coder"), refused.getMessage());
    }

    @Test
    void whatARedoBringsBackOnAnEarlierTextIsListedAndAcceptedInItsNewPlace() {
        study.actAs("Ben");
        Coding bens = code(round, "NaN 😀");
        study.history().undo();
        study.actAs("Ana");
        correct("Anna", "The person we call P3");
        study.actAs("Ben");
        study.history().redo();
        Doubt doubt = doubts.list().getFirst();
        assertEquals(Doubt.Why.EARLIER, doubt.why());
        assertEquals("NaN 😀", doubt.quote());
        doubts.accept(List.of(doubt));
        assertEquals("NaN 😀", now(bens));
        assertEquals(List.of(), doubts.list());
        study.actAs("Ana");
        ConcordException refused =
                assertThrows(ConcordException.class, () -> study.history().undo());
        assertTrue(refused.getMessage().contains("by Ben"), refused.getMessage());
    }

    @Test
    void evidenceAndMemosMoveToo() {
        Dimension stage =
                Codebooks.named(
                        study.codebooks().version(study.rounds().get(round).version()), "Stage");
        Ratings.Place place =
                new Ratings.Place(
                        round,
                        source,
                        Optional.of(study.units().of(source).getFirst().id()),
                        stage.id());
        study.ratings().set(place, List.of(stage.codes().getFirst().id()), Ratings.Beside.NONE);
        int at = text().text().indexOf("los is NaN");
        study.evidences().quote(place, at, at + 10);
        correct("Anna", "A");
        assertEquals(List.of(), doubts.list());
        correct("los", "loss");
        assertEquals(Doubt.Kind.EVIDENCE, doubts.list().getFirst().kind());
        assertEquals("loss is NaN", doubts.list().getFirst().quote());
        doubts.accept(doubts.list());
        assertEquals(List.of(), doubts.list());

        int memo = text().text().indexOf("Another");
        study.memos()
                .write(
                        MemoKind.ANALYTIC,
                        "On another",
                        "Body",
                        List.of(study.memos().passage(source, memo, memo + 7)));
        correct("Another", "A different");
        assertEquals("Memo: On another", doubts.list().getFirst().name());
        assertEquals("A different", doubts.list().getFirst().quote());
        doubts.adjust(doubts.list().getFirst(), 0, 5);
        assertEquals(
                "Title",
                study.memos()
                        .list()
                        .getFirst()
                        .targets()
                        .getFirst()
                        .passage()
                        .orElseThrow()
                        .quote());
    }

    /// A new table with positions must be moved too: whoever adds one meets this test.
    @Test
    void everyTableThatStandsInATextIsKnownToCorrections() {
        Set<String> tables = new TreeSet<>();
        study.file()
                .read()
                .each(
                        "SELECT DISTINCT m.name FROM sqlite_schema m JOIN"
                                + " pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name"
                                + " LIKE '%start_cp'",
                        row -> tables.add(row.text(1)));
        assertEquals(
                Set.of("coding_all", "doubt_all", "evidence_all", "memo_link_all", "turn_all"),
                tables);
    }

    @Test
    void anIssuesTitleIsItsFirstLine() {
        correct("Title of", "Heading of");
        assertEquals("Heading of o/r#1", study.sources().get(source).title());
        study.history().undo();
        assertEquals("Title of o/r#1", study.sources().get(source).title());
    }
}
