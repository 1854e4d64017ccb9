package org.concordqda.agreement;

/// What two coders' units of one code have to do with each other: squared differences of 1995, and
/// Holsti's matches.
final class UnitPairs {
    private UnitPairs() {}

    /// Adds (b_g − b_h)² + (e_g − e_h)² for every pair that overlaps, l² for every unit in a gap of the other.
    static void differences(
            Continuum source,
            int a,
            int b,
            int code,
            int s,
            ClusterMap map,
            double weight,
            double[] into) {
        long[] spans = source.spans();
        int toA = source.to(a, code);
        int toB = source.to(b, code);
        int j = source.from(b, code);
        for (int i = source.from(a, code); i < toA; i++) {
            int start = Spans.start(spans[i]);
            int end = Spans.end(spans[i]);
            double sum = 0;
            while (j < toB && Spans.end(spans[j]) <= start) {
                j++;
            }
            int x = j;
            for (; x < toB && Spans.start(spans[x]) < end; x++) {
                double first = (double) start - Spans.start(spans[x]);
                double last = (double) end - Spans.end(spans[x]);
                sum += first * first + last * last;
            }
            if (x == j) {
                sum = (double) (end - start) * (end - start);
            }
            into[map.at(s, start + (end - start) / 2)] += weight * sum;
        }
        alone(source, b, a, code, s, map, weight, into);
    }

    /// The units of one coder that lie in a gap of the other.
    private static void alone(
            Continuum source,
            int a,
            int b,
            int code,
            int s,
            ClusterMap map,
            double weight,
            double[] into) {
        long[] spans = source.spans();
        int toB = source.to(b, code);
        int j = source.from(b, code);
        for (int i = source.from(a, code); i < source.to(a, code); i++) {
            int start = Spans.start(spans[i]);
            int end = Spans.end(spans[i]);
            while (j < toB && Spans.end(spans[j]) <= start) {
                j++;
            }
            if (j == toB || Spans.start(spans[j]) >= end) {
                double l = (double) end - start;
                into[map.at(s, start + (end - start) / 2)] += weight * l * l;
            }
        }
    }

    /// Adds the positions both have to `both`, and 2 per match to `matches`.
    ///
    /// @param iou share of intersection in union from which two units match, .5 to 1
    static void overlaps(
            Continuum source,
            int a,
            int b,
            int code,
            int s,
            ClusterMap map,
            double iou,
            double[][] parts,
            int both,
            int matches) {
        long[] spans = source.spans();
        int toA = source.to(a, code);
        int toB = source.to(b, code);
        int i = source.from(a, code);
        int j = source.from(b, code);
        int matchedA = -1;
        int matchedB = -1;
        while (i < toA && j < toB) {
            int startI = Spans.start(spans[i]);
            int startJ = Spans.start(spans[j]);
            int endI = Spans.end(spans[i]);
            int endJ = Spans.end(spans[j]);
            int from = Math.max(startI, startJ);
            int to = Math.min(endI, endJ);
            boolean nextI = endI <= endJ;
            boolean nextJ = endJ <= endI;
            if (from < to) {
                map.spread(parts, s, from, to, to - from, both, source.length());
                double union = (double) Math.max(endI, endJ) - Math.min(startI, startJ);
                if (to - from >= iou * union && matchedA != i && matchedB != j) {
                    parts[map.at(s, startI + (endI - startI) / 2)][matches] += 2;
                    matchedA = i;
                    matchedB = j;
                }
            }
            i += nextI ? 1 : 0;
            j += nextJ ? 1 : 0;
        }
    }
}
