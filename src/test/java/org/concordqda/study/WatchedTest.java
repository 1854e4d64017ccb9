package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An act that somebody stops, at whatever row, leaves the study as it was, and the next one goes on.
class WatchedTest {
    @TempDir private Path folder;

    /// Cancelled once it was asked so often.
    private static final class After implements Progress {
        private int left;

        After(int checks) {
            left = checks;
        }

        @Override
        public void report(double fraction, String message) {}

        @Override
        public boolean cancelled() {
            return left-- <= 0;
        }
    }

    private static List<String> rows(Study study) {
        List<String> rows = new ArrayList<>();
        for (String table :
                List.of("source", "attribute_value", "case_source", "rating", "coding", "turn")) {
            rows.addAll(
                    study.file()
                            .read()
                            .list(
                                    "SELECT '"
                                            + table
                                            + "', id, made_by FROM "
                                            + table
                                            + " ORDER BY id",
                                    r -> r.text(1) + r.number(2) + "," + r.number(3)));
        }
        rows.add("entries " + study.history().count() + " undo " + study.history().undoable());
        return rows;
    }

    @Test
    void aStoppedActLeavesNothing() {
        try (Study study = DeskStudies.make(folder)) {
            List<SourceId> all = study.sources().list().stream().map(Source::id).toList();
            study.attributes().set(all, "tool", "none");
            Map<String, Runnable> acts = new LinkedHashMap<>();
            acts.put("attribute", () -> study.attributes().set(all, "tool", "hammer"));
            acts.put("exclude", () -> study.sources().exclude(all, "test"));
            acts.put("case", () -> study.cases().put("repository", "r", all));
            acts.put("remove", () -> study.sources().remove(all));
            acts.put("undo", () -> study.history().undo());
            List<String> before = rows(study);
            acts.forEach(
                    (name, act) -> {
                        for (int checks : new int[] {0, 1, 3}) {
                            assertThrows(
                                    Cancelled.class,
                                    () ->
                                            study.history()
                                                    .watched(
                                                            new After(checks),
                                                            () -> {
                                                                act.run();
                                                                return true;
                                                            }),
                                    name + " after " + checks);
                            assertEquals(before, rows(study), name + " after " + checks);
                        }
                    });
            assertEquals(List.of(), study.check().findings());
            int[] asked = {0};
            Progress counting =
                    new Progress() {
                        @Override
                        public void report(double fraction, String message) {}

                        @Override
                        public boolean cancelled() {
                            asked[0]++;
                            return false;
                        }
                    };
            study.history()
                    .watched(
                            counting,
                            () -> {
                                acts.values().forEach(Runnable::run);
                                return true;
                            });
            assertTrue(asked[0] > 50, "it was asked " + asked[0] + " times");
            asked[0] = 0;
            study.history().redo();
            assertEquals(0, asked[0], "nobody watches what comes after");
        }
    }
}
