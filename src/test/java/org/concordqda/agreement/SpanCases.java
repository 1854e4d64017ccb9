package org.concordqda.agreement;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Sources for tests, from written spans or by chance.
final class SpanCases {
    private SpanCases() {}

    /// A row `coder,start,end,code`.
    record Row(String coder, int start, int end, String code) {
        static Row of(String line) {
            String[] f = line.split(",", -1);
            return new Row(f[0], Integer.parseInt(f[1]), Integer.parseInt(f[2]), f[3]);
        }
    }

    static Continua of(int begin, int length, String... lines) {
        return rows(begin, length, List.of(lines).stream().map(Row::of).toList(), 1);
    }

    /// @param stretch every offset times this
    static Continua rows(int begin, int length, List<Row> rows, int stretch) {
        List<String> coders = List.copyOf(new TreeSet<>(rows.stream().map(Row::coder).toList()));
        List<String> codes = List.copyOf(new TreeSet<>(rows.stream().map(Row::code).toList()));
        Continuum source = source("text", begin, length, coders, codes, rows, stretch);
        return new Continua(coders, codes, List.of(source));
    }

    static Continuum source(
            String name,
            int begin,
            int length,
            List<String> coders,
            List<String> codes,
            List<Row> rows,
            int stretch) {
        boolean[] present = new boolean[coders.size()];
        java.util.Arrays.fill(present, true);
        return Continuum.of(
                name,
                begin * stretch,
                length * stretch,
                present,
                codes.size(),
                rows.stream().mapToInt(r -> coders.indexOf(r.coder())).toArray(),
                rows.stream().mapToInt(r -> r.start() * stretch).toArray(),
                rows.stream().mapToInt(r -> r.end() * stretch).toArray(),
                rows.stream().mapToInt(r -> codes.indexOf(r.code())).toArray());
    }

    /// Random spans; per coder they do not overlap.
    static List<Row> random(SplittableRandom random, int length, int coders, int codes) {
        List<Row> rows = new java.util.ArrayList<>();
        for (int g = 0; g < coders; g++) {
            int at = random.nextInt(6);
            while (at < length) {
                int end = Math.min(length, at + 1 + random.nextInt(9));
                if (random.nextInt(8) > 0) {
                    rows.add(new Row("c" + g, at, end, "k" + random.nextInt(codes)));
                }
                at = end + (random.nextInt(3) == 0 ? 0 : random.nextInt(12));
            }
        }
        return rows;
    }

    static Estimate find(List<Estimate> all, Statistic statistic, String scope) {
        return all.stream()
                .filter(e -> e.statistic() == statistic && e.scope().equals(scope))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + statistic + " " + scope));
    }
}
