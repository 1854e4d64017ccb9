package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.InWindow;
import org.concordqda.desk.session.Destination;
import org.concordqda.model.Code;
import org.concordqda.model.Coding;
import org.concordqda.model.Source;
import org.concordqda.study.Study;
import org.concordqda.study.WideStudies;
import org.concordqda.text.Graphemes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.text.Bidi;
import java.util.List;

/// Text in many scripts, two hundred codes, names of 120 characters, a small window, a damaged file and one
/// that cannot be written.
class WideTextTest extends DeskTest {
    private SourceTextView text;
    private Source source;
    private String words;
    private List<Code> codes;

    @Override
    protected Study make(Path where) {
        return WideStudies.make(where);
    }

    @BeforeEach
    void openTheInterview() {
        look();
    }

    private void look() {
        source = open.study().sources().list().getFirst();
        words = open.study().sources().text(source.id()).orElseThrow().text();
        codes = open.study().codebooks().draft().dimensions().getFirst().codes();
        Driver.now(() -> open.session().go(Destination.of("Code")));
        driver.until(
                "the text is there",
                () -> open.shell().here().filter(CodePlace.class::isInstance).isPresent());
        text = place().text();
        driver.until("it is drawn", () -> !text.shape(4, 5).isEmpty());
    }

    private CodePlace place() {
        return (CodePlace) open.shell().here().orElseThrow();
    }

    private List<Coding> codings() {
        return open.study().codings().of(source.id());
    }

    /// Drags the mouse over a passage, from its first letter to its last, whichever way it is read.
    private void drag(String passage, boolean rightToLeft) {
        int at = words.indexOf(passage);
        int last = at + passage.length() - 1;
        Rectangle2D from = Driver.now(() -> text.shape(at, at + 1).getFirst());
        Rectangle2D to = Driver.now(() -> text.shape(last, last + 1).getFirst());
        double inset = 0.5;
        Point2D start = point(from, rightToLeft ? from.getMaxX() - inset : from.getMinX() + inset);
        Point2D end = point(to, rightToLeft ? to.getMinX() + inset : to.getMaxX() - inset);
        driver.robot.moveTo(start);
        driver.robot.press(MouseButton.PRIMARY);
        driver.robot.moveTo(start.interpolate(end, 0.5));
        driver.robot.moveTo(end);
        driver.robot.release(MouseButton.PRIMARY);
        driver.settle();
    }

    private Point2D point(Rectangle2D letter, double x) {
        return Driver.now(() -> text.localToScreen(x, (letter.getMinY() + letter.getMaxY()) / 2));
    }

    private void coded(String passage) {
        Driver.now(() -> place().passages().apply(codes.get(12).id()));
        Coding made =
                codings().stream().filter(c -> c.quote().equals(passage)).findFirst().orElse(null);
        assertTrue(
                made != null,
                "“" + passage + "” is not among " + codings().stream().map(Coding::quote).toList());
        assertEquals(passage, words.substring(made.span().start(), made.span().end()));
        assertEquals(words.codePointCount(0, made.span().start()), made.span().startCp());
        assertEquals(words.codePointCount(0, made.span().end()), made.span().endCp());
    }

    @Test
    void theMouseFindsTheLetterItPointsAt() {
        for (int width : List.of(1000, 1440, 2300)) {
            Driver.now(() -> driver.stage().setWidth(width));
            driver.settle();
            driver.until("it is drawn", () -> !text.shape(4, 5).isEmpty());
            StringBuilder wrong = new StringBuilder();
            Driver.now(
                    () -> {
                        for (String turn : WideStudies.TURNS) {
                            int begin = words.indexOf(turn);
                            char[] letters = turn.toCharArray();
                            for (int at = begin; at < begin + turn.length(); at++) {
                                wrong.append(
                                        wrong(at, Bidi.requiresBidi(letters, 0, letters.length)));
                            }
                        }
                    });
            assertEquals("", wrong.toString(), width + " pixels wide");
            driver.shoot("code-scripts-" + width);
        }
    }

    /// What the mouse finds just inside a letter's own side, where it is not that letter.
    private String wrong(int at, boolean rightToLeft) {
        if (Graphemes.floor(words, at) != at) {
            return "";
        }
        int end = Graphemes.ceil(words, at + 1);
        Rectangle2D box = text.shape(at, end).getFirst();
        double x = rightToLeft ? box.getMaxX() - 0.4 : box.getMinX() + 0.4;
        Point2D there = text.localToScreen(x, (box.getMinY() + box.getMaxY()) / 2);
        int found = Graphemes.floor(words, text.offsetAt(there.getX(), there.getY()));
        return found == at ? "" : "“" + words.substring(at, end) + "” " + at + "->" + found + " ";
    }

