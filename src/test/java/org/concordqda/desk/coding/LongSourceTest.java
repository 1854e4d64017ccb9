package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Two million characters with twenty thousand codings, and one line without an end.
@OneWindow
class LongSourceTest {
    @Test
    void aVeryLongSourceOpensScrollsAndTakesCodings() {
        StringBuilder all = new StringBuilder("A very long interview\n\n");
        Random random = new Random(3);
        while (all.length() < 2_000_000) {
            all.append("Line ").append(all.length()).append(" says something about models");
            for (int i = random.nextInt(6); i > 0; i--) {
                all.append(" that are reused, trained and deployed");
            }
            all.append(".\n");
        }
        SourceText source = Texts.text(all.toString());
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int at = random.nextInt(all.length() - 400);
            marks.add(
                    new Mark(
                            new CodingId(i + 1),
                            at,
                            at + 20 + random.nextInt(300),
                            Palette.LIGHT.hues().get(i % 6),
                            "Code " + i % 200,
                            ""));
        }
        SourceTextView[] view = new SourceTextView[1];
        try (Driver driver =
                Driver.show(
                        1000,
                        800,
                        () -> {
                            view[0] = new SourceTextView();
                            return view[0];
                        })) {
            for (int i = 0; i < 2; i++) {
                Driver.now(() -> view[0].show(source, List.of(), new Marks(marks)));
                driver.settle();
            }
            int far = all.indexOf("Line", 1_500_000);
            Driver.now(() -> view[0].select(far, far + 4));
            driver.settle();
            assertTrue(driver.says(all.substring(far, all.indexOf("\n", far))));
            marks.add(
                    new Mark(
                            new CodingId(99_999),
                            far,
                            far + 4,
                            Palette.LIGHT.hues().get(0),
                            "New",
                            ""));
            Driver.now(() -> view[0].setMarks(new Marks(marks)));
            driver.settle();
            Span span = Driver.now(() -> view[0].selection().get()).orElseThrow();
            assertEquals("Line", all.substring(span.start(), span.end()));
            driver.shoot("long-source");
        }
    }

    @Test
    void aLineWithoutAnEndIsCutAtSpacesAndKeepsItsPositions() {
        String line = "word ".repeat(100_000) + "😀".repeat(3_000);
        SourceLayout layout = new SourceLayout(Texts.text(line), List.of());
        assertTrue(layout.size() > 100);
        StringBuilder back = new StringBuilder();
        for (int i = 0; i < layout.size(); i++) {
            String part = layout.textOf(i);
            assertTrue(part.length() <= 2_401);
            assertTrue(part.isEmpty() || !Character.isLowSurrogate(part.charAt(0)));
            back.append(part);
        }
        assertEquals(line, back.toString());
    }
}
