package org.concordqda.agreement;

import java.util.Arrays;

/// Text coded with anything by any of some coders.
final class Unions {
    private Unions() {}

    /// The union as disjoint intervals in order; touching ones stay apart.
    static long[] of(Continuum source, int... coders) {
        int n = 0;
        for (int g : coders) {
            n += source.domain(g).size();
        }
        long[] all = new long[n];
        int at = 0;
        for (int g : coders) {
            Domain domain = source.domain(g);
            for (int i = 0; i < domain.size(); i++) {
                all[at++] = Spans.pack(domain.starts()[i], domain.ends()[i]);
            }
        }
        Arrays.sort(all);
        return Arrays.copyOf(all, Spans.merge(all, 0, n, 0));
    }
}
