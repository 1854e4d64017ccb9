package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class JoinedTest {
    @Test
    void joinedEmojiAreOnePartAndPlainWordsStayWhole() {
        assertEquals(List.of("abc e\u0301, 我们"), Joined.parts("abc e\u0301, 我们"));
        assertEquals(List.of(""), Joined.parts(""));
        assertEquals(
                List.of("We ", "👩‍👩‍👧‍👦", " and ", "👍🏽", "🇩🇪", "."),
                Joined.parts("We 👩‍👩‍👧‍👦 and 👍🏽🇩🇪."));
        assertEquals(List.of("𐌰".repeat(401)), Joined.parts("𐌰".repeat(401)));
        String broken = "half \uD83D and \uDE00 apart";
        assertEquals(broken, String.join("", Joined.parts(broken)));
    }
}
