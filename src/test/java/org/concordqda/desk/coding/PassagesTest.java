package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.Source;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// What is done to passages by key and by mouse, on a real study.
class PassagesTest extends DeskTest {
    private SourceTextView text;
    private Source crash;
    private String words;

    @BeforeEach
    void openTheCrash() {
        driver.click("Training crashes after cuDNN update");
        text = (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        crash = open.study().sources().byKey("mask-kit/maskrcnn#1938").orElseThrow();
        words = open.study().sources().text(crash.id()).orElseThrow().text();
    }

    private List<Coding> codings() {
        return open.study().codings().of(crash.id());
    }

    private Coding coding(String beginning) {
        return codings().stream()
                .filter(c -> c.quote().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private CodeId code(String name) {
        return open.study().codebooks().draft().dimensions().stream()
                .flatMap(d -> d.allCodes().stream())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void select(String passage) {
        int at = words.indexOf(passage);
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(at, at + passage.length());
                });
        driver.settle();
    }

    private void choose(Coding coding) {
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.active().set(text.marks().of(coding.id()).orElseThrow());
                });
        driver.settle();
    }

    private Point2D edge(int offset, boolean right) {
        Rectangle2D r = Driver.now(() -> text.shape(offset, offset + 1).getFirst());
        return Driver.now(
                () ->
                        text.localToScreen(
                                right ? r.getMaxX() : r.getMinX(),
                                (r.getMinY() + r.getMaxY()) / 2));
    }

    private void dragTo(Point2D from, Point2D to) {
        driver.robot.moveTo(from);
        driver.robot.press(MouseButton.PRIMARY);
        driver.robot.moveTo(from.interpolate(to, 0.5));
        driver.robot.moveTo(to);
        driver.robot.release(MouseButton.PRIMARY);
        driver.settle();
    }

