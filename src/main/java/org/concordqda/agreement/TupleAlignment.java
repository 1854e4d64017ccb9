package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The best alignment of three or more coders, exactly: units in order of their middles, and for the
/// first one not yet placed every tuple that can hold it; which of the next 63 units are placed already is
/// the state of a shortest path. Tuples that cost no less than leaving one of their units alone are not
/// looked at. Continua in which a tuple reaches further than 63 units, or with more than [#STATES] states
/// or [#TUPLES] tuples, are not computed.
final class TupleAlignment {
    /// Most states of the shortest path.
    static final int STATES = 400_000;

    /// Most tuples.
    static final int TUPLES = 2_000_000;

    private final GammaUnits units;
    private final GammaOptions options;
    private final int m;
    private final double all;
    private final int[] order;
    private final int[] coderOf;
    private final List<List<Tuple>> startingAt = new ArrayList<>();
    private int tuples;
    private boolean tooMany;

    /// @param others bit d: the unit d + 1 places after the first
    private record Tuple(long others, double cost) {}

    /// @param before the state it came from
    private record Step(double cost, long before, int beforeAt, Tuple by) {}

    private TupleAlignment(GammaUnits units, GammaOptions options) {
        this.units = units;
        this.options = options;
        this.m = units.coders();
        this.all = m * (m - 1) / 2.0;
        int n = units.size();
        coderOf = new int[n];
        for (int g = 0; g < m; g++) {
            Arrays.fill(coderOf, units.first()[g], units.first()[g + 1], g);
        }
        Integer[] sorted = new Integer[n];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> Double.compare(units.middle(a), units.middle(b)));
        order = Arrays.stream(sorted).mapToInt(i -> i).toArray();
    }

    static Optional<Alignment> best(GammaUnits units, GammaOptions options) {
        TupleAlignment alignment = new TupleAlignment(units, options);
        alignment.collect();
        return alignment.tooMany ? Optional.empty() : alignment.solve();
    }

    private void collect() {
        int n = order.length;
        double longest = 0;
        for (int u = 0; u < n; u++) {
            longest = Math.max(longest, units.length(u));
        }
        double reach = Alignment.reach((m - 1 + all) * options.empty(), options);
        for (int i = 0; i < n && !tooMany; i++) {
            int u = order[i];
            List<Tuple> mine = new ArrayList<>();
            int[] chosen = new int[m];
            chosen[0] = u;
            int last = i;
            double window = reach * (units.length(u) + longest);
            while (last + 1 < n && units.middle(order[last + 1]) - units.middle(u) <= window) {
                last++;
            }
            extend(i, i + 1, last, chosen, 1, 0, 0, mine);
            startingAt.add(mine);
        }
    }

    private void extend(
            int i,
            int next,
            int last,
            int[] chosen,
            int size,
            long mask,
            double sum,
            List<Tuple> to) {
        if (tooMany) {
            return;
        }
        if (worthwhile(chosen, size)) {
            double empties = all - size * (size - 1) / 2.0;
            to.add(new Tuple(mask, (sum + empties * options.empty()) / all));
            tooMany = ++tuples > TUPLES;
        }
        for (int j = next; j <= last; j++) {
            int v = order[j];
            double more = 0;
            boolean fits = true;
            for (int c = 0; c < size; c++) {
                fits &= coderOf[chosen[c]] != coderOf[v];
            }
            if (!fits) {
                continue;
            }
            for (int c = 0; c < size; c++) {
                more += units.distance(chosen[c], v, options);
            }
            double bound = ((size + 1) * all - all + (size + 1) * size / 2.0) * options.empty();
            // A larger tuple may forgive more, so only what no tuple forgives is cut.
            double ever = (m * all - all + all) * options.empty();
            if (sum + more > Math.max(bound, ever)) {
                continue;
            }
            if (j - i > 63) {
                tooMany = true;
                return;
            }
            chosen[size] = v;
            extend(i, j + 1, last, chosen, size + 1, mask | (1L << (j - i - 1)), sum + more, to);
        }
    }

    /// Whether no unit of the tuple had rather be alone.
    private boolean worthwhile(int[] chosen, int size) {
        double limit = (size - 1 + all) * options.empty();
        for (int a = 0; a < size && size > 1; a++) {
            double sum = 0;
            for (int b = 0; b < size; b++) {
                sum += a == b ? 0 : units.distance(chosen[a], chosen[b], options);
            }
            if (sum >= limit) {
                return false;
            }
        }
        return true;
    }

    private Optional<Alignment> solve() {
        int n = order.length;
        List<Map<Long, Step>> states = new ArrayList<>();
        for (int i = 0; i <= n; i++) {
            states.add(new HashMap<>());
        }
        states.getFirst().put(0L, new Step(0, 0, -1, new Tuple(0, 0)));
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (Map.Entry<Long, Step> entry : states.get(i).entrySet()) {
                long placed = entry.getKey();
                if (++count > STATES) {
                    return Optional.empty();
                }
                for (Tuple tuple : startingAt.get(i)) {
                    if ((tuple.others() & placed) != 0) {
                        continue;
                    }
                    long now = placed | tuple.others();
                    int skip = Math.min(Long.numberOfTrailingZeros(~now), n - i - 1);
                    long after = skip >= 63 ? 0 : now >>> (skip + 1);
                    double cost = entry.getValue().cost() + tuple.cost();
                    states.get(i + 1 + skip)
                            .merge(
                                    after,
                                    new Step(cost, placed, i, tuple),
                                    (old, fresh) -> old.cost() <= fresh.cost() ? old : fresh);
                }
            }
        }
        return Optional.of(back(states));
    }

    private Alignment back(List<Map<Long, Step>> states) {
        double[] share = new double[order.length];
        int at = order.length;
        long mask = 0;
        double cost = step(states, at, mask).cost();
        while (at > 0) {
            Step step = step(states, at, mask);
            int i = step.beforeAt();
            double each = step.by().cost() / (1 + Long.bitCount(step.by().others()));
            share[order[i]] = each;
            for (int d = 0; d < 63; d++) {
                if ((step.by().others() >>> d & 1) != 0) {
                    share[order[i + 1 + d]] = each;
                }
            }
            at = i;
            mask = step.before();
        }
        return new Alignment(cost, share);
    }

    private static Step step(List<Map<Long, Step>> states, int at, long mask) {
        Step step = states.get(at).get(mask);
        if (step == null) {
            throw new IllegalStateException("no state " + at);
        }
        return step;
    }
}
