package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Rectangle2D;

import org.concordqda.settings.Settings;
import org.junit.jupiter.api.Test;

/// The window is as it was left, and inside the screen.
class WindowSizeTest {
    private static final Settings.Window LEFT = new Settings.Window(1440, 900, false);

    @Test
    void onAScreenWithRoomItIsAsItWasLeft() {
        assertEquals(
                new WindowSize(1440, 900, 900, 600, false),
                WindowSize.on(new Rectangle2D(0, 0, 1920, 1040), LEFT));
    }

    @Test
    void onAScreenOfFewerPixelsItFillsIt() {
        // 1440 x 900 at 200 %, a panel of 24 above.
        assertEquals(
                new WindowSize(720, 386, 720, 386, true),
                WindowSize.on(new Rectangle2D(0, 24, 720, 426), LEFT));
    }
}
