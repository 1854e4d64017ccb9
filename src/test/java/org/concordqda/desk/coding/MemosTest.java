package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Coding;
import org.concordqda.model.MemoKind;
import org.concordqda.model.Source;
import org.concordqda.study.MemoList;
import org.concordqda.study.Memos;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Memos as a person writes, finds and keeps them, on a real study.
class MemosTest extends DeskTest {
    private List<Memos.Memo> memos() {
        return open.study().memos().list();
    }

    private Node named(Class<? extends Node> kind, String name) {
        return driver.all(n -> kind.isInstance(n) && name.equals(n.getAccessibleText())).getFirst();
    }

    @Test
    void theJournalIsWrittenAndKeptWhileTyping() {
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("analytic jour");
        driver.press(KeyCode.ENTER);
        driver.until("the editor", () -> driver.says("Nothing open") || driver.says("Memos"));
        driver.type("Why do re-users trust stars? 😕");
        driver.until("a pause stores it", () -> memos().size() == 1);
        driver.type(" Ask P4.");
        driver.until(
                "the next pause stores it too",
                () -> memos().getFirst().body().endsWith("Ask P4."));
        assertEquals(1, memos().size(), "the same memo, not another");
        driver.click(named(TextField.class, "Heading of the memo"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("Trust");
        driver.press(KeyCode.ESCAPE);
        assertEquals("Trust", memos().getFirst().title(), "leaving stores what was not yet");
        assertEquals("study", memos().getFirst().targets().getFirst().kind());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertFalse(memos().getFirst().body().endsWith("P4."), "undo steps over pauses");
    }

    @Test
    void aSelectedPassageGetsAMemoAndIsGoneBackTo() {
        driver.click("Training crashes after cuDNN update");
        Source crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        String text = open.study().sources().text(crash.id()).orElseThrow().text();
        int at = text.indexOf("which cost me two days");
        SourceTextView view =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        Driver.now(
                () -> {
                    view.requestFocus();
                    view.select(at, at + 22);
                });
        driver.press(KeyCode.CONTROL, KeyCode.M);
        driver.type("Costs are told in time.");
        driver.press(KeyCode.ESCAPE);
        MemoList.Line line = new MemoList(open.study()).lines(MemoList.Wanted.ALL).getFirst();
        assertEquals("“which cost me two days” · mask-kit/maskrcnn#1938", line.aboutWords());
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        driver.until("it is listed", () -> driver.says("Costs are told in time."));
        driver.click("Costs are told in time.");
        driver.click("Go there");
        driver.until("its source is open", () -> driver.says("maintainer-2"));
        assertEquals(at, Driver.now(() -> view.selection().get().orElseThrow().start()));
    }

    @Test
    void memosAreSearchedFilteredDeletedAndBroughtBack() {
        var study = open.study();
        Coding coding = study.codings().list().getFirst();
        study.memos()
                .write(
                        MemoKind.REFLEXIVE,
                        "Tired",
                        "I was tired and may have been harsh with the maintainers.",
                        List.of(study.memos().journal()));
        study.memos()
                .write(
                        MemoKind.ANALYTIC,
                        "A name of one hundred and twenty characters that nobody should ever write"
                                + " but somebody always does, with 😕 and 文档",
                        "Two kinds of trust.",
                        List.of(new Memos.Target("code", coding.code().value())));
        study.memos()
                .write(
                        MemoKind.MEETING,
                        "Meeting of 4 March",
                        "We split “Crash”.\n\nB. will propose a rule by Friday.",
                        List.of(
                                new Memos.Target(
                                        "round", study.rounds().list().getFirst().id().value())));
        study.memos()
                .write(
                        MemoKind.MEMBER_CHECK,
                        "P3 agrees",
                        "Says that stars are only the first look.",
                        List.of(
                                new Memos.Target(
                                        "source",
                                        study.sources()
                                                .byKey("p3.txt")
                                                .orElseThrow()
                                                .id()
                                                .value())));
        study.codings().memo(coding.id(), "Is this the reporter or the project?");
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        driver.until("all are listed", () -> driver.says("5 memos"));
        driver.click("Meeting of 4 March");
        driver.shoot("memos");
        driver.click(named(TextField.class, "Search memos"));
        driver.type("trust");
        assertTrue(driver.says("1 memo"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.press(KeyCode.DELETE);
        ComboBox<?> about = (ComboBox<?>) named(ComboBox.class, "About");
        Driver.now(() -> about.getSelectionModel().select(1));
        driver.until("the journal alone", () -> driver.says("1 memo"));
        assertTrue(driver.says("Tired"));
        Driver.now(() -> about.getSelectionModel().select(0));
        driver.until("all again", () -> driver.says("5 memos"));
        driver.click("P3 agrees");
        driver.click(named(javafx.scene.control.Button.class, "Take this memo away"));
        driver.until("it is gone", () -> driver.says("4 memos"));
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(4, memos().size());
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        driver.until("all are listed", () -> driver.says("5 memos"));
        driver.shoot("memos-small");
    }

    @Test
    void whatIsTypedIsStoredWhenTheStudyIsClosed() {
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("analytic jour");
        driver.press(KeyCode.ENTER);
        TextArea body = (TextArea) named(TextArea.class, "The memo");
        Driver.now(() -> body.setText("Not stored yet"));
        var path = open.study().info().path();
        leave();
        driver.settle();
        try (var again = org.concordqda.study.Study.open(path)) {
            assertEquals(
                    List.of("Not stored yet"),
                    again.memos().list().stream().map(Memos.Memo::body).toList());
        }
    }

    /// Closing takes no key out of a field: what stands in it is stored first.
    @Test
    void whatStandsInAFieldIsStoredWhenTheStudyIsClosed() {
        driver.click("Training crashes after cuDNN update");
        SourceTextView view =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        Mark chosen = Driver.now(() -> view.marks().get(1));
        Driver.now(
                () -> {
                    view.requestFocus();
                    view.active().set(chosen);
                });
        driver.press(KeyCode.CONTROL, KeyCode.M);
        driver.type("Whose data?");
        var path = open.study().info().path();
        leave();
        Driver.now(() -> window.open(path));
        driver.until("open again", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
        assertEquals("Whose data?", open.study().codings().get(chosen.id()).memo());

        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the codebook", () -> driver.says("PyTorch"));
        driver.click("PyTorch");
        driver.until("its fields", () -> driver.says("Memo on this code …"));
        driver.click(named(TextArea.class, "Definition"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("Torch alone.");
        leave();
        try (var again = org.concordqda.study.Study.open(path)) {
            assertTrue(
                    again.codebooks().draft().dimensions().stream()
                            .flatMap(d -> d.allCodes().stream())
                            .anyMatch(c -> c.definition().equals("Torch alone.")));
        }
    }

    @Test
    void aCodeASourceACaseAndAUnitHaveMemosWhereTheyAreShown() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the codebook", () -> driver.says("PyTorch"));
        driver.click("PyTorch");
        driver.until("its use", () -> driver.says("Memo on this code …"));
        driver.press(KeyCode.CONTROL, KeyCode.M);
        driver.type("Also lightning?");
        driver.press(KeyCode.ESCAPE);
        driver.until("it stands beside the code", () -> driver.says("Also lightning?"));
        driver.shoot("codebook-memo");
        driver.click("Also lightning?");
        driver.until(
                "it is open",
                () ->
                        driver.all(
                                                n ->
                                                        n instanceof TextArea a
                                                                && a.getText()
                                                                        .equals("Also lightning?"))
                                        .size()
                                == 1);
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("the table", () -> driver.says("Interview P3, practitioner"));
        driver.click("Interview P3, practitioner");
        driver.press(KeyCode.CONTROL, KeyCode.M);
        driver.type("Noisy line.");
        driver.press(KeyCode.ESCAPE);
        driver.until("it stands beside the source", () -> driver.says("Noisy line."));
        open.study()
                .cases()
                .put(
                        "participant",
                        "Pia",
                        List.of(open.study().sources().byKey("p3.txt").orElseThrow().id()));
        driver.until("its case", () -> driver.says("Memo on “Pia” …"));
        driver.click("Memo on “Pia” …");
        driver.type("Ten years of it.");
        driver.press(KeyCode.ESCAPE);
        driver.until("it stands there too", () -> driver.says("Ten years of it."));
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.click("Training crashes after cuDNN update");
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
        driver.click("Memo on this unit …");
        driver.type("Two causes?");
        driver.press(KeyCode.ESCAPE);
        driver.until("all are stored", () -> memos().size() == 4);
        assertEquals(
                List.of("unit", "case", "source", "code"),
                memos().stream().map(m -> m.targets().getFirst().kind()).toList());
    }
}
