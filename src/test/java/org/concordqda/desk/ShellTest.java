package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.WindowEvent;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.job.Job;
import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Work under way, other people, and what is gone meanwhile.
class ShellTest extends DeskTest {
    /// Works until it is cancelled or let go.
    private static Job<String> waiting(CountDownLatch go) {
        return progress -> {
            progress.report(0.4, "half way");
            try {
                while (!go.await(5, TimeUnit.MILLISECONDS)) {
                    progress.check();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return "done";
        };
    }

    /// Works until it is cancelled, and says so over and over.
    private static Job<String> telling() {
        return progress -> {
            for (int i = 0; ; i++) {
                progress.check();
                progress.report(-1, "row " + i);
                LockSupport.parkNanos(2_000_000);
            }
        };
    }

    /// Pressed and let go while the job reports, as hands are slower than it.
    private void aJobThatReportsIsCancelledByTheMouse() {
        Jobs jobs = open.session().jobs();
        Driver.now(() -> jobs.run("Telling", telling(), done -> {}));
        driver.until("it tells", () -> driver.says("Telling · row "));
        Node cancel = driver.all(n -> "Cancel: Telling".equals(n.getAccessibleText())).getFirst();
        driver.robot.moveTo(driver.middle(cancel)).press(MouseButton.PRIMARY);
        String then = Driver.now(() -> jobs.running().getFirst().message());
        driver.until("it tells on", () -> !then.equals(jobs.running().getFirst().message()));
        driver.robot.release(MouseButton.PRIMARY);
        driver.until("it is cancelled", () -> jobs.running().isEmpty());
        assertTrue(driver.says("Cancelled: Telling. The study is as it was."));
    }

    @Test
    void severalJobsAreShownAndEachIsCancelled() {
        aJobThatReportsIsCancelledByTheMouse();
        CountDownLatch never = new CountDownLatch(1);
        Driver.now(
                () -> {
                    open.session().jobs().run("Counting", waiting(never), done -> {});
                    open.session().jobs().run("Weighing", waiting(never), done -> {});
                });
        driver.until("both run", () -> driver.says("and 1 more"));
        driver.click("and 1 more");
        driver.until("all are listed", () -> driver.says("Weighing · half way"));
        driver.shoot("jobs");
        driver.click(driver.all(n -> "Cancel: Weighing".equals(n.getAccessibleText())).getFirst());
        driver.until("it is gone", () -> open.session().jobs().running().size() == 1);
        assertTrue(driver.says("Cancelled: Weighing. The study is as it was."));
        driver.press(KeyCode.ESCAPE);
        Driver.now(
                () ->
                        open.session()
                                .jobs()
                                .run(
                                        "Reading",
                                        progress -> {
                                            throw new ConcordException(
                                                    "The file ends early; nothing was stored.");
                                        },
                                        done -> {}));
        driver.until("the failure", () -> driver.says("Not finished: Reading"));
        assertTrue(driver.says("The file ends early; nothing was stored."));
        driver.press(KeyCode.ESCAPE);
    }

    @Test
    void theWindowDoesNotCloseOverWorkWithoutAsking() {
        CountDownLatch go = new CountDownLatch(1);
        Driver.now(() -> open.session().jobs().run("Importing", waiting(go), done -> {}));
        closeRequest();
        assertTrue(driver.says("“Importing” is still running"));
        driver.shoot("leave");
        driver.click("Stay");
        assertTrue(driver.stage().isShowing());
        closeRequest();
        driver.click("Wait, then close");
        driver.settle();
        assertTrue(driver.stage().isShowing(), "it waits");
        go.countDown();
        long end = System.nanoTime() + 60_000_000_000L;
        while (Driver.now(() -> driver.stage().isShowing()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertFalse(driver.stage().isShowing(), "it closed when the work was done");
    }

    private void closeRequest() {
        Driver.now(
                () ->
                        driver.stage()
                                .fireEvent(
                                        new WindowEvent(
                                                driver.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
        driver.settle();
    }

    @Test
    void theStudyThatIsOpenIsNotOpenedAgain() {
        var path = open.study().info().path();
        Driver.now(() -> window.open(path.resolveSibling(".").resolve(path.getFileName())));
        driver.until("it says so", () -> driver.says("is open already"));
        assertTrue(Driver.now(() -> window.study().orElseThrow() == open));
        assertTrue(open.study().writable());
    }

    @Test
    void actingAsAnotherPersonShowsTheirWorkOnly() {
        int mine = open.study().codings().list().size();
        assertTrue(mine > 0);
        open.study().coders().add("Nina", org.concordqda.model.CoderKind.PERSON);
        driver.until(
                "she can be chosen in the bar",
                () ->
                        driver.all(
                                                n ->
                                                        n
                                                                        instanceof
                                                                        javafx.scene.control
                                                                                        .MenuButton
                                                                                m
                                                                && m.getItems().stream()
                                                                        .anyMatch(
                                                                                i ->
                                                                                        "Nina"
                                                                                                .equals(
                                                                                                        i
                                                                                                                .getText())))
                                        .size()
                                == 1);
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.type("code as coder b");
        driver.press(KeyCode.ENTER);
        driver.until("it is another", () -> window.study().filter(s -> s != open).isPresent());
        driver.settle();
        open = Driver.now(() -> window.study().orElseThrow());
        assertEquals("Coder B", open.session().myName());
        assertTrue(
                open.study().codings().list().stream()
                        .allMatch(c -> c.coder().equals(open.session().me().orElseThrow())),
                "the round is blind");
        assertTrue(driver.says("You act as Coder B now."));
    }

    @Test
    void oneGoesBackAndForwardBetweenPlacesAndSources() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        var first = source();
        driver.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        var second = source();
        assertFalse(first.equals(second));
        driver.press(KeyCode.ALT, KeyCode.DIGIT4);
        assertEquals("Rounds", here());
        driver.press(KeyCode.ALT, KeyCode.LEFT);
        assertEquals("Code", here());
        assertEquals(second, source());
        driver.press(KeyCode.ALT, KeyCode.LEFT);
        assertEquals(first, source());
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals("Rounds", here());
    }

    private String here() {
        return Driver.now(() -> open.shell().here().orElseThrow().name());
    }

    private Object source() {
        return Driver.now(() -> open.shell().here().orElseThrow().stop().source().orElseThrow());
    }
}
