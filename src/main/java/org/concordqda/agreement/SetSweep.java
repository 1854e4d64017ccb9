package org.concordqda.agreement;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// Cuts a text at every boundary of every coder into pieces on which nobody's set of codes changes.
///
/// @param ids the number of each distinct set met so far
/// @param sets the sets by number
record SetSweep(Map<BitSet, Integer> ids, List<BitSet> sets) {

    /// @param sets per present coder the number of the set
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record Piece(int source, int from, int to, int[] sets) {}

    void cut(Continuum source, int s, int codes, List<Piece> to) {
        int[] coders = source.presentCoders();
        int n = 0;
        for (int g : coders) {
            n += source.domain(g).size();
        }
        // position << 32 | which coder and code change
        long[] events = new long[2 * n];
        int e = 0;
        for (int i = 0; i < coders.length; i++) {
            for (int k = 0; k < codes; k++) {
                for (int j = source.from(coders[i], k); j < source.to(coders[i], k); j++) {
                    int what = i * codes + k;
                    events[e++] = ((long) Spans.start(source.spans()[j]) << 32) | what;
                    events[e++] = ((long) Spans.end(source.spans()[j]) << 32) | what;
                }
            }
        }
        Arrays.sort(events);
        BitSet[] current = new BitSet[coders.length];
        int[] number = new int[coders.length];
        for (int i = 0; i < current.length; i++) {
            current[i] = new BitSet(codes);
            number[i] = id(current[i]);
        }
        int at = 0;
        for (int i = 0; i < events.length; ) {
            int position = (int) (events[i] >>> 32);
            if (position > at) {
                to.add(new Piece(s, at, position, number.clone()));
                at = position;
            }
            for (; i < events.length && (int) (events[i] >>> 32) == position; i++) {
                int what = (int) events[i];
                current[what / codes].flip(what % codes);
                number[what / codes] = -1;
            }
            for (int g = 0; g < number.length; g++) {
                number[g] = number[g] < 0 ? id(current[g]) : number[g];
            }
        }
        if (at < source.length()) {
            to.add(new Piece(s, at, source.length(), number.clone()));
        }
    }

    private int id(BitSet set) {
        Integer known = ids.get(set);
        if (known != null) {
            return known;
        }
        BitSet own = (BitSet) set.clone();
        ids.put(own, sets.size());
        sets.add(own);
        return sets.size() - 1;
    }

    /// The set with this number as bits, as long as every other.
    long[] bits(int number, int codes) {
        return Arrays.copyOf(sets.get(number).toLongArray(), (codes + 63) / 64);
    }
}
