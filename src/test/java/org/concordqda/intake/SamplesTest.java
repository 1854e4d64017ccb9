package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.SourceKind;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;

/// The sample study's own files come in whole.
class SamplesTest {
    @Test
    void everySampleIsRead() {
        Collected all =
                Collected.of(
                        KindHint.AUTO,
                        Path.of("samples", "issues"),
                        Path.of("samples", "transcripts"));
        assertEquals(java.util.List.of(), all.problems);
        assertEquals(
                5, all.sources.stream().filter(s -> s.kind() == SourceKind.TRANSCRIPT).count());
        assertTrue(all.leftOut.stream().allMatch(l -> l.contains("pull request")));
        all.sources.forEach(
                s ->
                        assertTrue(
                                s.turns().stream().anyMatch(t -> t.speaker().isPresent()),
                                s.key()));
        assertTrue(
                all.sources.stream()
                        .allMatch(
                                s -> s.detected().stream().noneMatch(d -> d.contains("of which"))));
        assertTrue(
                TableReader.read(Path.of("samples", "ratings-pilot.xlsx"), Progress.NONE).size()
                        > 1);
    }
}
