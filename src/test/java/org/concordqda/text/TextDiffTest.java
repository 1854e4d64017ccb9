package org.concordqda.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.Edit;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

/// The edits between two texts give the second one, are small where little changed, and never split a
/// character.
class TextDiffTest {
    private static final String[] WORDS = {
        "loss", "NaN", " ", " ", "\n", "😀", "😁", "e\u0301", "损失", "变为", "שלום", "the", ".",
        "👩‍🔬"
    };

    @Test
    void aWordIsOneEdit() {
        assertEquals(List.of(new Edit(4, 7, "mut")), TextDiff.edits("the mat sat", "the mut sat"));
        assertEquals(List.of(), TextDiff.edits("same", "same"));
        assertEquals(List.of(new Edit(0, 0, "new")), TextDiff.edits("", "new"));
    }

    @Test
    void anotherEmojiIsReplacedWhole() {
        // The two differ only in their second half.
        assertEquals(List.of(new Edit(2, 4, "😁")), TextDiff.edits("a 😀 b", "a 😁 b"));
        assertEquals(List.of(new Edit(2, 4, "")), TextDiff.edits("😀😀", "😀"));
    }

    @Test
    void twoChangesFarApartStayTwo() {
        String line = "A line of words that stays.\n";
        StringBuilder old = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            old.append(i).append(' ').append(line);
        }
        String fresh =
                old.toString().replace("\n17 A line", "\n17 A fine").replace("4711 A", "4711 B");
        List<Edit> edits = TextDiff.edits(old.toString(), fresh);
        assertEquals(
                2,
                edits.stream().filter(e -> e.text().length() == 4 || e.text().equals("B")).count(),
                "" + edits);
        assertEquals(fresh, new TextChange(old.toString(), edits).after());
    }

    @Test
    void randomTextsBecomeEachOther() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String old = text(random, random.nextInt(60));
            String fresh =
                    random.nextBoolean() ? text(random, random.nextInt(60)) : edited(old, random);
            List<Edit> edits = TextDiff.edits(old, fresh);
            assertEquals(fresh, new TextChange(old, edits).after());
            for (Edit e : edits) {
                assertFalse(inside(old, e.start()) || inside(old, e.end()), old + " " + e);
                assertTrue(e.text().isEmpty() || !Character.isLowSurrogate(e.text().charAt(0)));
            }
        }
    }

    @Test
    void longTextsThatShareNothingAreOneEditAndThoseThatShareMuchAreMany() {
        Random random = new Random(3);
        String old = text(random, 30_000);
        String other = "x".repeat(50_000);
        assertEquals(other, new TextChange(old, TextDiff.edits(old, other)).after());
        StringBuilder fresh = new StringBuilder(old);
        for (int at = old.length() - 200; at > 0; at -= 997) {
            if (!inside(old, at)) {
                fresh.insert(at, "[" + at + "]");
            }
        }
        List<Edit> edits = TextDiff.edits(old, fresh.toString());
        int put = edits.stream().mapToInt(e -> e.text().length()).sum();
        assertEquals(fresh.toString(), new TextChange(old, edits).after());
        assertTrue(put < 4 * (fresh.length() - old.length()), "most is kept: " + put);
    }

    private static String text(Random random, int words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return out.toString();
    }

    private static String edited(String old, Random random) {
        int a = old.offsetByCodePoints(0, random.nextInt(old.codePointCount(0, old.length()) + 1));
        int b = old.offsetByCodePoints(0, random.nextInt(old.codePointCount(0, old.length()) + 1));
        return old.substring(0, Math.min(a, b)) + text(random, 2) + old.substring(Math.max(a, b));
    }

    private static boolean inside(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
