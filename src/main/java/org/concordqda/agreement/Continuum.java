package org.concordqda.agreement;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// One source as the unitizing coefficients see it: positions `begin … begin + length`, who opened it, and
/// who put which code where, half-open. Positions are whatever the caller counts in (code points or
/// UTF-16 units), the same throughout. Immutable, any thread; arrays given are copied.
///
/// A coder who opened the source and coded nothing is *present* with one gap; a coder who never opened it
/// is absent and left out. Spans of one code by one coder that overlap become one; spans that only touch
/// stay two. Spans of different codes may overlap: then the source is not [#exclusive].
public final class Continuum {
    private final String name;
    private final int begin;
    private final int length;
    private final boolean[] present;
    private final int codes;
    private final long[] spans;
    private final int[] first;
    private final Domain[] domains;
    private final int @Nullable [] sentences;
    private final int @Nullable [] turns;

    private Continuum(
            String name,
            int begin,
            int length,
            boolean[] present,
            int codes,
            long[] spans,
            int[] first,
            int @Nullable [] sentences,
            int @Nullable [] turns) {
        this.name = name;
        this.begin = begin;
        this.length = length;
        this.present = present;
        this.codes = codes;
        this.spans = spans;
        this.first = first;
        this.sentences = sentences;
        this.turns = turns;
        this.domains = new Domain[present.length];
        for (int g = 0; g < present.length; g++) {
            domains[g] = Domain.of(spans, first, g, codes);
        }
    }

    /// A source from parallel arrays, one element per span.
    ///
    /// @param name for messages, may be blank
    /// @param present per coder whether the source was opened; spans of a coder who did not are refused
    /// @param codes how many codes there are
    /// @param coder index of the coder of each span
    /// @param start first position
    /// @param end position after the last
    /// @param code index of the code
    /// @throws SpanException with a sentence when a span is empty, reversed, outside the text or of nobody
    public static Continuum of(
            String name,
            int begin,
            int length,
            boolean[] present,
            int codes,
            int[] coder,
            int[] start,
            int[] end,
            int[] code) {
        SpanChecks.check(name, begin, length, present, codes, coder, start, end, code);
        int groups = present.length * codes;
        int[] count = new int[groups + 1];
        for (int i = 0; i < coder.length; i++) {
            count[coder[i] * codes + code[i] + 1]++;
        }
        for (int k = 0; k < groups; k++) {
            count[k + 1] += count[k];
        }
        long[] packed = new long[coder.length];
        int[] next = Arrays.copyOf(count, groups);
        for (int i = 0; i < coder.length; i++) {
            packed[next[coder[i] * codes + code[i]]++] =
                    Spans.pack(start[i] - begin, end[i] - begin);
        }
        int[] first = new int[groups + 1];
        int kept = 0;
        for (int k = 0; k < groups; k++) {
            first[k] = kept;
            Arrays.sort(packed, count[k], count[k + 1]);
            kept = Spans.merge(packed, count[k], count[k + 1], kept);
        }
        first[groups] = kept;
        return new Continuum(
                name,
                begin,
                length,
                present.clone(),
                codes,
                Arrays.copyOf(packed, kept),
                first,
                null,
                null);
    }

    /// The same source with its sentences.
    ///
    /// @param starts positions where a sentence starts, ascending; whatever lies before the first belongs to it
    /// @throws SpanException when they do not ascend or lie outside
    public Continuum withSentences(int... starts) {
        return new Continuum(
                name, begin, length, present, codes, spans, first, segments(starts), turns);
    }

    /// The same source with its turns, comments or paragraphs.
    ///
    /// @throws SpanException when the starts do not ascend or lie outside
    public Continuum withTurns(int... starts) {
        return new Continuum(
                name, begin, length, present, codes, spans, first, sentences, segments(starts));
    }

    private int[] segments(int[] starts) {
        return SpanChecks.segments(name, begin, length, starts);
    }

    public String name() {
        return name;
    }

    public int begin() {
        return begin;
    }

    public int length() {
        return length;
    }

    /// Whether a coder opened the source.
    public boolean present(int coder) {
        return present[coder];
    }

    /// The same source as if one coder had never opened it.
    Continuum withoutCoder(int coder) {
        int from = first[coder * codes];
        int gone = first[(coder + 1) * codes] - from;
        long[] left = new long[spans.length - gone];
        System.arraycopy(spans, 0, left, 0, from);
        System.arraycopy(spans, from + gone, left, from, left.length - from);
        int[] starts = first.clone();
        for (int k = coder * codes; k < starts.length; k++) {
            starts[k] = Math.max(from, starts[k] - gone);
        }
        Arrays.fill(starts, coder * codes, (coder + 1) * codes, from);
        boolean[] others = present.clone();
        others[coder] = false;
        return new Continuum(name, begin, length, others, codes, left, starts, sentences, turns);
    }

    /// How many coders there are, present or not.
    public int coders() {
        return present.length;
    }

    public int codes() {
        return codes;
    }

    /// Spans left after merging.
    public int spanCount() {
        return spans.length;
    }

    /// Whether no coder put two different codes on one position.
    public boolean exclusive() {
        for (Domain domain : domains) {
            if (domain.overlapping()) {
                return false;
            }
        }
        return true;
    }

    /// The coders who opened it.
    int[] presentCoders() {
        int[] found = new int[present.length];
        int n = 0;
        for (int g = 0; g < present.length; g++) {
            if (present[g]) {
                found[n++] = g;
            }
        }
        return Arrays.copyOf(found, n);
    }

    long[] spans() {
        return spans;
    }

    int from(int coder, int code) {
        return first[coder * codes + code];
    }

    int to(int coder, int code) {
        return first[coder * codes + code + 1];
    }

    Domain domain(int coder) {
        return domains[coder];
    }

    /// Starts of the units of a granularity relative to `begin`, or null where they were not given.
    int @Nullable [] starts(Granularity granularity) {
        return switch (granularity) {
            case CHARACTER -> null;
            case SENTENCE -> sentences;
            case TURN -> turns;
            case SOURCE -> new int[] {0};
        };
    }

    /// The same source with one position per segment: a segment carries a code when the coder marked it.
    Continuum coarse(int[] starts, Marking marking) {
        long[] out = new long[Math.max(16, spans.length)];
        int[] firsts = new int[first.length];
        int kept = 0;
        int[] covered = new int[starts.length];
        for (int k = 0; k + 1 < first.length; k++) {
            firsts[k] = kept;
            int touched = Spans.cover(spans, first[k], first[k + 1], starts, length, covered);
            for (int s = 0; s < touched; s++) {
                int size = Spans.segmentEnd(starts, length, s) - starts[s];
                boolean marked = marking == Marking.ANY ? covered[s] > 0 : 2L * covered[s] >= size;
                covered[s] = 0;
                if (!marked) {
                    continue;
                }
                if (kept > firsts[k] && Spans.end(out[kept - 1]) == s) {
                    out[kept - 1] = Spans.pack(Spans.start(out[kept - 1]), s + 1);
                } else {
                    out = kept == out.length ? Arrays.copyOf(out, 2 * kept) : out;
                    out[kept++] = Spans.pack(s, s + 1);
                }
            }
        }
        firsts[first.length - 1] = kept;
        return new Continuum(
                name,
                0,
                starts.length,
                present,
                codes,
                Arrays.copyOf(out, kept),
                firsts,
                null,
                null);
    }
}
