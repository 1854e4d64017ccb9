package org.concordqda.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/// A short question never waits behind a long one, and the further connections that takes never touch another
/// file.
@Timeout(60)
class ReadersTest {
    private static final String ONE = "SELECT 1";

    @TempDir Path folder;

    /// A question that lasts until `over`, begun when this returns.
    private static CompletableFuture<Void> longQuestion(StudyFile study, CountDownLatch over)
            throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> done =
                CompletableFuture.runAsync(
                        () ->
                                study.read()
                                        .each(
                                                ONE,
                                                row -> {
                                                    begun.countDown();
                                                    await(over);
                                                }),
                        work -> new Thread(work).start());
        begun.await();
        return done;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatAStudyIsReadWithCanBeLoadedAheadOfIt() {
        assertTrue(StudyFile.warm());
    }

    @Test
    void aShortQuestionIsAnsweredWhileLongOnesLast() throws Exception {
        Path file = folder.resolve("study.concord");
        CountDownLatch over = new CountDownLatch(1);
        try (StudyFile study = StudyFile.create(file, "test")) {
            var first = longQuestion(study, over);
            var second = longQuestion(study, over);
            long id =
                    study.journal()
                            .write(
                                    new Journal.Words(
                                            java.util.Optional.empty(),
                                            "test",
                                            "add",
                                            java.util.Map.of(),
                                            java.util.Optional.empty(),
                                            false),
                                    tx ->
                                            tx.insert(
                                                    "coder",
                                                    java.util.Map.of(
                                                            "guid", "g", "name", "Ana", "kind",
                                                            "PERSON")));
            assertEquals(
                    id,
                    study.read().number("SELECT id FROM coder WHERE name = 'Ana'"),
                    "what was stored just now is seen");
            // A question inside a question is of the same line: not one more connection each.
            study.read()
                    .each(
                            ONE,
                            row ->
                                    assertEquals(
                                            1, study.read().number("SELECT count(*) FROM coder")));
            over.countDown();
            first.join();
            second.join();
        }
        assertFalse(Files.exists(folder.resolve("study.concord-wal")), "one plain file remains");
    }

    @Test
    void noFileIsMadeWhereTheStudyWas() throws Exception {
        Path file = folder.resolve("study.concord");
        CountDownLatch over = new CountDownLatch(1);
        try (StudyFile study = StudyFile.create(file, "test")) {
            var first = longQuestion(study, over);
            Files.move(file, folder.resolve("moved.concord"));
            var answer = new CompletableFuture<Long>();
            Thread second =
                    new Thread(
                            () ->
                                    answer.complete(
                                            study.read().number("SELECT count(*) FROM entry")));
            second.start();
            while (second.getState() != Thread.State.WAITING && second.isAlive()) {
                Thread.onSpinWait();
            }
            over.countDown();
            first.join();
            assertEquals(0, answer.join());
            assertFalse(Files.exists(file), "no empty file under the old name");
        }
        assertTrue(Files.exists(folder.resolve("moved.concord")));
    }
}
