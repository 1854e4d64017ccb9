package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.TurnKind;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Files of other people's studies, where they are at hand.
class SharedFilesTest {
    private static Path shared(String name) {
        Path file = Path.of(System.getProperty("concord.shared", "../shared"), "data", name);
        Assumptions.assumeTrue(
                Files.exists(file), "Skipped: " + name + " of the shared data is not here.");
        return file;
    }

    @Test
    void restListHasIssuesAndPullRequests() {
        Collected all = Collected.of(KindHint.AUTO, shared("issues/rest-list-rails.json"));
        assertEquals(List.of(), all.problems);
        assertEquals(123, all.sources.size());
        assertEquals(377, all.leftOut.size());
        assertTrue(
                all.leftOut
                        .getFirst()
                        .matches("pull request rest-list-rails.json rails/rails#\\d+"));
        ImportedSource first =
                all.sources.stream()
                        .filter(s -> s.key().equals("rails/rails#48981"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("g", first.title());
        assertTrue(first.text().startsWith("g\n\n`###` Steps to reproduce\n<!-- (Guidelines"));
        assertFalse(first.text().contains("\r"));
        assertEquals("closed", first.attributes().get("state"));
        assertEquals("not_planned", first.attributes().get("state reason"));
        assertEquals("gallegosdamian505", first.attributes().get("author"));
        assertEquals("2023-08-19T22:15:25Z", first.created().orElseThrow());
        assertTrue(all.sources.stream().anyMatch(s -> s.attributes().containsKey("labels")));
        assertTrue(
                all.sources.stream().allMatch(s -> s.turns().getFirst().kind() == TurnKind.BODY));
    }

    @Test
    void commentsWithoutTheirIssuesAreOneLine() {
        Collected all = Collected.of(KindHint.AUTO, shared("issues/rest-comments-pygithub.json"));
        assertEquals(0, all.sources.size());
        assertEquals(
                List.of(
                        "rest-comments-pygithub.json: 78 comments of 30 issues (first"
                                + " PyGithub/PyGithub#3527245) were left out: their issues are not in"
                                + " this import."),
                all.problems);
    }

    @Test
    void interviewsHaveTheirSpeakers() {
        Path folder = shared("transcripts");
        Collected all = Collected.of(KindHint.AUTO, folder);
        assertEquals(List.of(), all.problems);
        assertEquals(List.of("file of another kind participants.csv "), all.leftOut);
        assertEquals(
                List.of("Interview-03.docx", "Interview-04.docx", "Interview-05.docx"),
                all.sources.stream().map(ImportedSource::key).toList());
        for (ImportedSource source : all.sources) {
            Set<String> speakers =
                    source.turns().stream()
                            .flatMap(t -> t.speaker().stream())
                            .collect(Collectors.toSet());
            assertEquals(Set.of("Speaker 1", "Speaker 2"), speakers, source.key());
            int at = 0;
            for (ImportedTurn turn : source.turns()) {
                assertTrue(turn.labelStart() >= at && turn.labelEnd() <= turn.bodyStart());
                at = turn.bodyEnd();
            }
        }
        assertEquals(
                "MARK", all.sources.getLast().turns().getFirst().kind().name(), "the header of 05");
    }

    @Test
    void tablesAsWritten() {
        ImportedTable defects =
                TableReader.read(shared("emse/defects.csv"), Progress.NONE).getFirst();
        assertEquals(348, defects.rows().size());
        assertEquals(21, defects.columns().size());
        assertEquals("", defects.columns().getFirst());
        assertEquals("User \"fork\"", defects.rows().getFirst().get(16));
        ImportedTable rater =
                TableReader.read(shared("emse/re-pilot-rater-1.xlsx"), Progress.NONE).getFirst();
        assertEquals(64, rater.rows().size());
        assertEquals(
                List.of("", "Issue #", "Framework", "same code", "same data"),
                rater.columns().subList(0, 5));
        assertEquals("0", rater.rows().getFirst().getFirst());
        ImportedTable people =
                TableReader.read(shared("transcripts/participants.csv"), Progress.NONE).getFirst();
        assertEquals(7, people.columns().size());
        assertEquals(
                "Computer Vision,Natural Language Processing", people.rows().getFirst().get(4));
    }
}
