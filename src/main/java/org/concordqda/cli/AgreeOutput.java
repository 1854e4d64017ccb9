package org.concordqda.cli;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.study.PlainTables;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `concord agree` prints: a JSON array of one object per coefficient, or a table for people.
///
/// @param outcome the coefficients and remarks
record AgreeOutput(PlainTables.Outcome outcome) {
    private static final BenchmarkScale SCALE = BenchmarkScale.LANDIS_KOCH;

    void json(PrintWriter out) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Estimate e : outcome.estimates()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("statistic", e.statistic().key());
            one.put("scope", e.scope());
            one.put("value", number(e.value()));
            one.put("se", number(e.se()));
            one.put("ciLow", number(e.ciLow()));
            one.put("ciHigh", number(e.ciHigh()));
            one.put("interval", e.interval());
            one.put("p", number(e.p()));
            one.put("n", e.n());
            one.put("pairable", e.pairable());
            one.put("missing", e.missing());
            one.put("dropped", e.dropped());
            one.put("observed", number(e.observed()));
            one.put("expected", number(e.expected()));
            one.put("undefined", e.undefined().orElse(null));
            all.add(one);
        }
        out.println(JsonMapper.shared().writeValueAsString(all));
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    void text(PrintWriter out) {
        List<String[]> rows = new ArrayList<>();
        rows.add(
                new String[] {
                    "scope", "statistic", "value", "from", "to", "p", "n", "pairable", "benchmark"
                });
        String scope = "";
        for (Estimate e : outcome.estimates()) {
            boolean same = e.scope().equals(scope);
            scope = e.scope();
            rows.add(
                    new String[] {
                        same ? "" : scope,
                        e.statistic().label(),
                        e.undefined().map(why -> "undefined: " + why).orElse(figure(e.value())),
                        e.interval().equals("not estimable") ? "not estimable" : figure(e.ciLow()),
                        e.interval().equals("not estimable") ? "" : figure(e.ciHigh()),
                        probability(e.p()),
                        String.valueOf(e.n()),
                        String.valueOf(e.pairable()),
                        benchmark(e)
                    });
        }
        print(rows, out);
        outcome.estimates().stream()
                .filter(Estimate::defined)
                .map(Estimate::interval)
                .filter(i -> !i.equals("not estimable"))
                .distinct()
                .forEach(i -> out.println("Interval: " + i + "."));
        if (rows.stream().skip(1).anyMatch(row -> !row[row.length - 1].isEmpty())) {
            out.println(
                    "Benchmark: "
                            + SCALE.title()
                            + ", by Gwet's rule: the level reached with a probability of 95 %.");
        }
        outcome.remarks().forEach(out::println);
    }

    /// Only what is corrected for chance and has a standard error can be put on a scale.
    private static String benchmark(Estimate e) {
        return e.se() > 0 && !Double.isNaN(e.p()) ? SCALE.label(e.value(), e.se()).label() : "";
    }

    /// Columns as wide as their widest cell; a reason may run over the columns behind it.
    private static void print(List<String[]> rows, PrintWriter out) {
        int[] width = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                boolean runs = c == 2 && row[c].startsWith("undefined");
                width[c] = runs ? width[c] : Math.max(width[c], row[c].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                if (c == 2 && row[c].startsWith("undefined")) {
                    line.append(row[c]);
                    break;
                }
                String pad = " ".repeat(width[c] - row[c].length());
                line.append(c < 2 || c == row.length - 1 ? row[c] + pad : pad + row[c])
                        .append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String probability(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < 0.001 ? "<.001" : String.format(Locale.ROOT, "%.3f", p);
    }
}
