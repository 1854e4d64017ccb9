package org.concordqda.desk;

import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;

import java.util.List;

/// Keys and clicks, each taken by the window before the next comes. The robot's own ways sleep a twentieth of
/// a second after each; only a real window, whose system hands on events when it likes, needs that.
final class Hands {
    private final FxRobot robot;

    Hands(FxRobot robot) {
        this.robot = robot;
    }

    /// Presses keys together and lets go of them.
    void press(KeyCode... keys) {
        if (!VirtualScreen.headless()) {
            robot.push(keys);
            return;
        }
        KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
        for (KeyCode key : keys) {
            keyboard.pressNoWait(key);
            taken();
        }
        for (KeyCode key : List.of(keys).reversed()) {
            keyboard.releaseNoWait(key);
            taken();
        }
    }

    /// Types letters into the window in front.
    void type(String words) {
        if (!VirtualScreen.headless()) {
            robot.write(words, 0);
            return;
        }
        for (char letter : words.toCharArray()) {
            KeyCode key =
                    switch (letter) {
                        case '\n' -> KeyCode.ENTER;
                        case '\t' -> KeyCode.TAB;
                        default -> KeyCode.UNDEFINED;
                    };
            robot.robotContext().getBaseRobot().typeKeyboard(front(), key, "" + letter);
            taken();
        }
    }

    private static Scene front() {
        return Driver.now(
                () ->
                        Window.getWindows().stream()
                                .filter(Window::isFocused)
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no window is in front"))
                                .getScene());
    }

    /// Clicks at a place of the screen.
    void click(double x, double y) {
        if (!VirtualScreen.headless()) {
            robot.moveTo(x, y);
            robot.clickOn(MouseButton.PRIMARY);
            return;
        }
        MouseRobot mouse = robot.robotContext().getMouseRobot();
        mouse.moveNoWait(new Point2D(x, y));
        taken();
        mouse.pressNoWait(MouseButton.PRIMARY);
        taken();
        mouse.releaseNoWait(MouseButton.PRIMARY);
        taken();
    }

    /// Waits until the JavaFX thread has done what was asked of it so far, and what that asked for.
    private static void taken() {
        Driver.now(() -> {});
        Driver.now(() -> {});
    }
}
