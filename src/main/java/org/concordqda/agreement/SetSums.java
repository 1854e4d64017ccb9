package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Alpha with sets of codes, one unit per position: every position carries for each coder the set of the
/// codes put there, the empty set where the coder read and coded nothing. The text is cut at all
/// boundaries, so a million positions cost no more than their spans.
///
/// Sums: n of each distinct set, the two observed totals, and all positions × coders.
final class SetSums implements PassageFamily {
    /// With more distinct sets there is no interval worth its time, and above [#MOST] no value.
    static final int MOST = 3000;

    private final double[][] parts;
    private final List<BitSet> sets = new ArrayList<>();
    private final double[][] masi;
    private final double[][] jaccard;
    private final boolean tooMany;
    private final boolean opened;
    private final String scope;

    SetSums(Continua continua, List<Continuum> sources, ClusterMap clusters, String suffix) {
        scope = "all" + suffix;
        Map<BitSet, Integer> ids = new HashMap<>();
        SetSweep sweep = new SetSweep(ids, sets);
        List<SetSweep.Piece> pieces = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            if (sources.get(s).presentCoders().length > 1) {
                sweep.cut(sources.get(s), s, continua.codes().size(), pieces);
            }
        }
        opened = !pieces.isEmpty();
        tooMany = sets.size() > MOST;
        int d = tooMany ? 0 : sets.size();
        masi = new double[d][d];
        jaccard = new double[d][d];
        int codes = continua.codes().size();
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < a; b++) {
                long[] one = sweep.bits(a, codes);
                long[] other = sweep.bits(b, codes);
                masi[a][b] = 1 - SetDistance.MASI.closeness(one, other);
                masi[b][a] = masi[a][b];
                jaccard[a][b] = 1 - SetDistance.JACCARD.closeness(one, other);
                jaccard[b][a] = jaccard[a][b];
            }
        }
        parts = new double[clusters.size()][d + 3];
        for (SetSweep.Piece piece : pieces) {
            if (!tooMany) {
                count(piece, sources.get(piece.source()), clusters, d);
            }
        }
    }

    private void count(SetSweep.Piece piece, Continuum source, ClusterMap clusters, int d) {
        int[] set = piece.sets();
        int s = piece.source();
        int from = piece.from();
        int to = piece.to();
        double length = (double) to - from;
        double far = 0;
        double apart = 0;
        for (int a : set) {
            clusters.spread(parts, s, from, to, length, a, source.length());
            for (int b : set) {
                far += masi[a][b];
                apart += jaccard[a][b];
            }
        }
        double weight = length / (set.length - 1);
        clusters.spread(parts, s, from, to, weight * far, d, source.length());
        clusters.spread(parts, s, from, to, weight * apart, d + 1, source.length());
        clusters.spread(parts, s, from, to, length * set.length, d + 2, source.length());
    }

    @Override
    public int length() {
        return (tooMany ? 0 : sets.size()) + 3;
    }

    @Override
    public void add(double[] sums, int pattern, double times) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += times * parts[pattern][i];
        }
    }

    @Override
    public double[] whole() {
        double[] sums = new double[length()];
        for (int c = 0; c < parts.length; c++) {
            add(sums, c, 1);
        }
        return sums;
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public Statistic[] statistics() {
        return new Statistic[] {Statistic.ALPHA_MASI, Statistic.ALPHA_JACCARD};
    }

    @Override
    public String[] scopes() {
        return new String[] {scope, scope};
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        int d = masi.length;
        double all = sums[d + 2];
        if (tooMany || !(all > 1)) {
            Arrays.fill(out, Double.NaN);
            return;
        }
        double far = 0;
        double apart = 0;
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < a && sums[a] != 0; b++) {
                double both = 2 * sums[a] * sums[b];
                far += both * masi[a][b];
                apart += both * jaccard[a][b];
            }
        }
        LinearSums.agreement(out, 0, sums[d] / all, far / (all * (all - 1)));
        LinearSums.agreement(out, 1, sums[d + 1] / all, apart / (all * (all - 1)));
    }

    @Override
    public String reason(int statistic, double[] sums) {
        if (!opened) {
            return "no text opened by two coders";
        }
        if (tooMany) {
            return "more than " + MOST + " different sets of codes";
        }
        return sets.size() == 1 && sets.getFirst().isEmpty() ? "nothing coded" : "no variation";
    }
}
