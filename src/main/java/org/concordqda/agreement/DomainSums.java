package org.concordqda.agreement;

import java.util.List;

/// The unitizing alphas of 2016 (Krippendorff, Mathet, Bouvry and Widlöcher, *On the reliability of
/// unitizing textual continua*, Quality & Quantity 50; agreement.md 4.6) and, from the same sums, alpha and
/// percent agreement with one unit per position. Several sources stand one after the other; each counts
/// with its own number of coders.
///
/// Per code five sums: length ℓ_c, ℓ_cc, Σℓ² of its units, ℓ*_c and S*_c; then the total ℓ.. . What uncoded
/// text contributes follows from them, for its self term is linear: S_φ = ℓ_φ.
final class DomainSums extends LinearSums {
    /// Numbers per code.
    private static final int EACH = 5;

    private final Continua continua;
    private final int codes;
    private final boolean exclusive;
    private final boolean units;
    private final String suffix;
    private final Statistic[] statistics;
    private final String[] scopes;

    /// @param units with the unitizing alphas; without them alpha and percent agreement alone
    /// @param suffix of every scope: blank, or `;at=sentence`
    DomainSums(
            Continua continua,
            List<Continuum> sources,
            ClusterMap clusters,
            boolean units,
            String suffix) {
        super(clusters.size(), EACH * continua.codes().size() + 1);
        this.continua = continua;
        this.codes = continua.codes().size();
        this.exclusive = sources.stream().allMatch(Continuum::exclusive);
        this.units = units;
        this.suffix = suffix;
        DomainPrint print = DomainPrint.of(continua.codes(), units, suffix);
        this.statistics = print.statistics();
        this.scopes = print.scopes();
        for (int s = 0; s < sources.size(); s++) {
            source(sources.get(s), s, clusters);
        }
    }

    private void source(Continuum source, int s, ClusterMap clusters) {
        int[] coders = source.presentCoders();
        int m = coders.length;
        if (m < 2) {
            return;
        }
        int length = source.length();
        clusters.spread(parts, s, 0, length, (double) m * length, EACH * codes, length);
        for (int g : coders) {
            for (int k = 0; k < codes; k++) {
                for (int i = source.from(g, k); i < source.to(g, k); i++) {
                    long span = source.spans()[i];
                    int from = Spans.start(span);
                    int to = Spans.end(span);
                    double l = Spans.length(span);
                    clusters.spread(parts, s, from, to, l, EACH * k, length);
                    clusters.spread(parts, s, from, to, l * l, EACH * k + 2, length);
                }
            }
        }
        double weight = 1.0 / (m - 1);
        boolean domain = source.exclusive();
        for (int a = 0; a < m; a++) {
            for (int b = a + 1; b < m; b++) {
                same(source, coders[a], coders[b], 2 * weight, s, clusters);
            }
            for (int b = 0; domain && b < m; b++) {
                if (a != b) {
                    covered(source, coders[a], coders[b], weight, s, clusters);
                }
            }
        }
    }

    /// ℓ_kk: where both coders have the same code.
    private void same(Continuum source, int a, int b, double weight, int s, ClusterMap clusters) {
        long[] spans = source.spans();
        for (int k = 0; k < codes; k++) {
            int i = source.from(a, k);
            int j = source.from(b, k);
            int toI = source.to(a, k);
            int toJ = source.to(b, k);
            while (i < toI && j < toJ) {
                int from = Math.max(Spans.start(spans[i]), Spans.start(spans[j]));
                int endI = Spans.end(spans[i]);
                int endJ = Spans.end(spans[j]);
                int to = Math.min(endI, endJ);
                if (from < to) {
                    clusters.spread(
                            parts,
                            s,
                            from,
                            to,
                            weight * (to - from),
                            EACH * k + 1,
                            source.length());
                }
                if (endI <= endJ) {
                    i++;
                }
                if (endJ <= endI) {
                    j++;
                }
            }
        }
    }

