package org.concordqda.desk.coding;

import org.concordqda.model.CodingId;
import org.concordqda.text.Lanes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// The codings of one text, ready to be asked “which of you touch this stretch?” in O(log n + hits): an
/// implicit interval tree over the marks sorted by start. Immutable.
final class Marks {
    /// No marks.
    static final Marks NONE = new Marks(new Mark[0]);

    private final Mark[] sorted;
    private final int[] furthest;
    private final int[] lanes;

    private static final Comparator<Mark> ORDER =
            Comparator.comparingInt(Mark::start)
                    .thenComparingInt(m -> -m.end())
                    .thenComparingLong(m -> m.id().value());

    Marks(List<Mark> marks) {
        this(sorted(marks));
    }

    private Marks(Mark[] inOrder) {
        sorted = inOrder;
        furthest = new int[sorted.length];
        build(0, sorted.length);
        int[] starts = new int[sorted.length];
        int[] ends = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            starts[i] = sorted[i].start();
            ends[i] = sorted[i].end();
        }
        lanes = Lanes.assign(starts, ends);
    }

    private static Mark[] sorted(Collection<Mark> marks) {
        Mark[] all = marks.toArray(Mark[]::new);
        Arrays.sort(all, ORDER);
        return all;
    }

    /// These marks without some, and with others in their places. O(n) without sorting.
    Marks with(Set<CodingId> without, List<Mark> and) {
        Mark[] more = sorted(and);
        Mark[] all = new Mark[sorted.length + more.length];
        int n = 0;
        int next = 0;
        for (Mark mark : sorted) {
            if (without.contains(mark.id())) {
                continue;
            }
            while (next < more.length && ORDER.compare(more[next], mark) < 0) {
                all[n++] = more[next++];
            }
            all[n++] = mark;
        }
        while (next < more.length) {
            all[n++] = more[next++];
        }
        return new Marks(Arrays.copyOf(all, n));
    }

    /// The mark of a coding.
    Optional<Mark> of(CodingId id) {
        return Arrays.stream(sorted).filter(m -> m.id().equals(id)).findFirst();
    }

    int size() {
        return sorted.length;
    }

    Mark get(int index) {
        return sorted[index];
    }

    int lane(int index) {
        return lanes[index];
    }

    /// The marks that share a character with `[start, end)`, by start.
    List<Mark> touching(int start, int end) {
        List<Mark> found = new ArrayList<>();
        each(start, end, i -> found.add(sorted[i]));
        return found;
    }

    /// Calls with the index of every mark that shares a character with `[start, end)`, by start.
    void each(int start, int end, IntConsumer hit) {
        visit(0, sorted.length, start, end, hit);
    }

    private int build(int from, int to) {
        if (from >= to) {
            return Integer.MIN_VALUE;
        }
        int mid = (from + to) >>> 1;
        furthest[mid] = Math.max(sorted[mid].end(), Math.max(build(from, mid), build(mid + 1, to)));
        return furthest[mid];
    }

    private void visit(int from, int to, int start, int end, IntConsumer hit) {
        if (from >= to) {
            return;
        }
        int mid = (from + to) >>> 1;
        if (furthest[mid] <= start) {
            return;
        }
        visit(from, mid, start, end, hit);
        if (sorted[mid].start() < end) {
            if (sorted[mid].end() > start) {
                hit.accept(mid);
            }
            visit(mid + 1, to, start, end, hit);
        }
    }
}
