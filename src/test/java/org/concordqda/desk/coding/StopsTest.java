package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.desk.session.Destination;
import org.concordqda.job.Progress;
import org.concordqda.model.SourceId;
import org.concordqda.study.Codebooks;
import org.concordqda.study.DeskStudies;
import org.concordqda.study.Study;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A source comes back as it was left: caret and what stood at the upper edge, also after the program was ended.
class StopsTest extends DeskTest {
    @Override
    protected Study make(Path where) {
        Study study = DeskStudies.make(where);
        StringBuilder words = new StringBuilder();
        for (int i = 1; i <= 400; i++) {
            words.append(i % 2 == 0 ? "P9: " : "Interviewer: ")
                    .append("This is turn ")
                    .append(i)
                    .append(
                            " of a long talk about models, data and what was changed in them. "
                                    .repeat(3))
                    .append('\n');
        }
        try {
            Path file = Files.writeString(where.resolve("Long talk.txt"), words);
            study.imports().sources(List.of(file), "transcript", Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return study;
    }

    private CodePlace place() {
        return (CodePlace) open.shell().here().orElseThrow();
    }

    private SourceTextView text() {
        return place().text();
    }

    private void go(SourceId source) {
        Driver.now(() -> open.session().go(Destination.in(source, 0, 0)));
        driver.until("it is drawn", () -> !text().text().isEmpty());
        driver.settle();
    }

    /// The number of the turn at the upper edge.
    private int top() {
        return Driver.now(
                () -> {
                    Matcher turn = Pattern.compile("This is turn (\\d+) of").matcher(text().text());
                    return turn.find(text().top()) ? Integer.parseInt(turn.group(1)) : 0;
                });
    }

    /// Whether that turn is at the upper edge again; the caret's line in full may take one line more.
    private boolean at(int turn) {
        return Math.abs(top() - turn) <= 1;
    }

    @Test
    void aSourceComesBackAsItWasLeft() {
        SourceId talk =
                open.study().sources().list().stream()
                        .filter(s -> s.title().startsWith("Long talk"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        go(talk);
        driver.until("it is drawn", () -> !text().shape(0, 40).isEmpty());
        int wanted = Driver.now(() -> text().text().indexOf("turn 211"));
        int found = Driver.now(() -> text().text().indexOf("turn 300"));
        Driver.now(() -> text().requestFocus());
        Driver.now(() -> text().reveal(wanted));
        driver.settle();
        for (int i = 0; i < 6; i++) {
            driver.press(KeyCode.UP);
        }
        int left = top();
        int caret = Driver.now(() -> text().caret().get());
        assertTrue(left > 190 && left < 211, "turn " + left);
        driver.click("Loss is NaN from step 200");
        driver.until("another", () -> text().text().length() < 5000);
        go(talk);
        driver.until("it is back", () -> at(left));
        assertEquals(caret, Driver.now(() -> text().caret().get()));

        // Also where one read far from the caret, which stays where it was.
        Driver.now(() -> text().comeBack(text().text().indexOf("This is turn 40 of"), caret));
        driver.settle();
        assertTrue(at(40), "turn " + top());
        assertEquals(caret, Driver.now(() -> text().caret().get()));
        driver.click("Loss is NaN from step 200");
        driver.until("another", () -> text().text().length() < 5000);
        go(talk);
        driver.until("it is back", () -> at(40));
        driver.click("Loss is NaN from step 200");
        driver.until("another", () -> text().text().length() < 5000);
        driver.press(KeyCode.ALT, KeyCode.LEFT);
        driver.until("it is back", () -> at(40));
        assertEquals(caret, Driver.now(() -> text().caret().get()));

        // What was searched for comes near the upper edge, with what follows it.
        driver.click("Loss is NaN from step 200");
        driver.until("another", () -> text().text().length() < 5000);
        Driver.now(() -> open.session().go(Destination.in(talk, found, found + 8)));
        driver.until("it is found", () -> top() > 295 && top() <= 300);
        assertEquals(found + 8, Driver.now(() -> text().caret().get()));
        Driver.now(() -> text().reveal(text().text().indexOf("turn 350")));
        driver.until("in this text too", () -> top() > 345 && top() <= 350);
        // An edge that is moved by keys is in view.
        Driver.now(
                () -> {
                    text().select(wanted, found);
                    place().passages()
                            .apply(
                                    Codebooks.coded(open.study().codebooks().draft(), "Workaround")
                                            .id());
                    Mark mark = text().marks().touching(wanted, wanted + 1).getFirst();
                    text().active().set(mark);
                    text().requestFocus();
                });
        driver.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.LEFT);
        driver.until("its end", () -> top() > 285 && top() <= 300);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ALT, KeyCode.RIGHT);
        driver.until("its beginning", () -> top() > 195 && top() <= 211);

        // What is found in the first line is not hidden by what finds it.
        driver.press(KeyCode.CONTROL, KeyCode.F);
        driver.type("turn 1 of");
        driver.until("it is found", () -> top() == 1);
        driver.settle();
        double lowest =
                Driver.now(
                        () -> {
                            Node bar = open.shell().lookup(".found-bar");
                            return bar.localToScene(bar.getLayoutBounds()).getMaxY();
                        });
        assertTrue(lowest <= Driver.now(() -> text().localToScene(0, 0).getY() + 1));
        driver.press(KeyCode.ESCAPE);
        Driver.now(() -> text().reveal(wanted));
        driver.settle();
        for (int i = 0; i < 6; i++) {
            driver.press(KeyCode.UP);
        }
        int again = top();

        Path file = open.study().info().path();
        leave();
        Driver.now(() -> window.open(file));
        driver.until("it is open", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
        driver.until("at the same place", () -> at(again));
        assertEquals(caret, Driver.now(() -> text().caret().get()));
        assertEquals(talk, Driver.now(() -> place().here().orElseThrow().source().orElseThrow()));
    }
}
