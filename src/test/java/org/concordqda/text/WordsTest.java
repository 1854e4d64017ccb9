package org.concordqda.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void largeNumbersAreReadInThousands() {
        assertEquals("999", Words.number(999));
        assertEquals("1,000", Words.number(1000));
        assertEquals("-1,234,567", Words.number(-1_234_567));
        assertEquals("3,480 ratings", Words.counted(3480, "rating"));
        assertEquals("10,000 units are", Words.counted(10_000, "unit is", "units are"));
    }

    @Test
    void decimalsAreThoseASpreadsheetShows() {
        double fiveEighths = 1 - (1 - 16 / 18.0) / (1 - 228 / 324.0);
        assertEquals("0.63", Words.decimals(fiveEighths, 2), "κ of 14 1 1, 0 1 0, 0 0 1");
        assertEquals("0.6250", Words.decimals(fiveEighths, 4));
        assertEquals("0.62", Words.decimals(0.62499, 2));
        assertEquals("29", Words.decimals(100 * 0.285, 0), "100 × 0.285 is 28.499999999999996");
        assertEquals("0.00", Words.decimals(-0.001, 2));
        assertEquals("-0.13", Words.decimals(-0.125, 2));
        assertEquals("0.0000", Words.decimals(-0.0, 4));
        assertEquals("NaN", Words.decimals(Double.NaN, 2));
    }
}
