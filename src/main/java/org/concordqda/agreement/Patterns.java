package org.concordqda.agreement;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The distinct rows of a table with how many units carry each: what every coefficient and every
/// bootstrap replicate works on. Units nobody coded, and units the policy leaves out, are not in it.
final class Patterns {
    /// Active coders (those who rated anything).
    final int coders;

    /// Categories, the one for “missing” included where the policy makes one.
    final int categories;

    private final int[] rows;
    private final int[] counts;
    private final int size;
    private final int dropped;
    private final int @Nullable [] ofUnit;

    /// What these were made from, and where each of its patterns went (or -1); null for the first.
    private final @Nullable Patterns root;

    private final int @Nullable [] fromRoot;

    private Patterns(
            Rows rows,
            int coders,
            int categories,
            int dropped,
            int @Nullable [] ofUnit,
            @Nullable Patterns root,
            int @Nullable [] fromRoot) {
        this.coders = coders;
        this.categories = categories;
        this.rows = rows.rows;
        this.counts = Arrays.copyOf(rows.counts, rows.size);
        this.size = rows.size;
        this.dropped = dropped;
        this.ofUnit = ofUnit;
        this.root = root;
        this.fromRoot = fromRoot;
    }

    private Patterns(Patterns same) {
        coders = same.coders;
        categories = same.categories;
        rows = same.rows;
        counts = same.counts;
        size = same.size;
        dropped = same.dropped;
        ofUnit = same.ofUnit;
        root = null;
        fromRoot = null;
    }

    int size() {
        return size;
    }

    /// The category of an active coder in a pattern, or -1.
    int code(int pattern, int coder) {
        return rows[pattern * coders + coder];
    }

    int count(int pattern) {
        return counts[pattern];
    }

    int[] counts() {
        return counts;
    }

    int dropped() {
        return dropped;
    }

    /// For each unit of the table its pattern, or -1; present only when asked for.
    int[] ofUnit() {
        return ofUnit == null ? new int[0] : ofUnit;
    }

    int units() {
        int n = 0;
        for (int c : counts) {
            n += c;
        }
        return n;
    }

    int rated(int pattern) {
        int m = 0;
        for (int g = 0; g < coders; g++) {
            m += code(pattern, g) >= 0 ? 1 : 0;
        }
        return m;
    }

    /// The distinct rows of the active coders under a policy.
    ///
    /// @param keepUnits also remember which unit carries which
    static Patterns of(RatingTable table, int[] active, Missing policy, boolean keepUnits) {
        int r = active.length;
        int q = table.categories().size();
        boolean asCategory = policy == Missing.CATEGORY;
        int n = table.units();
        int stride = table.coders().size();
        int[] cells = table.cells();
        int[] ofUnit = keepUnits ? new int[n] : null;
        int least =
                switch (policy) {
                    case AVAILABLE, CATEGORY -> 1;
                    case PAIRWISE -> 2;
                    // A coder who rated nothing leaves no unit complete.
                    case COMPLETE -> Math.max(1, table.coders().size());
                };
        if (r == 2 && !keepUnits && !asCategory && (q + 1L) * (q + 1L) <= 65_536) {
            return ofTwo(table, active, q, least);
        }
        Rows found = new Rows(r, asCategory ? q + 1 : q, n);
        int[] row = new int[r];
        int dropped = 0;
        for (int u = 0; u < n; u++) {
            int base = u * stride;
            int present = 0;
            for (int g = 0; g < r; g++) {
                int c = cells[base + active[g]];
                present += c >= 0 ? 1 : 0;
                row[g] = c < 0 && asCategory ? q : c;
            }
            int id = -1;
            if (present >= least) {
                id = found.add(row, 1);
            } else {
                dropped++;
            }
            if (ofUnit != null) {
                ofUnit[u] = id;
            }
        }
        return new Patterns(found, r, asCategory ? q + 1 : q, dropped, ofUnit, null, null);
    }

    private static Patterns ofTwo(RatingTable table, int[] active, int q, int least) {
        int[] cells = table.cells();
        int stride = table.coders().size();
        int base = q + 1;
        int[] histogram = new int[base * base];
        int offset = base + 1;
        if (stride == 2 && active[0] == 0) {
            for (int i = 0; i < cells.length; i += 2) {
                histogram[cells[i] * base + cells[i + 1] + offset]++;
            }
        } else {
            for (int i = 0; i + stride <= cells.length; i += stride) {
                histogram[cells[i + active[0]] * base + cells[i + active[1]] + offset]++;
            }
        }
        Rows found = new Rows(2, q, base * base);
        int[] row = new int[2];
        int dropped = 0;
        for (int h = 0; h < histogram.length; h++) {
            if (histogram[h] == 0) {
                continue;
            }
            row[0] = h / base - 1;
            row[1] = h % base - 1;
            int present = (row[0] >= 0 ? 1 : 0) + (row[1] >= 0 ? 1 : 0);
            if (present >= least) {
                found.add(row, histogram[h]);
            } else {
                dropped += histogram[h];
            }
        }
        return new Patterns(found, 2, q, dropped, null, null, null);
    }

    /// The same with the coders' order forgotten: fewer patterns, for statistics that do not know who
    /// rated. Remembers units when this one does.
    Patterns unordered() {
        return rebuilt(
                coders,
                categories,
                1,
                (from, to) -> {
                    System.arraycopy(rows, from * coders, to, 0, coders);
                    Arrays.sort(to);
                });
    }

