package org.concordqda.agreement;

/// A binary heap of indices whose keys may fall. Not thread-safe.
final class IndexHeap {
    private final int[] heap;
    private final int[] place;
    private final double[] key;
    private int size;

    IndexHeap(int most) {
        heap = new int[most];
        place = new int[most];
        key = new double[most];
        java.util.Arrays.fill(place, -1);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            place[heap[i]] = -1;
        }
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int smallest() {
        return heap[0];
    }

    /// Adds an index, or lowers its key.
    void put(int index, double value) {
        key[index] = value;
        int i = place[index];
        if (i < 0) {
            i = size++;
        }
        while (i > 0 && key[heap[(i - 1) / 2]] > value) {
            set(i, heap[(i - 1) / 2]);
            i = (i - 1) / 2;
        }
        set(i, index);
    }

    void removeSmallest() {
        place[heap[0]] = -1;
        int last = heap[--size];
        if (size == 0) {
            return;
        }
        int i = 0;
        while (true) {
            int child = 2 * i + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (key[heap[child]] >= key[last]) {
                break;
            }
            set(i, heap[child]);
            i = child;
        }
        set(i, last);
    }

    private void set(int at, int index) {
        heap[at] = index;
        place[index] = at;
    }
}
