package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.concordqda.desk.session.Place;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;

/// A study that is closed leaves the memory: whoever goes from study to study all day has the desk of one.
class ClosedStudyTest extends DeskTest {
    @Test
    void nothingOfTheDeskOfAClosedStudyIsKept() {
        visitAll();
        WeakReference<OpenStudy> study = new WeakReference<>(open);
        WeakReference<Object> shell = new WeakReference<>(open.shell());
        open = null;
        leave();
        for (int i = 0; i < 50 && (study.get() != null || shell.get() != null); i++) {
            System.gc();
            driver.settle();
        }
        assertNull(study.get(), "the study");
        assertNull(shell.get(), "its places");
    }

    private void visitAll() {
        for (Place each : open.shell().places()) {
            Driver.now(() -> open.shell().enter(each));
            driver.settle();
        }
    }

    @Test
    void nothingOfAClosedWindowIsKept() throws IOException {
        visitAll();
        WeakReference<DeskWindow> gone = new WeakReference<>(window);
        Driver.now(() -> window.close());
        driver.close();
        open = null;
        window = null;
        // The next window is there: what the system and the toolkit know of is that one.
        folder = Files.createDirectories(folder.resolve("next"));
        openDesk();
        visitAll();
        for (int i = 0; i < 50 && gone.get() != null; i++) {
            System.gc();
            driver.settle();
        }
        assertNull(gone.get(), "the window");
    }

    @Test
    void oneGoesOnInTheRoundOneWasIn() {
        Driver.now(() -> open.study().rounds().open("Another", false));
        Driver.now(
                () ->
                        open.session()
                                .choose(open.study().rounds().byName("Re-pilot").orElseThrow()));
        reopen();
        assertEquals(
                "Re-pilot", Driver.now(() -> open.session().round().get().orElseThrow().name()));
        // The latest that can be coded in, once that one is finished.
        Driver.now(
                () ->
                        open.study()
                                .rounds()
                                .close(open.session().round().get().orElseThrow().id(), true));
        reopen();
        assertEquals(
                "Another", Driver.now(() -> open.session().round().get().orElseThrow().name()));
    }

    private void reopen() {
        var file = open.study().info().path();
        open = null;
        leave();
        Driver.now(() -> window.open(file));
        driver.until("the study is open", () -> window.study().isPresent());
        open = Driver.now(() -> window.study().orElseThrow());
    }
}
