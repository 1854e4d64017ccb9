package org.concordqda.agreement;

import java.util.List;

/// What is drawn as a whole when passages are resampled: sources when there are ten or more, else the
/// turns (comments, paragraphs) of every source, else nothing.
///
/// @param name what a cluster is, as printed; blank when nothing can be drawn
/// @param size how many there are
/// @param starts per source where its clusters start, relative to the text
/// @param base per source the number of its first cluster
/// @param reason why nothing can be drawn, or blank
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record ClusterMap(String name, int size, int[][] starts, int[] base, String reason) {
    /// Sources are drawn when there are at least this many.
    static final int SOURCES = 10;

    static ClusterMap of(List<Continuum> sources) {
        if (sources.size() >= SOURCES) {
            return sources("source", sources.size(), "");
        }
        int[][] starts = new int[sources.size()][];
        int[] base = new int[sources.size()];
        int size = 0;
        for (int s = 0; s < starts.length; s++) {
            int[] turns = sources.get(s).starts(Granularity.TURN);
            if (turns == null) {
                return sources(
                        "",
                        sources.size(),
                        "none: fewer than " + SOURCES + " sources, and no paragraphs are known");
            }
            starts[s] = turns;
            base[s] = size;
            size += turns.length;
        }
        return new ClusterMap("paragraph", size, starts, base, "");
    }

    /// Every source one cluster, whatever their number: for units that are whole sources.
    static ClusterMap sources(String name, int size, String reason) {
        int[][] starts = new int[size][];
        int[] base = new int[size];
        for (int s = 0; s < size; s++) {
            starts[s] = new int[] {0};
            base[s] = s;
        }
        return new ClusterMap(name, size, starts, base, reason);
    }

    /// The same clusters when positions are segments: a segment belongs where it starts.
    ///
    /// @param segments per source the starts of the segments
    ClusterMap coarse(int[][] segments) {
        int[][] to = new int[starts.length][];
        int[] first = new int[starts.length];
        int total = 0;
        for (int s = 0; s < to.length; s++) {
            int[] own = new int[segments[s].length];
            int n = 0;
            int last = -1;
            for (int i = 0; i < own.length; i++) {
                int cluster = Spans.segment(starts[s], segments[s][i]);
                if (cluster != last) {
                    own[n++] = i;
                    last = cluster;
                }
            }
            to[s] = java.util.Arrays.copyOf(own, n);
            first[s] = total;
            total += n;
        }
        return new ClusterMap(name, total, to, first, reason);
    }

    int at(int source, int position) {
        int[] own = starts[source];
        return own.length == 1 ? base[source] : base[source] + Spans.segment(own, position);
    }

    boolean usable() {
        return reason.isEmpty();
    }

    /// Adds an amount to a slot of the clusters a piece of text lies in, by the share of each.
    void spread(
            double[][] parts, int source, int from, int to, double amount, int slot, int length) {
        int[] own = starts[source];
        if (own.length == 1) {
            parts[base[source]][slot] += amount;
            return;
        }
        int c = Spans.segment(own, from);
        double each = amount / (to - from);
        int at = from;
        while (at < to) {
            int stop = Math.min(to, Spans.segmentEnd(own, length, c));
            parts[base[source] + c][slot] += each * (stop - at);
            at = stop;
            c++;
        }
    }

    /// A draw of clusters with replacement.
    Draws draws() {
        return new Whole(size);
    }

    private record Whole(int size) implements Draws {
        @Override
        public void draw(SplitMix random, int[] counts) {
            java.util.Arrays.fill(counts, 0);
            for (int i = 0; i < size; i++) {
                counts[random.below(size)]++;
            }
        }

        @Override
        public int kinds() {
            return size;
        }

        @Override
        public int kindCount(int kind) {
            return 1;
        }

        @Override
        public void addKind(Sums family, double[] sums, int kind, double times) {
            family.add(sums, kind, times);
        }
    }
}
