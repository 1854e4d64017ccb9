package org.concordqda.desk.coding;

import javafx.application.Platform;
import javafx.scene.Scene;

import jfx.incubator.scene.control.richtext.RichTextArea;

import org.concordqda.bench.Benchmark;
import org.concordqda.bench.Report;
import org.concordqda.desk.Driver;
import org.concordqda.desk.session.Destination;
import org.concordqda.model.CodeId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceText;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.LongSources;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The text view in the window, drawn by software into memory: a source opened, jumped through, scrolled and
/// coded, acts stored on the disk included, at full size and at a tenth; and RichTextFX with the same text and
/// the same codings in the same process. Each figure is a median, from the call to the end of drawing.
public final class SourceViewBenchmark implements Benchmark {
    private static final int LENGTH = 2_000_000;
    private static final int CODINGS = 20_000;
    private static final int TIMES = 9;
    private static final int PAGES = 50;

    @Override
    public List<String> options() {
        return Benchmark.window();
    }

    @Override
    public void run(Report out) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        Path file = folder.resolve("long.concord");
        Source[] sources = new Source[3];
        try (Study study = LongSources.study(file)) {
            sources[0] = LongSources.add(study, folder, 20_000, 60);
            sources[1] = LongSources.add(study, folder, LENGTH / 10, CODINGS / 10);
            sources[2] = LongSources.add(study, folder, LENGTH, CODINGS);
        }
        desk(out, folder, file, sources);
        try (Study study = Study.open(file)) {
            for (int i : new int[] {1, 2}) {
                view(out, study, sources[i]);
            }
        }
        System.exit(out.over() > 0 ? 3 : 0);
    }

    private static String size(Source source) {
        return source.title().contains(Integer.toString(LENGTH))
                ? "2,000,000 chars, 20,000 codings"
                : "200,000 chars, 2,000 codings";
    }

    private static void desk(Report out, Path folder, Path file, Source[] sources)
            throws Exception {
        try (Driver driver = Driver.desk(new SettingsFile(folder.resolve("settings.json")))) {
            Driver.now(() -> driver.window().open(file));
            driver.until("it is open", () -> driver.window().study().isPresent());
            var open = Driver.now(() -> driver.window().study().orElseThrow());
            List<CodeId> codes =
                    open.study().codebooks().draft().dimensions().getFirst().codes().stream()
                            .map(c -> c.id())
                            .toList();
            for (int i : new int[] {1, 2}) {
                Source source = sources[i];
                // The first in a process loads classes and runs code that is not compiled yet.
                double first = drawn(driver, () -> go(open.session(), source, 0));
                double[] opens = new double[TIMES];
                for (int t = 0; t < TIMES; t++) {
                    drawn(driver, () -> go(open.session(), sources[0], 0));
                    opens[t] = drawn(driver, () -> go(open.session(), source, 0));
                }
                CodePlace place = (CodePlace) Driver.now(() -> open.shell().here().orElseThrow());
                SourceTextView text = place.text();
                int length = open.study().sources().text(source.id()).orElseThrow().text().length();
                double[] jumps = new double[TIMES];
                double[] applies = new double[3 * TIMES];
                double[] undos = new double[TIMES];
                double[] pages = new double[PAGES];
                RichTextArea area =
                        (RichTextArea) driver.all(RichTextArea.class::isInstance).getFirst();
                drawn(driver, () -> text.reveal(0));
                for (int t = 0; t < PAGES; t++) {
                    pages[t] = drawn(driver, area::pageDown);
                }
                for (int t = 0; t < TIMES; t++) {
                    int at = (int) ((long) length * (t * 4 % TIMES + 1) / (TIMES + 2));
                    jumps[t] = drawn(driver, () -> text.reveal(at));
                }
                for (int t = 0; t < applies.length; t++) {
                    int at = length / 2 + t * 37;
                    CodeId code = codes.get(t * 7);
                    drawn(driver, () -> text.select(at, at + 60 + code.hashCode() % 20));
                    applies[t] = drawn(driver, () -> place.passages().apply(code));
                }
                for (int t = 0; t < TIMES; t++) {
                    undos[t] = drawn(driver, () -> open.session().undo());
                }
                String size = size(source);
                if (i == 1) {
                    line(out, "First source opened in the desk", size, new double[] {first})
                            .print();
                }
                line(out, "Open a source in the desk", size, opens)
                        .atMost(i == 2 ? 400 : 150)
                        .print();
                line(out, "Scroll it by a page", size, pages).print();
                line(out, "Jump in it", size, jumps).print();
                line(out, "Apply a code (stored and drawn)", size, applies).atMost(30).print();
                line(out, "Undo it", size, undos).print();
            }
            Driver.now(() -> driver.window().close());
        }
    }

    private static void go(org.concordqda.desk.session.Session session, Source source, int at) {
        session.go(Destination.in(source.id(), at, at));
    }

    private static Report.Line line(Report out, String measure, String size, double[] figures) {
        return out.measure(measure, size).ours(median(figures), "ms");
    }

    /// The view alone beside its peer.
    private static void view(Report out, Study study, Source source) throws Exception {
        SourceText text = study.sources().text(source.id()).orElseThrow();
        List<Mark> marks =
                study.codings().of(source.id()).stream()
                        .map(
                                c ->
                                        new Mark(
                                                c.id(),
                                                c.span().start(),
                                                c.span().end(),
                                                org.concordqda.desk.fx.Palette.LIGHT
                                                        .hues()
                                                        .get((int) (c.code().value() % 6)),
                                                "Code",
                                                ""))
                        .toList();
        var turns = study.sources().turns(text.id());
        double[][] ours = TextViewRuns.ours(text, turns, marks);
        double[][] peer = TextViewRuns.richTextFx(text, marks);
        String size = size(source);
        String[] names = {
            "View alone: first layout", "View alone: jump", "View alone: apply a code"
        };
        for (int i = 0; i < names.length; i++) {
            line(out, names[i], size, ours[i]).peer("RichTextFX", median(peer[i])).print();
        }
        out.measure("View alone: memory", size)
                .ours(ours[3][0], "MB")
                .peer("RichTextFX", peer[3][0])
                .print();
    }

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double drawn(Driver driver, Runnable act) throws Exception {
        return drawn(driver.scene(), act);
    }

    /// Milliseconds from the call until what it changed has been laid out and drawn: the second pulse begins
    /// when the renderer is done with the first.
    static double drawn(Scene scene, Runnable act) throws Exception {
        CompletableFuture<Double> done = new CompletableFuture<>();
        Platform.runLater(
                () -> {
                    long start = System.nanoTime();
                    int[] pulses = {0};
                    Runnable[] pulse = new Runnable[1];
                    pulse[0] =
                            () -> {
                                if (++pulses[0] == 2) {
                                    scene.removePostLayoutPulseListener(pulse[0]);
                                    double ms = (System.nanoTime() - start) / 1e6;
                                    Platform.runLater(() -> done.complete(ms));
                                }
                                Platform.requestNextPulse();
                            };
                    act.run();
                    scene.addPostLayoutPulseListener(pulse[0]);
                    Platform.requestNextPulse();
                });
        return done.get();
    }
}
