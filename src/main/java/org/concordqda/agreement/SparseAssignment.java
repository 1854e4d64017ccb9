package org.concordqda.agreement;

import java.util.Arrays;

/// The cheapest matching of a sparse bipartite graph in which nobody has to be matched: shortest
/// augmenting paths with potentials, each search ending as soon as somebody free is reached, so that local
/// candidates make it nearly linear. Exact. Not thread-safe.
final class SparseAssignment {
    private final int columns;
    private final int[] first;
    private final int[] column;
    private final double[] gain;
    private final double[] price;
    private final int[] ofColumn;
    private final int[] ofRow;

    /// @param first where the edges of each row start, one longer than the rows
    /// @param column the column of each edge
    /// @param gain what matching it saves, above 0
    SparseAssignment(int rows, int columns, int[] first, int[] column, double[] gain) {
        this.columns = columns;
        this.first = first;
        this.column = column;
        this.gain = gain;
        this.price = new double[columns];
        this.ofColumn = new int[columns];
        this.ofRow = new int[rows];
        Arrays.fill(ofColumn, -1);
        Arrays.fill(ofRow, -1);
        solve(rows);
    }

    /// The column matched to each row, -1 for none.
    int[] matches() {
        return ofRow;
    }

    /// Prices of columns are 0 or more and positive only on matched ones; the worth of a row is its best
    /// gain less price, never below 0 (staying alone). A path starts at a new row and ends at a free
    /// column or at a row that had rather stay alone.
    private void solve(int rows) {
        double[] distance = new double[columns];
        int[] from = new int[columns];
        int[] seen = new int[columns];
        int[] done = new int[columns];
        int[] scanned = new int[columns];
        Arrays.fill(seen, -1);
        Arrays.fill(done, -1);
        IndexHeap heap = new IndexHeap(columns);
        for (int r = 0; r < rows; r++) {
            search(r, distance, from, seen, done, scanned, heap);
        }
    }

    private void search(
            int start,
            double[] distance,
            int[] from,
            int[] seen,
            int[] done,
            int[] scanned,
            IndexHeap heap) {
        heap.clear();
        int count = 0;
        double top = worth(start);
        // Staying alone costs what the row would have been worth.
        double best = top;
        int bestRow = start;
        int bestColumn = -1;
        relax(start, 0, top, start, distance, from, seen, done, heap);
        while (!heap.isEmpty()) {
            int c = heap.smallest();
            double d = distance[c];
            if (d >= best) {
                break;
            }
            heap.removeSmallest();
            done[c] = start;
            scanned[count++] = c;
            int next = ofColumn[c];
            if (next < 0) {
                best = d;
                bestColumn = c;
                bestRow = -1;
                break;
            }
            double own = gainOf(next, c) - price[c];
            if (d + own < best) {
                best = d + own;
                bestColumn = c;
                bestRow = next;
            }
            relax(next, d, own, start, distance, from, seen, done, heap);
        }
        for (int i = 0; i < count; i++) {
            int c = scanned[i];
            if (distance[c] < best) {
                price[c] += best - distance[c];
            }
        }
        augment(start, bestRow, bestColumn, from);
    }

    private void relax(
            int row,
            double base,
            double worth,
            int mark,
            double[] distance,
            int[] from,
            int[] seen,
            int[] done,
            IndexHeap heap) {
        for (int e = first[row]; e < first[row + 1]; e++) {
            int c = column[e];
            if (done[c] == mark) {
                continue;
            }
            double d = base + Math.max(0, worth - (gain[e] - price[c]));
            if (seen[c] != mark || d < distance[c]) {
                seen[c] = mark;
                distance[c] = d;
                from[c] = row;
                heap.put(c, d);
            }
        }
    }

    /// Turns the path round: the last column goes to the row it was reached from, and so on to the start.
    private void augment(int start, int alone, int last, int[] from) {
        if (last < 0) {
            return;
        }
        if (alone >= 0) {
            ofRow[alone] = -1;
        }
        int c = last;
        while (true) {
            int row = from[c];
            int before = ofRow[row];
            ofRow[row] = c;
            ofColumn[c] = row;
            if (row == start) {
                return;
            }
            c = before;
        }
    }

    private double worth(int row) {
        double most = 0;
        for (int e = first[row]; e < first[row + 1]; e++) {
            most = Math.max(most, gain[e] - price[column[e]]);
        }
        return most;
    }

    private double gainOf(int row, int matched) {
        for (int e = first[row]; e < first[row + 1]; e++) {
            if (column[e] == matched) {
                return gain[e];
            }
        }
        throw new IllegalStateException("no edge");
    }
}