    @Test
    void whatIsReadFromTheRightBeginsThere() {
        for (int turn : List.of(3, 4)) {
            int begin = words.indexOf(WideStudies.TURNS.get(turn));
            int stop = begin + WideStudies.TURNS.get(turn).length() - 1;
            Driver.now(() -> driver.stage().setWidth(1000));
            driver.settle();
            Rectangle2D first = Driver.now(() -> text.shape(begin, begin + 1).getFirst());
            Rectangle2D last = Driver.now(() -> text.shape(stop, stop + 1).getFirst());
            assertTrue(last.getMinY() > first.getMaxY(), "it takes two lines");
            double lower =
                    Driver.now(
                            () ->
                                    text.shape(begin, stop + 1).stream()
                                            .filter(r -> r.getMinY() >= last.getMinY() - 2)
                                            .mapToDouble(Rectangle2D::getMaxX)
                                            .max()
                                            .orElseThrow());
            assertEquals(first.getMaxX(), lower, 1, "both lines begin on the right");
            assertEquals(
                    last.getMinX(),
                    Driver.now(
                            () ->
                                    text.shape(begin, stop + 1).stream()
                                            .filter(r -> r.getMinY() >= last.getMinY() - 2)
                                            .mapToDouble(Rectangle2D::getMinX)
                                            .min()
                                            .orElseThrow()),
                    0.5,
                    "the full stop ends the last line, on its left");
            Driver.now(() -> text.select(begin + 3, begin + 40));
            driver.shoot("code-from-the-right-" + turn);
        }
    }

    @Test
    void everyHebrewLetterIsDrawnWhereItsOwnPlaceIs() {
        String turn = WideStudies.TURNS.get(4);
        int begin = words.indexOf(turn);
        for (int i = 0; i < turn.length(); i++) {
            int at = begin + i;
            double drawn = Driver.now(() -> text.shape(at, at + 1).getFirst().getWidth());
            double own =
                    Driver.now(
                            () ->
                                    new Letters(
                                                    turn.substring(at - begin, at - begin + 1),
                                                    Letters.plain(SourceModel.SIZE),
                                                    Color.BLACK)
                                            .getLayoutBounds()
                                            .getWidth());
            assertEquals(own, drawn, 0.6, "“" + turn.charAt(i) + "” at " + i);
        }
    }

