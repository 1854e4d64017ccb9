package org.concordqda.desk.coding;

import javafx.scene.Parent;

import org.concordqda.desk.Driver;
import org.concordqda.model.CodingId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.InlineCssTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/// The same text with the same codings in our text view and in RichTextFX: milliseconds to the first layout,
/// to jump and to apply a code, and megabytes held.
final class TextViewRuns {
    private static final int TIMES = 7;

    private TextViewRuns() {}

    static double[][] ours(SourceText text, List<Turn> turns, List<Mark> marks) throws Exception {
        SourceTextView[] view = new SourceTextView[1];
        Runnable show = () -> view[0].show(text, turns, new Marks(marks));
        int[] next = {0};
        return measure(
                () -> {
                    view[0] = new SourceTextView();
                    return view[0];
                },
                show,
                at -> view[0].reveal(at),
                at -> {
                    Mark mark =
                            new Mark(
                                    new CodingId(1_000_000 + next[0]++),
                                    at,
                                    at + 70,
                                    marks.getFirst().colour(),
                                    "New",
                                    "");
                    view[0].setMarks(view[0].marks().with(Set.of(), List.of(mark)));
                },
                text.text().length());
    }

    static double[][] richTextFx(SourceText text, List<Mark> marks) throws Exception {
        InlineCssTextArea[] area = new InlineCssTextArea[1];
        return measure(
                () -> {
                    area[0] = new InlineCssTextArea();
                    area[0].setEditable(false);
                    area[0].setWrapText(true);
                    return new VirtualizedScrollPane<>(area[0]);
                },
                () -> {
                    area[0].replaceText(text.text());
                    area[0].setStyleSpans(0, spans(text.text().length(), marks));
                    area[0].moveTo(0);
                    area[0].requestFollowCaret();
                },
                at -> {
                    area[0].moveTo(at);
                    area[0].requestFollowCaret();
                },
                at -> area[0].setStyle(at, at + 70, css(3)),
                text.text().length());
    }

    private interface At {
        void at(int offset);
    }

    private static double[][] measure(
            Callable<Parent> make, Runnable show, At jump, At apply, int length) throws Exception {
        double[][] figures = {new double[TIMES], new double[TIMES], new double[TIMES], {0}};
        long before = used();
        try (Driver driver = Driver.show(900, 800, make)) {
            for (int t = 0; t < TIMES; t++) {
                figures[0][t] = SourceViewBenchmark.drawn(driver.scene(), show);
                int far = (int) ((long) length * (t + 1) / (TIMES + 2));
                figures[1][t] = SourceViewBenchmark.drawn(driver.scene(), () -> jump.at(far));
                figures[2][t] = SourceViewBenchmark.drawn(driver.scene(), () -> apply.at(far + 20));
            }
            figures[3][0] = Math.max(0, (used() - before) / 1e6);
        }
        return figures;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime now = Runtime.getRuntime();
        return now.totalMemory() - now.freeMemory();
    }

    /// Overlaps flattened, darker where more codings lie on one another.
    private static StyleSpans<String> spans(int length, List<Mark> marks) {
        int[] depth = new int[length + 1];
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, length));
        for (Mark mark : marks) {
            depth[mark.start()]++;
            depth[mark.end()]--;
            edges.add(mark.start());
            edges.add(mark.end());
        }
        StyleSpansBuilder<String> builder = new StyleSpansBuilder<>();
        int open = 0;
        Integer from = null;
        for (int edge : edges) {
            if (from != null) {
                builder.add(css(open), edge - from);
            }
            open += depth[edge];
            from = edge;
        }
        return builder.create();
    }

    private static String css(int depth) {
        return depth == 0
                ? ""
                : "-rtfx-background-color: rgba(63,127,217," + Math.min(0.9, 0.26 * depth) + ");";
    }
}
