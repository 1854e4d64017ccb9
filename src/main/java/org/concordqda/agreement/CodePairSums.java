package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Each code against the rest for each pair of coders, one unit per position: Cohen's kappa, F1 (= Dice =
/// Holsti on positions), Jaccard, precision and recall against a reference coder, percent agreement, and
/// Holsti on passages. All from the positions of one coder, of the other and of both, found by merging
/// intervals.
final class CodePairSums extends LinearSums {
    /// Numbers per pair before those of the codes: positions both coders saw, positions one of them coded.
    private static final int HEAD = 2;

    /// Numbers per pair and code: a, b, both, twice the matches, units.
    private static final int EACH = 5;

    private final List<String> codes;
    private final boolean uncoded;
    private final boolean segments;
    private final List<int[]> pairs = new ArrayList<>();
    private final List<Statistic> statistics = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    /// @param active the coders who opened anything
    /// @param segments with Holsti on passages: only where positions are characters
    CodePairSums(
            Continua continua,
            List<Continuum> sources,
            int[] active,
            ClusterMap clusters,
            PassageOptions options,
            boolean segments,
            String suffix) {
        super(clusters.size(), pairCount(active) * (HEAD + EACH * continua.codes().size()));
        this.codes = continua.codes();
        this.uncoded = options.uncoded();
        this.segments = segments;
        for (int a = 0; a < active.length; a++) {
            for (int b = a + 1; b < active.length; b++) {
                pairs.add(new int[] {active[a], active[b]});
            }
        }
        for (int s = 0; s < sources.size(); s++) {
            for (int p = 0; p < pairs.size(); p++) {
                count(sources.get(s), s, p, clusters, options.iou());
            }
        }
        for (int p = 0; p < pairs.size(); p++) {
            print(continua, p, active.length > 2, options.reference(), suffix);
        }
    }

    private static int pairCount(int[] active) {
        return active.length * (active.length - 1) / 2;
    }

    private int head(int pair) {
        return pair * (HEAD + EACH * codes.size());
    }

    private void count(Continuum source, int s, int pair, ClusterMap clusters, double iou) {
        int a = pairs.get(pair)[0];
        int b = pairs.get(pair)[1];
        if (!source.present(a) || !source.present(b)) {
            return;
        }
        int length = source.length();
        clusters.spread(parts, s, 0, length, length, head(pair), length);
        if (!uncoded) {
            long[] either = Unions.of(source, a, b);
            for (long span : either) {
                int from = Spans.start(span);
                int to = Spans.end(span);
                clusters.spread(parts, s, from, to, to - from, head(pair) + 1, length);
            }
        }
        for (int k = 0; k < codes.size(); k++) {
            int slot = head(pair) + HEAD + EACH * k;
            own(source, s, a, k, slot, slot + 4, clusters);
            own(source, s, b, k, slot + 1, slot + 4, clusters);
            UnitPairs.overlaps(source, a, b, k, s, clusters, iou, parts, slot + 2, slot + 3);
        }
    }

    private void own(
            Continuum source,
            int s,
            int coder,
            int code,
            int slot,
            int units,
            ClusterMap clusters) {
        for (int i = source.from(coder, code); i < source.to(coder, code); i++) {
            int from = Spans.start(source.spans()[i]);
            int to = Spans.end(source.spans()[i]);
            clusters.spread(parts, s, from, to, to - from, slot, source.length());
            parts[clusters.at(s, from + (to - from) / 2)][units]++;
        }
    }

    private void print(
            Continua continua, int pair, boolean many, OptionalInt reference, String suffix) {
        int a = pairs.get(pair)[0];
        int b = pairs.get(pair)[1];
        String who = "pair=" + continua.coders().get(a) + "," + continua.coders().get(b);
        if (segments) {
            add(Statistic.HOLSTI_SEGMENTS, many ? who : "all", pair, -1, 0);
        }
        for (int k = 0; k < codes.size(); k++) {
            String scope = "code=" + codes.get(k) + (many ? ";" + who : "") + suffix;
            if (many) {
                add(Statistic.PERCENT_AGREEMENT, scope, pair, k, 0);
                add(Statistic.KRIPPENDORFF_ALPHA, scope, pair, k, 0);
            }
            add(Statistic.COHEN_KAPPA, scope, pair, k, 0);
            add(Statistic.F1, scope, pair, k, 0);
            add(Statistic.JACCARD, scope, pair, k, 0);
            if (reference.isPresent() && (reference.getAsInt() == a || reference.getAsInt() == b)) {
                int which = reference.getAsInt() == a ? 0 : 1;
                String against =
                        scope + ";reference=" + continua.coders().get(reference.getAsInt());
                add(Statistic.PRECISION, against, pair, k, which);
                add(Statistic.RECALL, against, pair, k, which);
            }
            if (segments) {
                add(Statistic.HOLSTI_SEGMENTS, scope, pair, k, 0);
            }
        }
    }

