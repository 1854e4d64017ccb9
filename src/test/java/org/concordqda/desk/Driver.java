package org.concordqda.desk;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;

import org.concordqda.desk.fx.Theme;
import org.concordqda.settings.Settings.ThemeChoice;
import org.concordqda.settings.SettingsFile;
import org.testfx.api.FxRobot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javax.imageio.ImageIO;

/// A person in front of the window, for tests: shows a view, types, clicks, waits, looks. Everything it
/// returns is read on the JavaFX thread.
public final class Driver implements AutoCloseable {
    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static boolean starting;

    public final FxRobot robot;
    private final Hands hands;
    public final Theme theme;
    private final Stage stage;

    private final DeskWindow window;

    private Driver() {
        start();
        robot = new FxRobot();
        hands = new Hands(robot);
        theme = now(() -> new Theme());
        now(() -> theme.choose(ThemeChoice.LIGHT));
        stage = now(() -> new Stage());
        window = null;
    }

    private Driver(SettingsFile settings) {
        start();
        robot = new FxRobot();
        hands = new Hands(robot);
        stage = now(() -> new Stage());
        window = now(() -> new DeskWindow(stage, settings));
        theme = window.theme();
        now(() -> theme.choose(ThemeChoice.LIGHT));
    }

    /// Shows the whole desk at 1440 x 900.
    public static Driver desk(SettingsFile settings) {
        return desk(settings, DeskWindow::show);
    }

    /// The same, begun on a study.
    static Driver desk(SettingsFile settings, Path study) {
        return desk(settings, window -> window.show(study));
    }

    private static Driver desk(SettingsFile settings, Consumer<DeskWindow> show) {
        Driver driver = new Driver(settings);
        now(
                () -> {
                    driver.stage.setX(0);
                    driver.stage.setY(0);
                    show.accept(driver.window);
                    // The screen in memory is smaller, and a window begins within its screen.
                    driver.stage.setMaximized(false);
                    driver.stage.setWidth(1440);
                    driver.stage.setHeight(900);
                    return null;
                });
        driver.settle();
        return driver;
    }

    public DeskWindow window() {
        return window;
    }

