package org.concordqda.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads the tables of known values: `unit,r1,r2,…` and the list of what each must give.
final class CaseFiles {
    private CaseFiles() {}

    /// A row of `cases.csv` or `values.csv`.
    record Case(
            String name,
            String file,
            String statistic,
            String options,
            String expected,
            String se,
            String low,
            String high,
            String p,
            String source) {
        boolean reference() {
            return source.equals("reference");
        }

        /// Half of the last printed digit, or the tolerance of a reference.
        double tolerance(String printed, double reference) {
            if (reference()) {
                return reference;
            }
            if (source.endsWith("(tolerance .005)")) {
                return 0.005;
            }
            if (options.endsWith("(PRAM)")) {
                // PRAM rounds each pair to two digits before it averages, and 97.0 stands for .97.
                return statistic.endsWith("_pct") ? 0.6 : 0.006;
            }
            if (source.startsWith("Krippendorff 2018 p306")) {
                return 1e-4; // cut off, not rounded: 15/64 is .234375
            }
            int e = Math.max(printed.indexOf('e'), printed.indexOf('E'));
            String mantissa = e < 0 ? printed : printed.substring(0, e);
            int dot = mantissa.indexOf('.');
            int digits = dot < 0 ? 0 : mantissa.length() - dot - 1;
            int exponent = e < 0 ? 0 : Integer.parseInt(printed.substring(e + 1));
            // A hair more than half: .4345 may be held as .43449999.
            return digits > 12 ? 1e-9 : 0.500001 * Math.pow(10, exponent - digits);
        }
    }

    static Path shared() {
        return Path.of(System.getProperty("concord.shared", "../shared"))
                .resolve("cases")
                .resolve("agreement");
    }

    static List<Case> cases(Path csv) {
        List<Case> cases = new ArrayList<>();
        for (List<String> f : csv(csv).stream().skip(1).toList()) {
            cases.add(
                    new Case(
                            f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(6),
                            f.get(7), f.get(8), f.get(9)));
        }
        return cases;
    }

    static RatingTable table(Path csv) {
        List<List<String>> rows = csv(csv);
        List<String> head = rows.getFirst();
        List<String> coders = head.subList(1, head.size());
        return RatingTable.ofLabels(
                coders, rows.stream().skip(1).map(r -> r.subList(1, r.size())).toList());
    }

    /// A table of sets: `A|B`, `{}` for coded with nothing, blank for not coded.

    /// Minimal CSV: quotes round a field with a comma.
    static List<List<String>> csv(Path file) {
        try {
            List<List<String>> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                rows.add(fields(line));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
