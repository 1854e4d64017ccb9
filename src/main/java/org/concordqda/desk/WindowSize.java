package org.concordqda.desk;

import javafx.geometry.Rectangle2D;

import org.concordqda.desk.fx.Zoomed;
import org.concordqda.settings.Settings;

/// How large the window begins on a screen: as it was left, and never larger than the screen, whose pixels
/// are few where the display scale is high.
///
/// @param width of its content, in pixels of the display scale
/// @param height of its content
/// @param leastWidth below which it cannot be made smaller
/// @param leastHeight below which it cannot be made smaller
/// @param maximized whether it fills the screen
record WindowSize(
        double width, double height, double leastWidth, double leastHeight, boolean maximized) {
    /// What the frame and title of a window take.
    private static final double FRAME = 40;

    /// As it was left, on a screen of which `room` is free for windows.
    static WindowSize on(Rectangle2D room, Settings.Window left) {
        double width = room.getWidth();
        double height = room.getHeight() - FRAME;
        boolean larger = left.width() > width || left.height() > height;
        return new WindowSize(
                Math.min(left.width(), width),
                Math.min(left.height(), height),
                Math.min(Zoomed.LEAST_WIDTH, width),
                Math.min(Zoomed.LEAST_HEIGHT, height),
                left.maximized() || larger);
    }
}