    /// Starts the toolkit once per process.
    public static synchronized void start() {
        if (!starting) {
            starting = true;
            if (!VirtualScreen.headless()) {
                VirtualScreen.start().ifPresent(Driver::fail);
            }
            Platform.startup(STARTED::countDown);
            Platform.setImplicitExit(false);
        }
        try {
            STARTED.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void fail(String missing) {
        throw new AssertionError(missing);
    }

    /// Presses the mouse at one place of the screen and lets go at another, by way of places between: in a
    /// real window what is under the first is dragged and dropped on the second.
    public void drag(javafx.geometry.Point2D from, javafx.geometry.Point2D to) {
        robot.moveTo(from);
        robot.press(MouseButton.PRIMARY);
        for (int i = 1; i <= 10; i++) {
            robot.moveTo(from.interpolate(to, i / 10.0));
            robot.sleep(20);
        }
        robot.moveTo(to);
        robot.release(MouseButton.PRIMARY);
        settle();
    }

    /// The middle of a node, on the screen.
    public javafx.geometry.Point2D middle(Node node) {
        javafx.geometry.Bounds box = now(() -> node.localToScreen(node.getBoundsInLocal()));
        return new javafx.geometry.Point2D(box.getCenterX(), box.getCenterY());
    }

    /// Shows what `content` makes in a window of this size.
    public static Driver show(double width, double height, Callable<Parent> content) {
        Driver driver = new Driver();
        now(
                () -> {
                    Scene scene = new Scene(content.call(), width, height);
                    driver.theme.dress(scene);
                    driver.stage.setScene(scene);
                    driver.stage.setX(0);
                    driver.stage.setY(0);
                    driver.stage.show();
                    return null;
                });
        driver.settle();
        return driver;
    }

    /// Runs on the JavaFX thread and gives the result.
    public static <T> T now(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Runs on the JavaFX thread.
    public static void now(Runnable work) {
        now(
                () -> {
                    work.run();
                    return null;
                });
    }

    /// Waits until nothing is read in the background any more, and the window has been laid out and drawn
    /// twice.
    public void settle() {
        drawn();
        long end = System.nanoTime() + 60_000_000_000L;
        while (reading() && System.nanoTime() < end) {
            drawn();
        }
    }

    private boolean reading() {
        return window != null
                && now(() -> window.study().filter(s -> s.session().jobs().reading()).isPresent());
    }

    private void drawn() {
        int missed = 0;
        for (int i = 0; i < 2; i++) {
            CountDownLatch drawn = new CountDownLatch(1);
            Platform.runLater(
                    () -> {
                        Runnable[] once = new Runnable[1];
                        once[0] =
                                () -> {
                                    stage.getScene().removePostLayoutPulseListener(once[0]);
                                    Platform.runLater(drawn::countDown);
                                };
                        stage.getScene().addPostLayoutPulseListener(once[0]);
                        Platform.requestNextPulse();
                    });
            try {
                // A scene that is replaced meanwhile is never drawn again, and a pulse asked for at
                // a bad
                // moment never comes: ask again, of the scene there is now.
                if (!drawn.await(20, TimeUnit.MILLISECONDS)) {
                    if (++missed > 3000) {
                        throw new AssertionError("The window is no longer drawn: " + words());
                    }
                    i--;
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Waits until something holds; a minute is more than any machine needs.
    public void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!now(() -> holds.getAsBoolean())) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Never came true: " + what + "; the window says " + words());
            }
            settle();
        }
        settle();
    }

    /// Presses keys together and lets go of them.
    public void press(KeyCode... keys) {
        hands.press(keys);
        settle();
    }

    /// Types letters into what has the focus.
    public void type(String words) {
        hands.type(words);
        settle();
    }

    /// Clicks the middle of a node.
    public void click(Node node) {
        javafx.geometry.Bounds box = now(() -> node.localToScreen(node.getBoundsInLocal()));
        clickAt(box.getCenterX(), box.getCenterY());
    }

    public void clickAt(double screenX, double screenY) {
        hands.click(screenX, screenY);
        settle();
    }

    /// Clicks the visible control or label with these words.
    public void click(String words) {
        click(find(words));
    }

    /// The first visible node with these words; fails when there is none.
    public Node find(String words) {
        List<Node> found = all(n -> n instanceof Labeled l && words.equals(l.getText()));
        if (found.isEmpty()) {
            throw new AssertionError("Nothing says “" + words + "”; the window says " + words());
        }
        return found.getFirst();
    }

    public boolean says(String words) {
        return words().stream().anyMatch(w -> w.contains(words));
    }

    /// Every text on show, in order.
    public List<String> words() {
        return now(
                () -> {
                    List<String> words = new ArrayList<>();
                    walk(
                            stage.getScene().getRoot(),
                            n -> {
                                if (n instanceof Labeled l && l.getText() != null) {
                                    words.add(l.getText());
                                } else if (n instanceof javafx.scene.text.Text t) {
                                    words.add(t.getText());
                                }
                            });
                    return words;
                });
    }

    public List<Node> all(Predicate<Node> wanted) {
        return now(
                () -> {
                    List<Node> found = new ArrayList<>();
                    walk(
                            stage.getScene().getRoot(),
                            n -> {
                                if (wanted.test(n)) {
                                    found.add(n);
                                }
                            });
                    return found;
                });
    }

    public Scene scene() {
        return stage.getScene();
    }

    public Stage stage() {
        return stage;
    }

    private static void walk(Node node, Consumer<Node> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }

    /// Pictures of the window as it is, in light and in dark.
    public void shoot(String place) {
        for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            now(() -> theme.choose(choice));
            settle();
            settle();
            picture(place + "-" + choice.name().toLowerCase(Locale.ROOT));
        }
        now(() -> theme.choose(ThemeChoice.LIGHT));
        settle();
    }

    /// A picture of the window as it is.
    public void picture(String name) {
        BufferedImage image =
                now(() -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null));
        Path folder = Path.of(System.getProperty("concord.screenshots", "target/screenshots"));
        try {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        now(() -> stage.close());
    }
}
