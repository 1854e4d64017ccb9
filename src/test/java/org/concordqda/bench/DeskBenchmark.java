package org.concordqda.bench;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OpenStudy;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.model.Source;
import org.concordqda.settings.Settings;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.DeskWorkload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// The budgets of the desk on a study of 10,000 issues, 100 transcripts, 1,000,000 ratings and 200,000 codings,
/// and on a tenth: each act in the real window, from the act to the picture drawn with what was asked for.
public final class DeskBenchmark implements Benchmark {
    private static final int TIMES = 9;

    @Override
    public String heap() {
        return "1g";
    }

    @Override
    public List<String> options() {
        return Benchmark.window();
    }

    @Override
    public void run(Report out) throws Exception {
        for (int issues : sizes()) {
            Path folder = Files.createTempDirectory("concord-bench");
            Path file = DeskWorkload.make(folder, issues, issues / 100, issues * 20);
            measure(out, folder, file, issues);
        }
        Platform.exit();
    }

    /// Other sizes for a quick look: `-Dconcord.issues=1000`.
    private static int[] sizes() {
        int only = Integer.getInteger("concord.issues", 0);
        return only > 0 ? new int[] {only} : new int[] {1_000, 10_000};
    }

    private static void measure(Report out, Path folder, Path file, int issues) throws Exception {
        String size = String.format(Locale.ROOT, "%,d issues, %,d ratings", issues, issues * 100);
        SettingsFile settings = new SettingsFile(folder.resolve("settings.json"));
        settings.save(Settings.initial().withCoder("Lead"));
        try (Driver driver = Driver.desk(settings)) {
            Scene scene = driver.scene();
            // The first time much of it is classes loaded and styles met for the first time, which
            // the start-up cache of the packaged program has done before:
            // `installer/start-time.sh`.
            line(out, "Open a study, first in the process", size, open(driver, file), "s", 1.5);
            Driver.now(() -> close(driver.window().study().orElseThrow()));
            quiet(scene);
            line(out, "Open a study to a usable window", size, open(driver, file), "s", 1.5);
            OpenStudy study = Driver.now(() -> driver.window().study().orElseThrow());
            onScreen(out, size, scene, study);
            places(out, size, scene, study);
            filter(out, size, scene, study);
            search(out, size, study);
            for (int i = 0; i < 3; i++) {
                System.gc();
                Thread.sleep(100);
            }
            Runtime runtime = Runtime.getRuntime();
            line(
                    out,
                    "Heap after all places were visited",
                    size,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0,
                    "MB",
                    512);
            Driver.now(() -> driver.window().close());
        }
    }

    private static void close(OpenStudy study) {
        study.shell()
                .commands()
                .filter(c -> c.name().equals("Close the study"))
                .findFirst()
                .orElseThrow()
                .action()
                .run();
    }

    private static double open(Driver driver, Path file) throws Exception {
        Scene scene = driver.scene();
        return untilDrawn(
                        scene,
                        () -> driver.window().open(file),
                        () ->
                                driver.window().study().isPresent()
                                        && any(
                                                scene,
                                                n ->
                                                        n instanceof ListView<?> list
                                                                && !list.getItems().isEmpty())
                                        && any(scene, n -> head(n, "Interview-001.txt")))
                / 1000;
    }

    private static void onScreen(Report out, String size, Scene scene, OpenStudy study)
            throws Exception {
        List<Source> sources = study.study().sources().list();
        Random random = new Random(5);
        double worst = 0;
        for (int i = 0; i < TIMES + 2; i++) {
            // Transcripts come first and hold the codings: every other one is a transcript.
            Source source =
                    i % 2 == 0
                            ? sources.get(random.nextInt(sources.size()))
                            : sources.get(1 + random.nextInt(sources.size() / 101 - 1));
            double ms =
                    untilDrawn(
                            scene,
                            () -> study.session().go(Destination.in(source.id(), 0, 0)),
                            () -> any(scene, n -> head(n, source.key())));
            if (i >= 2) {
                worst = Math.max(worst, ms);
            }
        }
        line(out, "A source on screen (slowest of " + TIMES + ")", size, worst, "ms", 150);
    }