    private void add(Statistic statistic, String scope, int pair, int code, int reference) {
        statistics.add(statistic);
        scopes.add(scope);
        places.add(new int[] {pair, code, reference});
    }

    @Override
    public Statistic[] statistics() {
        return statistics.toArray(new Statistic[0]);
    }

    @Override
    public String[] scopes() {
        return scopes.toArray(new String[0]);
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        for (int i = 0; i < places.size(); i++) {
            int[] place = places.get(i);
            int head = head(place[0]);
            if (place[1] < 0) {
                matches(sums, head, out, i);
            } else {
                one(sums, head, head + HEAD + EACH * place[1], place[2], out, i);
            }
        }
    }

    private void matches(double[] sums, int head, double[] out, int i) {
        double matched = 0;
        double units = 0;
        for (int k = 0; k < codes.size(); k++) {
            matched += sums[head + HEAD + EACH * k + 3];
            units += sums[head + HEAD + EACH * k + 4];
        }
        ratio(out, i, matched, units);
    }

    private void one(double[] sums, int head, int at, int reference, double[] out, int i) {
        double n = sums[head + (uncoded ? 0 : 1)];
        double a = sums[at];
        double b = sums[at + 1];
        double both = sums[at + 2];
        double agreed = n > 0 ? (n - a - b + 2 * both) / n : Double.NaN;
        double mine = reference == 0 ? a : b;
        double theirs = reference == 0 ? b : a;
        switch (statistics.get(i)) {
            case PERCENT_AGREEMENT -> put(out, i, agreed, agreed, Double.NaN);
            case COHEN_KAPPA -> {
                double expected = (a * b + (n - a) * (n - b)) / (n * n);
                double kappa =
                        uncoded
                                ? Chance.corrected(
                                        n * (n - a - b + 2 * both),
                                        a * b + (n - a) * (n - b),
                                        n * n)
                                : Double.NaN;
                put(out, i, kappa, agreed, uncoded ? expected : Double.NaN);
            }
            case KRIPPENDORFF_ALPHA -> {
                double c = a + b;
                double apart = c * (2 * n - c);
                double expected = apart * 2 / (2 * n * (2 * n - 1));
                boolean defined = uncoded && n > 0 && expected > Chance.NOTHING;
                double alpha = (apart - (a + b - 2 * both) * (2 * n - 1)) / apart;
                put(
                        out,
                        i,
                        defined ? alpha : Double.NaN,
                        uncoded && n > 0 ? agreed : Double.NaN,
                        1 - expected);
            }
            case F1 -> ratio(out, i, 2 * both, a + b);
            case JACCARD -> ratio(out, i, both, a + b - both);
            case PRECISION -> ratio(out, i, both, theirs);
            case RECALL -> ratio(out, i, both, mine);
            default -> ratio(out, i, sums[at + 3], sums[at + 4]);
        }
    }

    private static void ratio(double[] out, int i, double part, double whole) {
        double value = whole > 0 ? part / whole : Double.NaN;
        put(out, i, value, value, Double.NaN);
    }

    @Override
    public String reason(int statistic, double[] sums) {
        int[] place = places.get(statistic);
        int head = head(place[0]);
        if (sums[head] == 0) {
            return "no text opened by both coders";
        }
        if (place[1] < 0) {
            return "nothing coded";
        }
        Statistic which = statistics.get(statistic);
        boolean chance = which == Statistic.COHEN_KAPPA || which == Statistic.KRIPPENDORFF_ALPHA;
        if (chance && !uncoded) {
            return "uncoded text is left out: use F1, Jaccard or cuα";
        }
        return switch (which) {
            case COHEN_KAPPA, KRIPPENDORFF_ALPHA -> "no variation";
            case PRECISION -> "the coder compared did not use the code";
            case RECALL -> "the reference coder did not use the code";
            case PERCENT_AGREEMENT -> "nothing coded";
            default -> "neither coder used the code";
        };
    }
}
