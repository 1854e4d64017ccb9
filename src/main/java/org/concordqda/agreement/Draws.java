package org.concordqda.agreement;

import java.util.Arrays;

/// How a replicate is drawn: by unit or by whole cluster.
interface Draws {
    /// Fills the counts per pattern of one replicate. Safe from any thread: `random` and the arrays are the
    /// caller's own.
    void draw(SplitMix random, int[] counts);

    /// What is drawn, for degrees of freedom: units or clusters.
    int size();

    /// For the jackknife: the sums that one thing drawn brings, and how many there are of its kind.
    int kinds();

    int kindCount(int kind);

    void addKind(Sums family, double[] sums, int kind, double times);

    static Draws units(Patterns patterns) {
        return counts(patterns.counts());
    }

    /// Units by their counts per pattern.
    static Draws counts(int[] counts) {
        Multinomial multinomial = new Multinomial(counts);
        return new Draws() {
            @Override
            public void draw(SplitMix random, int[] drawn) {
                multinomial.draw(random, drawn);
            }

            @Override
            public int size() {
                return multinomial.total();
            }

            @Override
            public int kinds() {
                return counts.length;
            }

            @Override
            public int kindCount(int kind) {
                return counts[kind];
            }

            @Override
            public void addKind(Sums family, double[] sums, int kind, double times) {
                family.add(sums, kind, times);
            }
        };
    }

    /// @param clusters one per unit of the table, dense from 0
    static Draws clusters(Patterns patterns, int[] clusters) {
        return new ClusterDraws(patterns.ofUnit(), clusters);
    }

    /// Whole clusters with replacement, among those that hold a unit in use.
    final class ClusterDraws implements Draws {
        private final int[] start;
        private final int[] pattern;
        private final int size;

        /// Per cluster the pattern of its only unit, or -1.
        private final int[] only;

        ClusterDraws(int[] ofUnit, int[] clusters) {
            int most = Arrays.stream(clusters).max().orElse(-1) + 1;
            int[] in = new int[most];
            for (int u = 0; u < clusters.length; u++) {
                in[clusters[u]] += ofUnit[u] >= 0 ? 1 : 0;
            }
            int[] number = new int[most];
            int used = 0;
            for (int c = 0; c < most; c++) {
                number[c] = in[c] > 0 ? used++ : -1;
            }
            size = used;
            start = new int[size + 1];
            for (int c = 0; c < most; c++) {
                if (number[c] >= 0) {
                    start[number[c] + 1] = in[c];
                }
            }
            for (int c = 0; c < size; c++) {
                start[c + 1] += start[c];
            }
            pattern = new int[start[size]];
            int[] next = Arrays.copyOf(start, size);
            for (int u = 0; u < clusters.length; u++) {
                if (ofUnit[u] >= 0) {
                    pattern[next[number[clusters[u]]]++] = ofUnit[u];
                }
            }
            only = new int[size];
            for (int c = 0; c < size; c++) {
                only[c] = start[c + 1] - start[c] == 1 ? pattern[start[c]] : -1;
            }
        }

        @Override
        public void draw(SplitMix random, int[] counts) {
            Arrays.fill(counts, 0);
            for (int n = 0; n < size; n++) {
                int c = random.below(size);
                if (only[c] >= 0) {
                    counts[only[c]]++;
                    continue;
                }
                for (int i = start[c]; i < start[c + 1]; i++) {
                    counts[pattern[i]]++;
                }
            }
        }

        @Override
        public int size() {
            return size;
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
            for (int i = start[kind]; i < start[kind + 1]; i++) {
                family.add(sums, pattern[i], times);
            }
        }
    }
}
