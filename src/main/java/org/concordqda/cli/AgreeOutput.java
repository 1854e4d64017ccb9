package org.concordqda.cli;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.BenchmarkScale.Judged;
import org.concordqda.agreement.CodeMean;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.study.PlainTables;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `concord agree` prints: a JSON array of one object per coefficient, or a table for people.
///
/// @param outcome the coefficients and remarks
/// @param scale the benchmark scale asked for
/// @param missing the policy for missing ratings, to be named
record AgreeOutput(
        PlainTables.Outcome outcome, Optional<BenchmarkScale> scale, Optional<Missing> missing) {

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
            if (scale.isPresent()) {
                Optional<Judged> judged = BenchmarkScale.judge(e, scale);
                one.put("benchmark", judged.map(j -> j.label().label()).orElse(null));
                one.put("scale", judged.map(j -> j.scale().key()).orElse(null));
            }
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
                    "scope",
                    "statistic",
                    "value",
                    "SE",
                    "from",
                    "to",
                    "p",
                    "n",
                    "pairable",
                    "missing",
                    "benchmark"
                });
        String scope = "";
        for (Estimate e : outcome.estimates()) {
            if (e.statistic().index()) {
                continue;
            }
            boolean same = e.scope().equals(scope);
            boolean point = e.interval().equals("not estimable");
            scope = e.scope();
            rows.add(
                    new String[] {
                        same ? "" : scope,
                        e.statistic().label(),
                        e.undefined().map(why -> "undefined: " + why).orElse(figure(e.value())),
                        point ? "" : figure(e.se()),
                        point ? "not estimable" : figure(e.ciLow()),
                        point ? "" : figure(e.ciHigh()),
                        probability(e.p()),
                        String.valueOf(e.n()),
                        String.valueOf(e.pairable()),
                        String.valueOf(e.missing()),
                        BenchmarkScale.judge(e, scale).map(j -> j.label().label()).orElse("")
                    });
        }
        print(rows, out);
        indices(out);
        means(out);
        missing.ifPresent(policy -> out.println("Missing ratings: " + policy.key() + "."));
        outcome.estimates().stream()
                .filter(Estimate::defined)
                .map(Estimate::interval)
                .filter(i -> !i.equals("not estimable") && !i.equals("none"))
                .distinct()
                .forEach(i -> out.println("Interval: " + i + "."));
        Set<String> scales = new LinkedHashSet<>();
        outcome.estimates().stream()
                .flatMap(e -> BenchmarkScale.judge(e, scale).stream())
                .forEach(j -> scales.add(j.scale().title()));
        if (!scales.isEmpty()) {
            String rule = ", by Gwet's rule: the level reached with a probability of 95 %.";
            boolean several = scales.size() > 1;
            out.println(
                    "Benchmark: "
                            + (several
                                    ? "Krippendorff for α, Landis–Koch for the others"
                                    : scales.iterator().next())
                            + rule);
        }
        outcome.remarks().forEach(out::println);
    }

    /// What describes the kappa of two coders, one line per scope.
    private void indices(PrintWriter out) {
        List<Statistic> shown = Arrays.stream(Statistic.values()).filter(Statistic::index).toList();
        Map<String, String[]> rows = new LinkedHashMap<>();
        for (Estimate e : outcome.estimates()) {
            if (e.statistic().index() && e.defined()) {
                String[] row =
                        rows.computeIfAbsent(
                                e.scope(),
                                s -> {
                                    String[] fresh = new String[shown.size() + 1];
                                    Arrays.fill(fresh, "");
                                    fresh[0] = s;
                                    return fresh;
                                });
                row[1 + shown.indexOf(e.statistic())] = figure(e.value());
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        List<String> heads = new ArrayList<>(List.of("beside κ"));
        shown.forEach(s -> heads.add(">" + s.label()));
        TextTable table = new TextTable(heads.toArray(new String[0]));
        rows.values().forEach(row -> table.row((Object[]) row));
        out.println();
        table.print(out);
        out.println();
    }

    /// Macro means over the codes, never without how many they leave out.
    private void means(PrintWriter out) {
        for (CodeMean mean : CodeMean.all(outcome.estimates())) {
            out.println(
                    "Mean over codes, "
                            + mean.statistic().label()
                            + ": "
                            + (mean.defined() == 0 ? "undefined" : figure(mean.mean()))
                            + " ("
                            + Words.counted(mean.defined(), "code")
                            + ", "
                            + mean.undefined()
                            + " undefined).");
        }
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
        return Double.isNaN(value) ? "" : Words.decimals(value, 3);
    }

    private static String probability(double p) {
        if (Double.isNaN(p)) {
            return "";
        }
        return p < 0.001 ? "<.001" : Words.decimals(p, 3);
    }
}
