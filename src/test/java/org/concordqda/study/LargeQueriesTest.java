package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// What the product looks up among ratings has an index behind it: none of these walks through all of them.
class LargeQueriesTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                Rounds.PERSONS,
                "SELECT count(*) FROM rating WHERE id IN " + Ratings.OF_SOURCE,
                "SELECT rating FROM rating_code WHERE rating IN " + Ratings.OF_SOURCE,
                "SELECT EXISTS (SELECT 1 FROM rating_code WHERE code IN (?1))",
                "SELECT r.id FROM rating_code rc JOIN rating r ON r.id = rc.rating WHERE rc.code IN"
                        + " (?1)",
                "SELECT id, source FROM rating WHERE round = ?1 AND coder = ?1",
                "SELECT id FROM rating WHERE round = ?1 ORDER BY id",
            })
    void noneWalksThroughAllRatings(String sql) {
        try (Study study = DeskStudies.make(folder)) {
            List<String> plan =
                    study.file().read().list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4), 1L);
            assertFalse(
                    plan.stream().anyMatch(step -> step.startsWith("SCAN rating")),
                    () -> String.join("\n", plan));
        }
    }

    /// A study whose every question was changed in meaning lists every rating, each once.
    @Test
    void aQuestionThatMeansSomethingElseMakesAllItsRatingsStale() {
        try (Study study = DeskStudies.make(folder)) {
            var dimension = study.codebooks().draft().dimension("symptom").orElseThrow();
            new CodebookFields(study)
                    .change(
                            CodebookFields.with(dimension, "question", "What was seen first?"),
                            true,
                            "narrower");
            long ratings =
                    new CodeUses(study)
                            .of(dimension.allCodes().stream().map(c -> c.id()).toList())
                            .size();
            assertEquals(ratings, new CodebookStale(study).list().size());
            assertFalse(ratings == 0, "there is something to find");
        }
    }
}