    /// ℓ*_c and S*_c: how much of each unit of one coder lies in any unit of the other.
    private void covered(
            Continuum source, int a, int b, double weight, int s, ClusterMap clusters) {
        Domain mine = source.domain(a);
        Domain theirs = source.domain(b);
        int j = 0;
        for (int i = 0; i < mine.size(); i++) {
            int from = mine.starts()[i];
            int to = mine.ends()[i];
            while (j < theirs.size() && theirs.ends()[j] <= from) {
                j++;
            }
            double both = 0;
            for (int x = j; x < theirs.size() && theirs.starts()[x] < to; x++) {
                both += Math.min(to, theirs.ends()[x]) - Math.max(from, theirs.starts()[x]);
            }
            if (both > 0) {
                int slot = EACH * mine.codes()[i] + 3;
                clusters.spread(parts, s, from, to, weight * both, slot, source.length());
                clusters.spread(
                        parts, s, from, to, weight * both * both, slot + 1, source.length());
            }
        }
    }

    @Override
    public Statistic[] statistics() {
        return statistics;
    }

    @Override
    public String[] scopes() {
        return scopes;
    }

    @Override
    public void coefficients(double[] sums, double[] scratch, double[] out) {
        double all = sums[EACH * codes];
        Totals t = Totals.of(sums, codes);
        double phi = all - t.coded();
        double bothOut = all - 2 * t.coded() + t.covered();
        int next = 0;
        if (units) {
            double den = all * all - t.squares() - phi;
            double epsilon = all * (t.codedSquares() - t.squares()) / den;
            double epsilonPhi = all * (phi * phi - phi) / den;
            boolean possible = den > 0 && exclusive && t.coded() > 0;
            double observed = possible ? (all - t.same() - bothOut) / all : Double.NaN;
            disagreement(out, next++, observed, (all - epsilon - epsilonPhi) / all);
            double one = possible ? (phi - bothOut) / all : Double.NaN;
            disagreement(out, next++, one, (all * (phi * all - phi) / den - epsilonPhi) / all);
            next = valued(sums, t, all, out, next);
        }
        next = placed(sums, t, all, bothOut, out, next);
        for (int k = 0; units && k < codes; k++) {
            next = binary(sums, k, all, out, next);
        }
    }

    private int valued(double[] sums, Totals t, double all, double[] out, int first) {
        int next = first;
        double both = t.covered();
        double den = both - t.coveredSquares() / both;
        boolean possible = exclusive && both > 0 && den > Chance.NOTHING;
        double expected = both - (t.coveredMargins() - t.coveredSquares()) / den;
        disagreement(
                out, next++, possible ? (both - t.same()) / both : Double.NaN, expected / both);
        double coverage = exclusive && t.coded() > 0 ? both / all : Double.NaN;
        put(out, next++, coverage, Double.NaN, Double.NaN);
        for (int k = 0; k < codes; k++) {
            double margin = sums[EACH * k + 3];
            double self = sums[EACH * k + 4];
            double row = (margin * both - self) / den;
            double same = (margin * margin - self) / den;
            double observed = (margin - sums[EACH * k + 1]) / margin;
            double chance = (row - same) / row;
            disagreement(out, next++, possible && margin > 0 ? observed : Double.NaN, chance);
            double mine = sums[EACH * k];
            double share = exclusive && mine > 0 ? margin / mine : Double.NaN;
            put(out, next++, share, Double.NaN, Double.NaN);
        }
        return next;
    }

