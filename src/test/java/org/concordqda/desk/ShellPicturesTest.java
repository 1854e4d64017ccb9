package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.concordqda.desk.fx.Contrast;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.job.Progress;
import org.concordqda.settings.Settings;
import org.concordqda.settings.Settings.ThemeChoice;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.ScriptedStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The first start, the tour over the sample study, and every card of the shell: in light, dark, high
/// contrast and a small window, without a complaint of the style sheets.
@OneWindow
class ShellPicturesTest {
    @TempDir Path folder;

    @Test
    void everythingIsShownInEveryColourAndTheStyleSheetsAreSilent() throws Exception {
        Path samples = Path.of("samples");
        assumeTrue(Files.exists(samples.resolve("study.yaml")), "no samples here");
        Path file = folder.resolve("Concord sample.concord");
        ScriptedStudy.build(samples, file, Progress.NONE).close();
        Path settings = folder.resolve("settings.json");
        new SettingsFile(settings)
                .save(
                        Settings.initial()
                                .opened(folder.resolve("gone.concord").toString())
                                .opened(file.toString()));
        List<String> complaints = Collections.synchronizedList(new ArrayList<>());
        Logger css = Logger.getLogger("javafx.css");
        Handler ear = ear(complaints);
        css.addHandler(ear);
        try (Driver driver = Driver.desk(new SettingsFile(settings))) {
            DeskWindow window = driver.window();
            start(driver, window);
            Driver.now(() -> window.openSample(file));
            driver.until("the tour begins", () -> driver.says("1 of 7"));
            tour(driver);
            assertTrue(new SettingsFile(settings).load().tourSeen());
            cards(driver, window);
            contrastAndSize(driver, window);
            Driver.now(() -> window.close());
        } finally {
            css.removeHandler(ear);
        }
        assertEquals("", String.join("\n", complaints));
    }

    private static Handler ear(List<String> complaints) {
        return new Handler() {
            @Override
            public void publish(LogRecord said) {
                complaints.add(said.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private void start(Driver driver, DeskWindow window) {
        assertTrue(
                driver.says("not there now"),
                "a study that is gone is told from one that is there");
        driver.shoot("start");
        driver.click(
                driver.all(
                                n ->
                                        "Forget gone.concord (the file stays)"
                                                .equals(n.getAccessibleText()))
                        .getFirst());
        assertFalse(driver.says("not there now"));
        assertEquals(1, window.settings().recent().size());
        driver.press(KeyCode.CONTROL, KeyCode.N);
        driver.until("the card", () -> driver.says("Begin with codebooks"));
        driver.shoot("new-study");
        driver.press(KeyCode.ESCAPE);
    }

    private static void tour(Driver driver) {
        driver.shoot("tour");
        for (int i = 2; i <= 7; i++) {
            driver.press(i % 2 == 0 ? KeyCode.ENTER : KeyCode.RIGHT);
            String step = i + " of 7";
            driver.until(step, () -> driver.says(step));
        }
        driver.press(KeyCode.LEFT);
        assertTrue(driver.says("6 of 7"));
        driver.press(KeyCode.ESCAPE);
        assertFalse(driver.says("6 of 7"), "Esc ends it");
    }

    private static void cards(Driver driver, DeskWindow window) {
        driver.press(KeyCode.ALT, KeyCode.DIGIT2);
        driver.until("a source", () -> driver.says("opened this"));
        driver.press(KeyCode.CONTROL, KeyCode.COMMA);
        driver.until("settings", () -> driver.says("Size of the window"));
        assertEquals("Colours", focused(driver).getAccessibleText());
        // Before any picture in the dark: what was dressed so once leaves no complaint a second
        // time.
        coloursChosenInTheirList(driver, window);
        driver.shoot("settings");
        theKeyboardStaysInTheCard(driver);
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.F1);
        driver.shoot("keys");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.H);
        driver.until("history", () -> driver.says("add coder Chi"));
        driver.shoot("history");
        driver.press(KeyCode.DOWN);
        assertTrue(
                Driver.now(
                        () ->
                                driver.scene().getFocusOwner() instanceof ListView<?> list
                                        && list.getSelectionModel().getSelectedIndex() == 0),
                "the arrow down leads into the list");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        driver.type("weights");
        driver.until("hits", () -> driver.says("places in"));
        driver.shoot("find");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        driver.type("weights");
        driver.press(KeyCode.ENTER);
        driver.until("passages", () -> driver.says("passages in"));
        driver.shoot("by-rule");
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.K);
        driver.shoot("palette");
        driver.press(KeyCode.ESCAPE);
        assertTrue(window.study().isPresent());
    }

    /// The list that the colours are chosen in is itself on show while they change.
    private static void coloursChosenInTheirList(Driver driver, DeskWindow window) {
        ComboBox<?> colours =
                (ComboBox<?>)
                        driver.all(
                                        n ->
                                                n instanceof ComboBox<?>
                                                        && "Colours".equals(n.getAccessibleText()))
                                .getFirst();
        for (ThemeChoice choice : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            Driver.now(colours::requestFocus);
            Driver.now(colours::show);
            driver.settle();
            Driver.now(() -> colours.getSelectionModel().select(choice.ordinal()));
            driver.settle();
            assertEquals(choice, Driver.now(() -> window.settings().look().theme()));
            Driver.now(colours::hide);
        }
    }

    private static void selectedWordsCanBeRead(Driver driver) {
        TextField field = (TextField) driver.all(TextField.class::isInstance).getFirst();
        double contrast =
                Driver.now(
                        () ->
                                Contrast.ratio(
                                        styled(field, "-fx-highlight-fill"),
                                        styled(field, "-fx-highlight-text-fill")));
        assertTrue(contrast >= 4.5, "selected words on their ground: " + contrast);
    }

    @SuppressWarnings("unchecked")
    private static Color styled(TextField field, String property) {
        return field.getCssMetaData().stream()
                .filter(m -> m.getProperty().equals(property))
                .map(
                        m ->
                                (Color)
                                        ((CssMetaData<Styleable, ?>) m)
                                                .getStyleableProperty(field)
                                                .getValue())
                .findFirst()
                .orElseThrow();
    }

    /// Below a card nobody sees where the keyboard is, and Enter would act there.
    private static void theKeyboardStaysInTheCard(Driver driver) {
        Node close =
                driver.all(n -> n instanceof Button b && "Close".equals(b.getText())).getFirst();
        for (KeyCode key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.TAB)) {
            Driver.now(close::requestFocus);
            for (int i = 0; i < 3; i++) {
                driver.press(key);
                Node owner = focused(driver);
                assertTrue(
                        Sheets.within(owner, driver.all(Sheets.class::isInstance).getFirst()),
                        key + " leaves the card for " + owner);
            }
        }
        Driver.now(close::requestFocus);
        driver.press(KeyCode.TAB);
        assertEquals("Colours", focused(driver).getAccessibleText());
        driver.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(close, focused(driver));
    }