    private static void places(Report out, String size, Scene scene, OpenStudy study)
            throws Exception {
        List<Place> places = new ArrayList<>(study.shell().places());
        for (int round = 0; round < 2; round++) {
            for (Place place : places) {
                Driver.now(
                        () ->
                                study.shell()
                                        .enter(
                                                places.get(0) == place
                                                        ? places.get(1)
                                                        : places.get(0)));
                quiet(scene);
                double ms =
                        untilDrawn(
                                scene,
                                () -> study.shell().enter(place),
                                () -> place.view().getScene() == scene);
                quiet(scene);
                line(
                        out,
                        (round == 0 ? "First visit of " : "Back to ") + place.name(),
                        size,
                        ms,
                        "ms",
                        round == 0 ? 250 : 100);
            }
        }
    }

    private static void filter(Report out, String size, Scene scene, OpenStudy study)
            throws Exception {
        Place place = study.shell().places().getFirst();
        Driver.now(() -> study.shell().enter(place));
        quiet(scene);
        TextField field =
                (TextField)
                        find(scene, n -> "Filter sources".equals(n.getAccessibleText()))
                                .orElseThrow();
        double worst = 0;
        String typed = "";
        for (char c : "layer 77".toCharArray()) {
            typed += c;
            String words = typed;
            worst = Math.max(worst, untilDrawn(scene, () -> field.setText(words), () -> true));
        }
        worst = Math.max(worst, untilDrawn(scene, () -> field.setText(""), () -> true));
        line(out, "Filter the table (slowest key)", size, worst, "ms", 100);
        TableView<?> table = (TableView<?>) find(scene, n -> n instanceof TableView).orElseThrow();
        double sort = untilDrawn(scene, () -> sort(table), () -> true);
        line(out, "Sort the table by its title", size, sort, "ms", 100);
    }

    private static <T> void sort(TableView<T> table) {
        table.getSortOrder().setAll(List.of(table.getColumns().get(1)));
    }

    private static void search(Report out, String size, OpenStudy study) throws Exception {
        double worst = 0;
        for (String words : List.of("gradient", "weights", "loss becomes na", "训练", "turn 7")) {
            worst =
                    Math.max(
                            worst,
                            Report.bestSeconds(3, () -> study.study().sources().search(words, 50)));
        }
        line(out, "Full-text search (slowest of five)", size, worst * 1000, "ms", 100);
    }

    private static void line(
            Report out, String what, String size, double value, String unit, double limit) {
        out.measure(what, size).ours(value, unit).atMost(limit).print();
    }

    /// Milliseconds from the act until a picture was drawn in which `shown` holds.
    private static double untilDrawn(Scene scene, Runnable act, BooleanSupplier shown)
            throws Exception {
        CompletableFuture<Double> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    long start = System.nanoTime();
                    boolean[] seen = {false};
                    Runnable[] look = new Runnable[1];
                    look[0] =
                            () -> {
                                if (seen[0]) {
                                    scene.removePostLayoutPulseListener(look[0]);
                                    done.complete((System.nanoTime() - start) / 1e6);
                                    return;
                                }
                                // What holds after this layout is on the screen at the next.
                                seen[0] = shown.getAsBoolean();
                                Platform.runLater(Platform::requestNextPulse);
                            };
                    scene.addPostLayoutPulseListener(look[0]);
                    act.run();
                    Platform.requestNextPulse();
                });
        // A figure far over its budget is to be printed, not to end the run.
        return done.get(30, java.util.concurrent.TimeUnit.MINUTES);
    }

    /// Waits until nothing is left to do for the window.
    private static void quiet(Scene scene) throws Exception {
        for (int i = 0; i < 12; i++) {
            untilDrawn(scene, () -> {}, () -> true);
            Thread.sleep(25);
        }
    }

    private static boolean head(Node node, String key) {
        return node instanceof Label label
                && key.equals(label.getText())
                && label.getStyleClass().contains("mono");
    }

    private static boolean any(Scene scene, Predicate<Node> wanted) {
        return find(scene, wanted).isPresent();
    }

    private static java.util.Optional<Node> find(Scene scene, Predicate<Node> wanted) {
        return find(scene.getRoot(), wanted);
    }

    private static java.util.Optional<Node> find(Node node, Predicate<Node> wanted) {
        if (wanted.test(node)) {
            return java.util.Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                var found = find(child, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return java.util.Optional.empty();
    }
}
