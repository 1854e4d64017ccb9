package org.concordqda.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/// The table that benchmarks fill, one line per figure, printed at once:
///
/// ```
/// out.measure("Import issues", "10,000 x 5 comments").ours(11.2, "s").atMost(15).print();
/// out.measure("Store ratings", "1,000,000").ours(3.1, "s").peer("plain JDBC", 2.2).ratioAtMost(2).print();
/// ```
///
/// Smaller is better for every figure. Not thread-safe.
public final class Report {
    private static final String LINE = "%-44s %-26s %14s  %-32s %7s  %s";

    private final PrintStream to;
    private int over;

    public Report(PrintStream to) {
        this.to = to;
    }

    /// The heading of the table.
    public static String heading() {
        return String.format(Locale.ROOT, LINE, "measure", "size", "ours", "peer", "ratio", "limit")
                .stripTrailing();
    }

    /// Begins a line.
    ///
    /// @param measure what is measured
    /// @param size on how much
    public Line measure(String measure, String size) {
        return new Line(measure, size);
    }

    /// How many figures were over their limit.
    public int over() {
        return over;
    }

    /// Seconds that `work` takes once.
    public static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    /// The fewest seconds that `work` takes in `times` runs, after one run to warm up.
    public static double bestSeconds(int times, Callable<?> work) throws Exception {
        work.call();
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times; i++) {
            best = Math.min(best, seconds(work));
        }
        return best;
    }

    /// One figure being described; [#print] ends it.
    public final class Line {
        private final String measure;
        private final String size;
        private double ours = Double.NaN;
        private String unit = "";
        private String peerName = "";
        private double peer = Double.NaN;
        private double most = Double.NaN;
        private double mostRatio = Double.NaN;

        private Line(String measure, String size) {
            this.measure = measure;
            this.size = size;
        }

        /// Our figure and its unit (`s`, `ms`, `MB` …).
        public Line ours(double value, String in) {
            this.ours = value;
            this.unit = in;
            return this;
        }

        /// The figure of what we compare with, in the same unit.
        public Line peer(String name, double value) {
            this.peerName = name;
            this.peer = value;
            return this;
        }

        /// The figure must not be larger than this.
        public Line atMost(double limit) {
            this.most = limit;
            return this;
        }

        /// Ours divided by the peer's must not be larger than this.
        public Line ratioAtMost(double limit) {
            this.mostRatio = limit;
            return this;
        }

        /// Prints the line and judges it against its limits.
        public void print() {
            boolean holds = !(ours > most) && !(ours / peer > mostRatio);
            if (!holds) {
                over++;
            }
            String limit =
                    !Double.isNaN(most)
                            ? "<= " + figure(most) + " " + unit
                            : !Double.isNaN(mostRatio) ? "<= " + figure(mostRatio) + " x" : "";
            to.println(
                    String.format(
                                    Locale.ROOT,
                                    LINE,
                                    measure,
                                    size,
                                    figure(ours) + " " + unit,
                                    Double.isNaN(peer)
                                            ? ""
                                            : figure(peer) + " " + unit + " " + peerName,
                                    Double.isNaN(peer) ? "" : figure(ours / peer),
                                    limit + (holds ? "" : "  OVER"))
                            .stripTrailing());
            to.flush();
        }

        private static String figure(double value) {
            if (value == Math.rint(value) && Math.abs(value) < 1e12) {
                return String.format(Locale.ROOT, "%.0f", value);
            }
            return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
        }
    }
}