    private static Node focused(Driver driver) {
        return Driver.now(() -> driver.scene().getFocusOwner());
    }

    /// What is not done yet can be told from what is.
    private static void aTrackIsNotABar(Driver driver) {
        Region track =
                (Region)
                        driver.all(
                                        n ->
                                                n instanceof Region
                                                        && n.getStyleClass().contains("track")
                                                        && n.getParent() instanceof ProgressBar)
                                .getFirst();
        Region bar = (Region) Driver.now(() -> track.getParent().lookup(".bar"));
        double ratio = Contrast.ratio(fill(track), fill(bar));
        assertTrue(ratio >= 4.5, "a bar and its track: " + ratio);
    }

    private static Color fill(Region region) {
        return (Color) region.getBackground().getFills().getLast().getFill();
    }

    /// Every theme in every place, then a small window and a large zoom: nothing is left undressed.
    private static void contrastAndSize(Driver driver, DeskWindow window) {
        for (ThemeChoice choice :
                List.of(ThemeChoice.HIGH_CONTRAST_LIGHT, ThemeChoice.HIGH_CONTRAST_DARK)) {
            Driver.now(
                    () ->
                            window.settings(
                                    window.settings()
                                            .withLook(window.settings().look().with(choice))));
            driver.settle();
            selectedWordsCanBeRead(driver);
            aTrackIsNotABar(driver);
            driver.picture(
                    "code-" + choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        Driver.now(
                () -> {
                    window.settings(
                            window.settings()
                                    .withLook(window.settings().look().with(ThemeChoice.LIGHT)));
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                });
        driver.settle();
        for (KeyCode[] keys :
                List.of(
                        new KeyCode[] {KeyCode.F1},
                        new KeyCode[] {KeyCode.CONTROL, KeyCode.H},
                        new KeyCode[] {KeyCode.CONTROL, KeyCode.COMMA})) {
            driver.press(keys);
            driver.settle();
            driver.picture(
                    "small-" + keys[keys.length - 1].name().toLowerCase(java.util.Locale.ROOT));
            driver.press(KeyCode.ESCAPE);
        }
        driver.picture("small-code");
        Driver.now(
                () -> {
                    driver.stage().setWidth(1440);
                    driver.stage().setHeight(900);
                    window.settings(
                            window.settings().withLook(window.settings().look().zoomed(1.5)));
                });
        driver.settle();
        assertTrue(driver.says("150 %"));
        driver.picture("zoom-150");
    }
}