    @Test
    void overlappingCodingsAreNamedAndGoneThroughByKey() {
        int at = words.indexOf("points below");
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.reveal(at);
                });
        driver.press(KeyCode.O);
        assertTrue(driver.says("1 of 2 here"));
        Mark first = Driver.now(() -> text.active().get());
        driver.press(KeyCode.O);
        assertTrue(driver.says("2 of 2 here"));
        Mark second = Driver.now(() -> text.active().get());
        assertFalse(first.id().equals(second.id()));
        driver.shoot("code-overlap");
        driver.press(KeyCode.O);
        assertEquals(first.id(), Driver.now(() -> text.active().get()).id());
        driver.press(KeyCode.ESCAPE);
        assertFalse(driver.says("1 of 2 here"));
    }

    @Test
    void edgesMoveByWordByCharacterAndByMouse() {
        Coding gpu = coding("the convolution");
        choose(gpu);
        driver.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
        assertTrue(coding("the convolution").quote().endsWith("Ampere card"));
        driver.press(KeyCode.SHIFT, KeyCode.ALT, KeyCode.RIGHT);
        assertTrue(coding("convolution").quote().startsWith("convolution"));
        driver.until("undo names it", () -> driver.says("Undo: move an edge of “GPU usage”"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(gpu.span(), open.study().codings().get(gpu.id()).span());
        // The end of the highlight of the coding that is chosen.
        choose(gpu);
        dragTo(edge(gpu.span().end() - 1, true), edge(words.indexOf(" cards. Please") - 1, true));
        assertTrue(
                open.study().codings().get(gpu.id()).quote().strip().endsWith("Ampere"),
                open.study().codings().get(gpu.id()).quote());
        // The lower end of its stripe.
        Coding docs = coding("The documentation");
        MarginPane margin = (MarginPane) driver.all(MarginPane.class::isInstance).getFirst();
        Point2D end = edge(docs.span().end() - 1, true);
        Rectangle2D last =
                Driver.now(() -> text.shape(docs.span().end() - 1, docs.span().end()).getFirst());
        Point2D stripe =
                Driver.now(
                        () ->
                                new Point2D(
                                        margin.localToScreen(11, 0).getX(),
                                        text.localToScreen(0, last.getMaxY()).getY()));
        dragTo(stripe, new Point2D(stripe.getX(), end.getY() + 24));
        assertTrue(open.study().codings().get(docs.id()).quote().endsWith("two days."));
    }

    /// Edges stop at the ends of the text and before the passage is empty, and what moves nothing is no act; a
    /// code that stands there already is not put there by recoding either.
    @Test
    void edgesStopAndNothingIsCodedTwice() {
        int last = words.length();
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(last - 5, last);
                });
        Driver.now(() -> place().passages().apply(code("Workaround")));
        Coding end =
                codings().stream().filter(c -> c.span().end() == last).findFirst().orElseThrow();
        choose(end);
        int acts = open.study().history().log(1000).size();
        driver.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(acts, open.study().history().log(1000).size());
        for (int i = 0; i < 12; i++) {
            driver.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
        }
        Coding small = open.study().codings().get(end.id());
        assertEquals(last - 5, small.span().start());
        assertFalse(small.quote().isBlank(), "never empty");
        select("same seed");
        Driver.now(() -> place().passages().apply(code("Workaround")));
        Driver.now(() -> place().passages().apply(code("GPU usage")));
        List<Coding> both = codings().stream().filter(c -> c.quote().equals("same seed")).toList();
        choose(both.getFirst());
        driver.press(KeyCode.CONTROL, KeyCode.R);
        driver.type(both.getFirst().code().equals(code("GPU usage")) ? "workar" : "gpu us");
        driver.press(KeyCode.ENTER);
        driver.until("told", () -> driver.says("from you already, and would count twice"));
        assertEquals(both, codings().stream().filter(c -> c.quote().equals("same seed")).toList());
    }

    @Test
    void aCodingIsRecodedMarkedRemovedAndThePassageUnmarked() {
        Coding docs = coding("The documentation");
        choose(docs);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.X);
        assertTrue(open.study().codings().get(docs.id()).exemplar());
        driver.press(KeyCode.CONTROL, KeyCode.R);
        driver.type("workar");
        driver.press(KeyCode.ENTER);
        assertEquals(code("Workaround"), open.study().codings().get(docs.id()).code());
        driver.until("undo names it", () -> driver.says("as “Workaround”"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(docs.code(), open.study().codings().get(docs.id()).code());
        int before = codings().size();
        select("3 points below");
        driver.press(KeyCode.SHIFT, KeyCode.DELETE);
        assertEquals(before - 2, codings().size());
        driver.until("undo names it", () -> driver.says("Undo: remove 2 codings"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(before, codings().size());
    }

    @Test
    void aWholeCommentIsCodedInOneKeyAndAPassageTakesSeveralCodes() {
        select("same seed");
        Driver.now(() -> place().passages().apply(code("Workaround")));
        Driver.now(() -> place().passages().apply(code("GPU usage")));
        assertEquals(2, codings().stream().filter(c -> c.quote().equals("same seed")).count());
        Driver.now(() -> text.reveal(words.indexOf("Which GPU")));
        driver.press(KeyCode.SHIFT, KeyCode.T);
        assertEquals(code("GPU usage"), coding("Which GPU?").code());
        assertTrue(coding("Which GPU?").quote().endsWith("of the release."));
    }

    @Test
    void hitsOfASearchAreCodedOneOrAll() {
        driver.press(KeyCode.CONTROL, KeyCode.F);
        driver.type("cudnn");
        assertTrue(driver.says("1 of 3"));
        driver.shoot("code-find");
        driver.click("Code all");
        driver.type("workar");
        driver.press(KeyCode.ENTER);
        driver.until("all are coded", () -> driver.says("3 of 3 hits were coded now."));
        assertEquals(
                3,
                codings().stream()
                        .filter(c -> c.quote().equalsIgnoreCase("cudnn"))
                        .filter(c -> c.code().equals(code("Workaround")))
                        .count());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(6, codings().size(), "one undo takes them back");
    }

    @Test
    void aCopyKeepsItsPlace() {
        select("same seed");
        driver.press(KeyCode.CONTROL, KeyCode.C);
        String copied = Driver.now(() -> Clipboard.getSystemClipboard().getString());
        int at = words.indexOf("same seed");
        int point = words.codePointCount(0, at);
        assertEquals(
                "same seed\n[mask-kit/maskrcnn#1938, comment 1, reuser-17, characters "
                        + (point + "–" + (point + 9))
                        + "]",
                copied);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertEquals("same seed", Driver.now(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void othersCodesAreHiddenWhileTheRoundIsBlindAndShownOnRequestAfterwards() {
        Study study = open.study();
        var round = study.rounds().list().getFirst().id();
        String me = study.coders().get(study.actor()).name();
        int at = words.indexOf("nothing changed");
        Driver.now(
                () -> {
                    study.actAs("Coder B");
                    study.codings().apply(round, crash.id(), at, at + 15, code("Workaround"));
                    study.actAs(me);
                });
        int mine = codings().size();
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        driver.until("it says why", () -> driver.says("This round is blind"));
        assertTrue(Driver.now(() -> text.marksAt(at)).isEmpty());
        assertEquals(mine, Driver.now(() -> text.marks().size()));
        Driver.now(() -> study.rounds().unseal(round));
        driver.until("it is unsealed", () -> open.session().round().get().orElseThrow().unsealed());
        assertTrue(Driver.now(() -> text.marksAt(at)).isEmpty(), "hidden until asked for");
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        driver.until("a legend", () -> driver.says("Coder B"));
        Mark theirs = Driver.now(() -> text.marksAt(at).getFirst());
        assertEquals("Coder B: Workaround", theirs.name());
        assertFalse(theirs.mine());
        driver.shoot("code-others");
        Driver.now(() -> text.active().set(theirs));
        Driver.now(() -> text.requestFocus());
        driver.press(KeyCode.DELETE);
        driver.until("refused", () -> driver.says("only its coder changes it"));
        driver.click("Hide");
        assertEquals(mine, Driver.now(() -> text.marks().size()));
    }

    @Test
    void aCodeThatIsGoneAndASourceThatIsGoneAreSaid() {
        select("same seed");
        CodeId made =
                Driver.now(
                        () ->
                                new CodebookShape(open.study())
                                        .add(
                                                open.study()
                                                        .codebooks()
                                                        .draft()
                                                        .dimensionOf(code("Workaround"))
                                                        .orElseThrow()
                                                        .id(),
                                                Optional.empty(),
                                                "Short-lived",
                                                Optional.empty()));
        driver.until(
                "the codebook knows it",
                () -> open.session().codebook().get().code(made).isPresent());
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("short-liv");
        Driver.now(() -> open.session().undo());
        driver.press(KeyCode.ENTER);
        driver.until("it says so", () -> driver.says("nothing was coded"));
        assertEquals(6, codings().size());
        Driver.now(() -> open.session().act(() -> open.study().sources().remove(crash.id())));
        driver.until("it says so", () -> driver.says("no longer in the study"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("it is back", () -> driver.says("Training crashes after cuDNN update"));
        assertEquals(6, codings().size());
    }

    private CodePlace place() {
        return (CodePlace) open.shell().here().orElseThrow();
    }
}