    /// One unit per position: alpha and percent agreement with “uncoded” as a value, coded or not, each code.
    private int placed(
            double[] sums, Totals t, double all, double bothOut, double[] out, int first) {
        int next = first;
        double phi = all - t.coded();
        double matched = exclusive && all > 0 ? t.same() + bothOut : Double.NaN;
        next = alpha(out, next, all, matched, t.codedSquares() + phi * phi);
        double binary = exclusive && all > 0 ? t.covered() + bothOut : Double.NaN;
        next = alpha(out, next, all, binary, t.coded() * t.coded() + phi * phi);
        for (int k = 0; k < codes; k++) {
            double coded = sums[EACH * k];
            double agreed = all - 2 * (coded - sums[EACH * k + 1]);
            next =
                    alpha(
                            out,
                            next,
                            all,
                            all > 0 ? agreed : Double.NaN,
                            coded * coded + (all - coded) * (all - coded));
        }
        return next;
    }

    private static int alpha(double[] out, int first, double all, double agreed, double squares) {
        agreement(
                out,
                first,
                (all - agreed) / all,
                all > 1 ? (all * all - squares) / (all * (all - 1)) : Double.NaN);
        put(out, first + 1, agreed / all, agreed / all, Double.NaN);
        return first + 2;
    }

    /// |u of one code against everything else: valid whether or not codes overlap.
    private int binary(double[] sums, int k, double all, double[] out, int next) {
        double coded = sums[EACH * k];
        double phi = all - coded;
        double bothOut = all - 2 * coded + sums[EACH * k + 1];
        double den = all * all - sums[EACH * k + 2] - phi;
        double chance = all * (phi * phi - phi) / den;
        double observed = coded > 0 && den > 0 ? (phi - bothOut) / all : Double.NaN;
        disagreement(out, next, observed, (all * (phi * all - phi) / den - chance) / all);
        return next + 1;
    }

    @Override
    public String reason(int statistic, double[] sums) {
        String scope = scopes[statistic];
        double all = sums[EACH * codes];
        if (all == 0) {
            return "no text opened by two coders";
        }
        Totals t = Totals.of(sums, codes);
        if (!exclusive && (!scope.startsWith("code=") || needsOneCode(statistic))) {
            return "different codes of one coder overlap: see each code, or alpha with sets";
        }
        if (t.coded() == 0) {
            return "nothing coded";
        }
        if (scope.startsWith("code=")) {
            int k = continua.codes().indexOf(codeOf(scope));
            if (sums[EACH * k] == 0) {
                return "nothing coded with this code";
            }
            if (sums[EACH * k] == all) {
                return "no variation: every position carries the code";
            }
            if (statistics[statistic] == Statistic.KU_ALPHA
                    && sums[EACH * k + 3] == 0
                    && t.covered() > 0) {
                return "no text that two coders coded has this code";
            }
        }
        return switch (statistics[statistic]) {
            case U_ALPHA_BINARY -> "no gaps: no text was left uncoded";
            case CU_ALPHA, KU_ALPHA ->
                    t.covered() == 0
                            ? "no text coded by two coders"
                            : "no variation: one code only where both coded";
            default -> "no variation";
        };
    }

    private boolean needsOneCode(int statistic) {
        return statistics[statistic] == Statistic.KU_ALPHA
                || statistics[statistic] == Statistic.COVERAGE;
    }

    private String codeOf(String scope) {
        return scope.substring("code=".length(), scope.length() - suffix.length());
    }

    /// Sums over the codes.
    private record Totals(
            double coded,
            double same,
            double squares,
            double codedSquares,
            double covered,
            double coveredSquares,
            double coveredMargins) {
        static Totals of(double[] sums, int codes) {
            double[] t = new double[7];
            for (int k = 0; k < codes; k++) {
                int at = EACH * k;
                t[0] += sums[at];
                t[1] += sums[at + 1];
                t[2] += sums[at + 2];
                t[3] += sums[at] * sums[at];
                t[4] += sums[at + 3];
                t[5] += sums[at + 4];
                t[6] += sums[at + 3] * sums[at + 3];
            }
            return new Totals(t[0], t[1], t[2], t[3], t[4], t[5], t[6]);
        }
    }
}
