package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Codes on passages: one passage has a code from a person once, edges stay in the text and on characters.
class CodingsTest {
    private static final String TEXT = "Ana: A 😀 reuse 因为 crash.\nBen: Yes.\nAna: So.\n";

    @TempDir Path folder;
    private Study study;
    private SourceId source;
    private RoundId round;
    private List<CodeId> codes;

    @BeforeEach
    void make() throws IOException {
        study = DeskStudies.make(folder);
        Path file = Files.writeString(folder.resolve("talk.txt"), TEXT);
        study.imports().sources(List.of(file), "transcript", Progress.NONE);
        source = study.sources().byKey("talk.txt").orElseThrow().id();
        round = study.rounds().list().getLast().id();
        codes =
                study.codebooks().draft().dimensions().getLast().allCodes().stream()
                        .map(c -> c.id())
                        .toList();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private int acts() {
        return study.history().log(1000).size();
    }

    private String refused(Runnable act) {
        List<Coding> before = study.codings().of(source);
        int acts = acts();
        String said = assertThrows(ConcordException.class, act::run).getMessage();
        assertEquals(before, study.codings().of(source));
        assertEquals(acts, acts(), "no act");
        return said;
    }

    @Test
    void aPassageHasACodeFromOnePersonOnce() {
        int at = TEXT.indexOf("reuse");
        Codings codings = study.codings();
        CodingId one = codings.apply(round, source, at, at + 5, codes.get(0));
        CodingId two = codings.apply(round, source, at, at + 5, codes.get(1));
        CodingId wide = codings.apply(round, source, at, at + 8, codes.get(0));
        assertTrue(
                refused(() -> codings.recode(one, codes.get(1))).contains("from you already"),
                "recode would count twice");
        assertTrue(
                refused(() -> codings.resize(wide, at, at + 5)).contains("from you already"),
                "so would an edge");
        int acts = acts();
        codings.recode(one, codes.get(0));
        codings.resize(one, at, at + 5);
        assertEquals(acts, acts(), "what changes nothing is no act");
        // Another person's coding of the passage, and one of another round, stand in nobody's way.
        study.actAs("Coder B");
        CodingId theirs = codings.apply(round, source, at, at + 5, codes.get(0));
        codings.recode(theirs, codes.get(1));
        assertEquals(codes.get(1), codings.get(theirs).code());
        study.actAs("Coder A");
        codings.remove(List.of(two));
        codings.recode(one, codes.get(1));
        assertEquals(codes.get(1), codings.get(one).code());
        study.history().undo();
        assertEquals(codes.get(0), codings.get(one).code());
    }

    @Test
    void edgesStayInTheTextAndTakeWholeCharactersIn() {
        int face = TEXT.indexOf("😀");
        Codings codings = study.codings();
        CodingId id = codings.apply(round, source, face + 3, face + 8, codes.get(0));
        codings.resize(id, face + 1, face + 8);
        assertEquals("😀 reuse", codings.get(id).quote());
        codings.resize(id, face - 2, face + 1);
        assertEquals("A 😀", codings.get(id).quote());
        assertEquals(face, TEXT.codePointCount(0, face), "nothing wide stands before");
        assertEquals(face + 1, codings.get(id).span().endCp());
        int end = study.sources().text(source).orElseThrow().text().length();
        assertTrue(refused(() -> codings.resize(id, face, end + 1)).contains("outside the text"));
        assertTrue(refused(() -> codings.resize(id, -1, face)).contains("outside the text"));
        assertTrue(refused(() -> codings.resize(id, face, face)).contains("empty"));
        codings.resize(id, 0, end);
        assertEquals(study.sources().text(source).orElseThrow().text(), codings.get(id).quote());
        assertEquals(List.of(), study.check().findings());
    }
}