    /// The same units seen by two of the coders; units with fewer than `least` of them are dropped.
    Patterns pair(int first, int second, int least) {
        return rebuilt(
                2,
                categories,
                least,
                (from, to) -> {
                    to[0] = code(from, first);
                    to[1] = code(from, second);
                });
    }

    /// The same units with one category against the rest.
    Patterns against(int category) {
        int[] to = new int[categories];
        to[category] = 1;
        return recoded(to, 2);
    }

    /// The same units in other categories.
    ///
    /// @param to for each category its new one
    Patterns recoded(int[] to, int newCategories) {
        return rebuilt(
                coders,
                newCategories,
                1,
                (from, row) -> {
                    for (int g = 0; g < coders; g++) {
                        int c = code(from, g);
                        row[g] = c < 0 ? -1 : to[c];
                    }
                });
    }

    /// The categories somebody used, ascending.
    int[] used() {
        boolean[] seen = new boolean[categories];
        for (int i = 0; i < size * coders; i++) {
            if (rows[i] >= 0) {
                seen[rows[i]] = true;
            }
        }
        return IntStream.range(0, categories).filter(k -> seen[k]).toArray();
    }

    /// The same units with only these categories; all others must be unused.
    Patterns only(int[] kept) {
        int[] to = new int[categories];
        for (int k = 0; k < kept.length; k++) {
            to[kept[k]] = k;
        }
        return recoded(to, kept.length);
    }

    /// The same, made from nothing: what is made of it is counted from here.
    Patterns asRoot() {
        return new Patterns(this);
    }

    private interface RowMap {
        void fill(int from, int[] to);
    }

    private Patterns rebuilt(int newCoders, int newCategories, int least, RowMap map) {
        Rows found = new Rows(newCoders, newCategories, size);
        int[] to = new int[size];
        int[] row = new int[newCoders];
        int left = dropped;
        for (int p = 0; p < size; p++) {
            map.fill(p, row);
            int present = 0;
            for (int c : row) {
                present += c >= 0 ? 1 : 0;
            }
            to[p] = present >= least ? found.add(row, counts[p]) : -1;
            left += present >= least ? 0 : counts[p];
        }
        int[] mapped = null;
        if (ofUnit != null) {
            mapped = new int[ofUnit.length];
            for (int u = 0; u < mapped.length; u++) {
                mapped[u] = ofUnit[u] < 0 ? -1 : to[ofUnit[u]];
            }
        }
        Patterns first = root == null ? this : root;
        int[] from = to;
        if (fromRoot != null) {
            from = new int[fromRoot.length];
            for (int p = 0; p < from.length; p++) {
                from[p] = fromRoot[p] < 0 ? -1 : to[fromRoot[p]];
            }
        }
        return new Patterns(found, newCoders, newCategories, left, mapped, first, from);
    }

    /// Where each pattern of `base` went, null when these are `base` itself.
    ///
    /// @throws IllegalArgumentException when these were made from something else
    int @Nullable [] from(Patterns base) {
        if (equals(base)) {
            return null;
        }
        if (!base.equals(root)) {
            throw new IllegalArgumentException("made from other patterns");
        }
        return fromRoot;
    }

    /// A growing set of distinct rows, open addressing.
    private static final class Rows {
        private final int coders;
        private final long base;
        private final boolean exact;
        private int[] rows;
        private int[] counts;
        private long[] keys;
        private int[] slots;
        private int size;

        Rows(int coders, int categories, int expected) {
            this.coders = coders;
            base = categories + 2L;
            exact = coders * (Math.log((double) base) / Math.log(2)) < 62;
            int room = Math.clamp(expected, 8, 1024);
            rows = new int[room * coders];
            counts = new int[room];
            keys = new long[room];
            slots = new int[Integer.highestOneBit(room) * 4];
        }

        int add(int[] row, int times) {
            long key = 1;
            for (int c : row) {
                key = key * base + (c + 1);
            }
            int mask = slots.length - 1;
            int slot = spread(key) & mask;
            while (slots[slot] != 0) {
                int id = slots[slot] - 1;
                if (keys[id] == key && (exact || same(id, row))) {
                    counts[id] += times;
                    return id;
                }
                slot = (slot + 1) & mask;
            }
            if (size == counts.length) {
                grow();
            }
            int id = size++;
            System.arraycopy(row, 0, rows, id * coders, coders);
            keys[id] = key;
            counts[id] = times;
            slots[slot] = id + 1;
            if (size * 2 > slots.length) {
                rehash();
            }
            return id;
        }

        private boolean same(int id, int[] row) {
            return Arrays.equals(rows, id * coders, (id + 1) * coders, row, 0, coders);
        }

        private void grow() {
            int room = size * 2;
            rows = Arrays.copyOf(rows, room * coders);
            counts = Arrays.copyOf(counts, room);
            keys = Arrays.copyOf(keys, room);
        }

        private void rehash() {
            slots = new int[slots.length * 4];
            int mask = slots.length - 1;
            for (int id = 0; id < size; id++) {
                int slot = spread(keys[id]) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = id + 1;
            }
        }

        private static int spread(long key) {
            return (int) ((key * 0x9E3779B97F4A7C15L) >>> 33);
        }
    }
}