    @Test
    @InWindow
    void everyScriptIsCodedByMouseAndKeyWithItsOwnLetters() {
        drag("shipped it", false);
        coded("shipped it");
        drag("预训练模型", false);
        coded("预训练模型");
        drag("النموذج المدرب", true);
        coded("النموذج المدرب");
        drag("שאומן מראש", true);
        coded("שאומן מראש");
        for (String whole : List.of("👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "cafe\u0301", "nai\u0308")) {
            int at = words.indexOf(whole);
            Driver.now(
                    () -> {
                        text.requestFocus();
                        // Half of the last character, or all but its accent.
                        text.select(at, at + Math.max(1, whole.length() - 1));
                    });
            driver.settle();
            coded(whole);
        }
        int family = words.indexOf("👩‍👩‍👧‍👦");
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.reveal(family);
                });
        driver.press(KeyCode.SHIFT, KeyCode.RIGHT);
        driver.press(KeyCode.DIGIT1);
        assertTrue(said().startsWith("This passage has that code already."), "the same family");
        int accent = words.indexOf("e\u0301 model");
        Driver.now(() -> text.reveal(accent));
        driver.press(KeyCode.SHIFT, KeyCode.RIGHT);
        driver.press(KeyCode.DIGIT1);
        coded("e\u0301");
        driver.shoot("code-scripts");
    }

    @Test
    void twoHundredCodesAndLongNamesStayReadableInASmallWindow() {
        for (int i = 0; i < 10; i++) {
            int at = words.indexOf(i < 5 ? "We built" : "The cafe") + 3 * i;
            int code = i;
            Driver.now(
                    () -> {
                        text.select(at, at + 30);
                        place().passages().apply(codes.get(code).id());
                    });
        }
        Mark chosen = Driver.now(() -> text.marks().get(2));
        Driver.now(() -> text.active().set(chosen));
        driver.settle();
        ListView<?> list =
                (ListView<?>)
                        driver.all(n -> "Codes for passages".equals(n.getAccessibleText()))
                                .getFirst();
        assertEquals(201, Driver.now(() -> list.getItems().size()), "the dimension and its codes");
        driver.shoot("code-long-names");
        Driver.now(() -> list.scrollTo(200));
        driver.until("the last code is there", () -> driver.says("Code number 200"));
        Driver.now(() -> list.scrollTo(0));
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.settle();
        driver.shoot("code-small");
        List<Label> cut =
                driver.all(n -> n instanceof Label l && chosen.name().equals(l.getText())).stream()
                        .map(Label.class::cast)
                        .toList();
        assertTrue(cut.size() >= 2, "in the list and in the bar");
        for (Label label : cut) {
            assertTrue(
                    label.getTooltip() != null
                            && label.getTooltip().getText().contains(chosen.name()),
                    "what is cut is told in full by the mouse");
            assertTrue(
                    label.localToScene(label.getWidth(), 0).getX() <= driver.scene().getWidth(),
                    "inside the window");
        }
        assertTrue(driver.scene().getWidth() <= 1000, "the window is small");
    }

    @Test
    void linesAreNumberedByKey() {
        Driver.now(() -> text.requestFocus());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        driver.until("numbers", () -> Driver.now(() -> text.hasLineNumbers()));
        assertEquals(
                List.of("1", "2", "3", "4", "5"),
                driver.all(n -> n.getStyleClass().contains("line-number")).stream()
                        .map(n -> ((Label) n).getText())
                        .toList());
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertFalse(Driver.now(() -> text.hasLineNumbers()));
    }

    @Test
    void aCodingOutsideTheTextIsNotDrawnButTold() throws Exception {
        Driver.now(
                () -> {
                    text.select(4, 12);
                    place().passages().apply(codes.get(3).id());
                    text.select(20, 28);
                    place().passages().apply(codes.get(4).id());
                });
        Path file = open.study().info().path();
        leave();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var act = db.createStatement()) {
            assertEquals(
                    1,
                    act.executeUpdate(
                            "UPDATE coding_all SET start = 900000, end = 900008, start_cp = 900000,"
                                    + " end_cp = 900008 WHERE id = (SELECT max(id) FROM coding_all)"));
        }
        reopen(file);
        look();
        assertEquals(1, Driver.now(() -> text.marks().size()));
        assertTrue(said().startsWith("1 coding lies outside this text"), said());
        // A place of a longer text, as a memo or a second window may still name it.
        Driver.now(() -> open.session().go(Destination.in(source.id(), 900000, 900008)));
        driver.settle();
        Driver.now(() -> text.reveal(900000));
        assertFalse(driver.says("unforeseen"), () -> driver.words().toString());
        assertEquals(words.length(), Driver.now(() -> text.caret().get()));
    }

    @Test
    void aStudyThatCannotBeWrittenSaysSoOnEveryAct() {
        Driver.now(
                () -> {
                    text.select(4, 12);
                    place().passages().apply(codes.get(3).id());
                });
        Path file = open.study().info().path();
        leave();
        try (Study other = Study.open(file)) {
            assertTrue(other.writable());
            reopen(file);
            look();
            assertFalse(open.study().writable());
            List<Runnable> acts =
                    List.of(
                            () -> place().passages().apply(codes.get(5).id()),
                            () -> driver.press(KeyCode.CONTROL, KeyCode.I),
                            () -> driver.press(KeyCode.SHIFT, KeyCode.DELETE),
                            () -> {
                                Driver.now(() -> text.active().set(text.marks().get(0)));
                                driver.press(KeyCode.ALT, KeyCode.RIGHT);
                            },
                            () -> {
                                Driver.now(() -> text.active().set(text.marks().get(0)));
                                driver.press(KeyCode.DELETE);
                            });
            for (int i = 0; i < acts.size(); i++) {
                Driver.now(
                        () -> {
                            text.requestFocus();
                            text.select(4, 12);
                        });
                Runnable act = acts.get(i);
                if (i == 0) {
                    Driver.now(act);
                } else {
                    act.run();
                }
                int which = i;
                driver.until(
                        "act " + which + " says why not",
                        () -> driver.says("open for reading only"));
                driver.press(KeyCode.ESCAPE);
                assertFalse(driver.says("open for reading only"), "closed");
            }
            assertEquals(1, codings().size());
        }
    }

    private String said() {
        return Driver.now(() -> open.session().notice().get());
    }

    private void reopen(Path file) {
        Driver.now(() -> window.open(file));
        driver.until("it is open", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
    }
}
