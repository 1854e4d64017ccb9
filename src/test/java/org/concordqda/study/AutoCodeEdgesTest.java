package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a rule cuts, what it takes when its pattern takes nothing, and a text of a million characters.
class AutoCodeEdgesTest {
    @TempDir Path folder;
    private Study study;
    private AutoCodes rules;

    @BeforeEach
    void make() {
        study = DeskStudies.make(folder);
        rules = new AutoCodes(study);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private SourceId source(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        study.imports().sources(List.of(file), "transcript", Progress.NONE);
        return study.sources().byKey(name).orElseThrow().id();
    }

    private static Rule in(SourceId source, String words, boolean pattern, Reach reach) {
        return new Rule(words, pattern, "", "", reach, Optional.of(source));
    }

    private List<String> quotes(Rule rule) {
        return rules.find(rule, Progress.NONE).stream().map(Passage::quote).toList();
    }

    @Test
    void charactersAreNeverCutAndNothingIsNeverCoded() throws IOException {
        SourceId source =
                source(
                        "odd.txt",
                        "Ana: The cafe\u0301 👩‍💻 runs. Aab, aab! Cafe or cafe\u0301? 训练损失变为NaN。它崩溃了。\n"
                                + "Ben: It is 👍🏽 fine 🇳🇴.\n"
                                + "Ana: Done.\nBen: Well "
                                + "😀".repeat(80)
                                + "x"
                                + "😀".repeat(80)
                                + "\n");
        assertEquals(
                List.of("cafe\u0301", "Cafe", "cafe\u0301"),
                quotes(in(source, "cafe", false, Reach.WORDS)));
        assertEquals(List.of("👩‍💻"), quotes(in(source, "👩", false, Reach.WORDS)));
        assertEquals(
                List.of("👍🏽", "🇳🇴"), quotes(in(source, "👍|\\x{1F1F4}", true, Reach.WORDS)));
        assertEquals(List.of("Aa", "aa"), quotes(in(source, "a{2,}", true, Reach.WORDS)));
        for (String nothing : List.of("z*", "\\b", "^", "$", "(?=cafe)", "z?|q*")) {
            for (Reach reach : Reach.values()) {
                assertEquals(List.of(), quotes(in(source, nothing, true, reach)), nothing);
            }
        }
        assertEquals(
                List.of("它崩溃了。"), quotes(in(source, "崩溃", false, Reach.SENTENCE)), "CJK sentences");
        assertEquals(
                List.of("Aab, aab!"),
                quotes(in(source, "b", false, Reach.SENTENCE)),
                "two hits in one sentence are one passage");
        Passage between = rules.find(in(source, "x", false, Reach.WORDS), Progress.NONE).getFirst();
        for (String side : List.of(between.before(), between.after())) {
            assertEquals(0, side.codePoints().filter(c -> c >= 0xD800 && c < 0xE000).count());
        }
        String deep = "(".repeat(20_000) + "a" + ")".repeat(20_000);
        for (String bad : List.of("[", "a{2,1}", "(?<n", "\\", "*", "\\p{Nope}", deep)) {
            String said =
                    assertThrows(
                                    ConcordException.class,
                                    () -> quotes(in(source, bad, true, Reach.WORDS)))
                            .getMessage();
            assertTrue(said.contains("regular expression") && said.length() < 400, said);
        }
        // Hits that overlap another coding are codings of their own; the same again is none.
        var round = study.rounds().list().getLast().id();
        var code = study.codebooks().draft().dimensions().getLast().allCodes().getLast().id();
        List<Passage> words = rules.find(in(source, "aab", true, Reach.WORDS), Progress.NONE);
        List<Passage> parts = rules.find(in(source, "ab?", true, Reach.WORDS), Progress.NONE);
        int first = rules.apply(round, words, code);
        assertEquals(2, first);
        assertEquals(parts.size(), rules.apply(round, parts, code));
        List<Span> spans = study.codings().of(source).stream().map(c -> c.span()).toList();
        assertEquals(first + parts.size(), spans.size());
        study.history().undo();
        assertEquals(first, study.codings().of(source).size());
        assertEquals(List.of(), study.check().findings());
    }

    /// A turn of a million characters: found in full, in sentences too, and given up when the person does.
    @Test
    void aMillionCharactersAreSearchedAndGivenUpOnRequest() throws IOException {
        String sentence = "The model that we reused crashed again on the board. ";
        int n = 1_000_000 / sentence.length() + 1;
        SourceId source =
                source("long.txt", "Ana: " + sentence.repeat(n) + "\nBen: Yes.\nAna: So.\n");
        assertEquals(n, quotes(in(source, "model", false, Reach.SENTENCE)).size());
        assertEquals(1, quotes(in(source, "crash(ed)?", true, Reach.TURN)).size());
        assertEquals(List.of(), quotes(in(source, "z*", true, Reach.WORDS)));
        for (Rule rule :
                List.of(
                        in(source, "model", false, Reach.SENTENCE),
                        in(source, "z*", true, Reach.WORDS),
                        in(source, "(\\w+ )+§", true, Reach.WORDS))) {
            assertThrows(Cancelled.class, () -> rules.find(rule, Impatient.after(5)));
        }
        String many =
                assertThrows(
                                ConcordException.class,
                                () -> quotes(in(source, "e", false, Reach.WORDS)))
                        .getMessage();
        assertTrue(many.contains("more than 20,000 passages"), many);
    }
}
