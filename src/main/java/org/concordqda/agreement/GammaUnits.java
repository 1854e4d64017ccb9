package org.concordqda.agreement;

/// The units of some coders in one text, real or sampled, coder after coder, each coder's by middle.
///
/// @param first where each coder's units start, one longer than the coders
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record GammaUnits(int[] first, double[] start, double[] end, int[] code) {

    static GammaUnits of(Continuum source, int[] coders) {
        int[] first = new int[coders.length + 1];
        for (int g = 0; g < coders.length; g++) {
            first[g + 1] = first[g] + source.domain(coders[g]).size();
        }
        GammaUnits units = empty(first);
        for (int g = 0; g < coders.length; g++) {
            Domain domain = source.domain(coders[g]);
            for (int i = 0; i < domain.size(); i++) {
                units.start[first[g] + i] = domain.starts()[i];
                units.end[first[g] + i] = domain.ends()[i];
                units.code[first[g] + i] = domain.codes()[i];
            }
        }
        return units.byMiddle();
    }

    static GammaUnits empty(int[] first) {
        int n = first[first.length - 1];
        return new GammaUnits(first, new double[n], new double[n], new int[n]);
    }

    int size() {
        return start.length;
    }

    int coders() {
        return first.length - 1;
    }

    double middle(int unit) {
        return (start[unit] + end[unit]) / 2;
    }

    double length(int unit) {
        return end[unit] - start[unit];
    }

    /// Dissimilarity of two units in terms of the cost of an empty partner.
    double distance(int u, int v, GammaOptions o) {
        double apart = Math.abs(start[u] - start[v]) + Math.abs(end[u] - end[v]);
        double share = apart / (length(u) + length(v));
        return (o.alpha() * share * share + (code[u] == code[v] ? 0 : o.beta())) * o.empty();
    }

    GammaUnits byMiddle() {
        Integer[] order = new Integer[size()];
        boolean sorted = true;
        for (int g = 0; g < coders(); g++) {
            for (int i = first[g] + 1; i < first[g + 1]; i++) {
                sorted &= middle(i - 1) <= middle(i);
            }
        }
        if (sorted) {
            return this;
        }
        java.util.Arrays.setAll(order, i -> i);
        for (int g = 0; g < coders(); g++) {
            java.util.Arrays.sort(
                    order, first[g], first[g + 1], (a, b) -> Double.compare(middle(a), middle(b)));
        }
        GammaUnits to = empty(first);
        for (int i = 0; i < order.length; i++) {
            to.start[i] = start[order[i]];
            to.end[i] = end[order[i]];
            to.code[i] = code[order[i]];
        }
        return to;
    }
}
