package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.concordqda.model.Act;
import org.concordqda.model.Code;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;
import org.concordqda.study.Finder.Found;
import org.concordqda.study.Finder.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Finding words everywhere, coding by rule and the history, on a real file.
class FindAndRuleTest {
    @TempDir Path folder;
    private Study study;

    @BeforeEach
    void make() {
        study = DeskStudies.make(folder);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private List<Found> find(String words) {
        return new Finder(study).find(words, EnumSet.allOf(Kind.class), 50);
    }

    private static Rule rule(String words, boolean pattern, Reach reach) {
        return new Rule(words, pattern, "", "", reach, Optional.empty());
    }

    private Code code() {
        return study.codebooks().draft().dimensions().getLast().allCodes().getLast();
    }

    private RoundId round() {
        return study.rounds().list().getLast().id();
    }

    @Test
    void wordsAreFoundInTextsMemosCodesAndNotesInAnyCaseAndScript() {
        var source = study.sources().list().getFirst();
        study.memos()
                .write(
                        org.concordqda.model.MemoKind.ANALYTIC,
                        "Drivers",
                        "The Ámpere question",
                        List.of());
        List<Found> found = find("ampere");
        assertEquals(
                List.of(Kind.TEXT, Kind.MEMO), found.stream().map(Found::kind).distinct().toList());
        assertEquals("Ampere", found.getFirst().hit());
        assertEquals("Ámpere", found.getLast().hit());
        Found text = found.getFirst();
        String stored = study.sources().text(text.source().orElseThrow()).orElseThrow().text();
        assertEquals("Ampere", stored.substring(text.start(), text.end()));
        assertEquals("released config", find("RELEASED config").getFirst().hit());
        assertEquals("文档", find("文档").getFirst().hit());
        assertTrue(find("drivers").stream().anyMatch(f -> f.kind() == Kind.CODE));
        assertTrue(find("mpere").isEmpty(), "the middle of a word is not a word");
        assertTrue(find("\" * -").isEmpty());
        assertFalse(source.title().isEmpty());
    }

    @Test
    void anotherCodersNotesInABlindRoundAreNotFound() {
        String secret = "zebracrossing";
        study.actAs("Coder B");
        Passage first =
                new AutoCodes(study)
                        .find(rule("config", false, Reach.WORDS), Progress.NONE)
                        .getFirst();
        new AutoCodes(study).apply(round(), List.of(first), code().id(), Progress.NONE);
        var mine =
                study.codings().list().stream()
                        .filter(c -> c.coder().equals(study.actor()))
                        .findFirst()
                        .orElseThrow();
        study.codings().memo(mine.id(), secret);
        assertEquals(1, find(secret).size());
        study.actAs("Coder A");
        assertEquals(List.of(), find(secret));
    }

    @Test
    void aRuleByLabelAndSpeakerTakesWholeComments() {
        List<Passage> bugs =
                new AutoCodes(study)
                        .find(
                                new Rule("", false, "member", "BUG", Reach.TURN, Optional.empty()),
                                Progress.NONE);
        assertFalse(bugs.isEmpty());
        assertTrue(
                bugs.stream()
                        .allMatch(
                                p ->
                                        study.sources()
                                                .attributes(p.source())
                                                .get("labels")
                                                .contains("bug")));
        assertEquals(
                List.of(),
                new AutoCodes(study)
                        .find(
                                new Rule("", false, "", "no such", Reach.TURN, Optional.empty()),
                                Progress.NONE));
    }

    @Test
    void aPatternThatIsNoneOrNeverEndsIsASentence() {
        AutoCodes rules = new AutoCodes(study);
        String said =
                assertThrows(
                                ConcordException.class,
                                () -> rules.find(rule("(cuDNN", true, Reach.WORDS), Progress.NONE))
                        .getMessage();
        assertTrue(said.contains("“(cuDNN” is not a regular expression"), said);
        String slow =
                assertThrows(
                                ConcordException.class,
                                () ->
                                        rules.find(
                                                rule("(.*.*.*)*(.*.*)*§", true, Reach.WORDS),
                                                Progress.NONE))
                        .getMessage();
        assertTrue(slow.contains("takes too long") && slow.contains("nothing was coded"), slow);
        Progress impatient = Impatient.after(5);
        assertThrows(
                Cancelled.class,
                () -> rules.find(rule("(.*.*.*)*(.*.*)*§", true, Reach.WORDS), impatient));
    }

    @Test
    void hitsAreCodedOnceAsOneActAndUndone() {
        AutoCodes rules = new AutoCodes(study);
        int before = study.codings().list().size();
        List<Passage> sentences = rules.around(find("cuDNN"), Reach.SENTENCE);
        assertTrue(sentences.stream().allMatch(p -> p.quote().contains("cuDNN")));
        int coded = rules.apply(round(), sentences, code().id(), Progress.NONE);
        assertEquals(sentences.size(), coded);
        assertEquals(0, rules.apply(round(), sentences, code().id(), Progress.NONE), "once");
        assertEquals(before + coded, study.codings().list().size());
        study.history().undo();
        assertEquals(before, study.codings().list().size());
    }

    @Test
    void aCodeThatIsGoneMeanwhileIsRefusedAndNothingIsCoded() {
        var passages = study.codebooks().draft().dimensions().getLast();
        var gone =
                new CodebookShape(study)
                        .add(passages.id(), Optional.empty(), "Fleeting", Optional.empty());
        study.history().undo();
        int before = study.codings().list().size();
        var source = study.sources().list().getFirst().id();
        String said =
                assertThrows(
                                ConcordException.class,
                                () -> study.codings().apply(round(), source, 0, 5, gone))
                        .getMessage();
        assertTrue(said.contains("no longer in the codebook"), said);
        assertEquals(before, study.codings().list().size());
    }

    @Test
    void historyIsReadByPagesFilteredAndUndoneBackToAnAct() {
        AutoCodes rules = new AutoCodes(study);
        List<Passage> all = rules.find(rule("the", false, Reach.WORDS), Progress.NONE);
        for (Passage p : all.subList(0, 3)) {
            rules.apply(round(), List.of(p), code().id(), Progress.NONE);
        }
        List<Act> acts = study.history().page(Optional.empty(), "", 2);
        List<Act> next = study.history().page(Optional.of(acts.getLast().id()), "", 2);
        assertEquals(2, acts.size());
        assertTrue(next.getFirst().id().value() < acts.getLast().id().value());
        assertTrue(
                study.history().page(Optional.empty(), "coder b", 50).stream()
                        .allMatch(a -> a.coder().equals("Coder B")));
        assertTrue(study.history().page(Optional.empty(), "100%_", 50).isEmpty());
        int before = study.codings().list().size();
        assertEquals(3, study.history().undoTo(next.getFirst().id(), Progress.NONE).size());
        assertEquals(before - 3, study.codings().list().size());
        study.history().redo();
        assertEquals(before - 2, study.codings().list().size());
        study.history().redo();
        study.history().redo();
        assertThrows(
                Cancelled.class,
                () -> study.history().undoTo(next.getFirst().id(), Impatient.after(0)));
        assertEquals(before, study.codings().list().size());
        AtomicInteger undone = new AtomicInteger();
        Progress stopped =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        undone.incrementAndGet();
                    }

                    @Override
                    public boolean cancelled() {
                        return undone.get() > 1;
                    }
                };
        assertEquals(
                2,
                study.history().undoTo(next.getFirst().id(), stopped).size(),
                "cancelled on the way, it tells what was undone");
        assertEquals(before - 2, study.codings().list().size());
    }

    @Test
    void sealedWordsAreNotFoundInTheHistoryEither() {
        study.actAs("Coder A");
        List<Act> all = study.history().log(500);
        boolean sealed = all.stream().anyMatch(a -> a.words().contains("sealed round"));
        assertTrue(sealed, "Coder B acted in a blind round");
        assertTrue(
                study.history().page(Optional.empty(), "code “", 500).stream()
                        .allMatch(a -> a.coder().equals("Coder A")));
    }
}
