package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares what the engine gives with the rows about passages.
final class PassageCaseChecks {
    private final List<String> wrong = new ArrayList<>();
    private int checked;

    List<String> wrong() {
        return wrong;
    }

    int checked() {
        return checked;
    }

    static boolean about(String statistic) {
        return statistic.startsWith("unitizing_alpha_1995")
                || statistic.startsWith("u_alpha")
                || statistic.startsWith("cu_alpha")
                || statistic.startsWith("ku_alpha")
                || statistic.startsWith("gamma")
                || statistic.startsWith("holsti")
                || statistic.equals("coverage")
                || statistic.endsWith("_characters");
    }

    void check(CaseFiles.Case c, Path file, int begin, int length) {
        if (c.statistic().endsWith("_union") || misprint(c)) {
            // Another reading of the book (quallmer's), and two limits that do not follow from the
            // formula.
            return;
        }
        boolean limit = c.options().startsWith("limit");
        List<SpanCases.Row> rows =
                CaseFiles.csv(file).stream()
                        .skip(1)
                        .map(f -> SpanCases.Row.of(String.join(",", f)))
                        .toList();
        Continua continua = SpanCases.rows(begin, length, rows, limit ? 50_000 : 1);
        double expected = Double.parseDouble(c.expected());
        double got = got(c, continua);
        double tolerance = c.tolerance(c.expected(), 1e-9);
        if (c.source().contains("random sampler")) {
            tolerance = 0.15;
        } else if (c.source().contains("float32")) {
            tolerance = 1e-6;
        } else if (c.expected().equals("0.02777")) {
            tolerance = 1e-5; // cut off, not rounded: 1/36
        } else if (limit) {
            // Stretched, not infinite.
            tolerance += 1e-5;
        }
        checked++;
        boolean same =
                Double.isNaN(expected) ? Double.isNaN(got) : Math.abs(got - expected) <= tolerance;
        if (!same) {
            wrong.add(
                    c.name()
                            + " "
                            + c.statistic()
                            + " "
                            + c.options()
                            + ": "
                            + got
                            + " for "
                            + expected);
        }
    }

    private static boolean misprint(CaseFiles.Case c) {
        return c.options().startsWith("limit")
                && (c.name().endsWith("_B") || c.name().endsWith("_C"));
    }

    private static double got(CaseFiles.Case c, Continua continua) {
        PassageOptions options = PassageOptions.DEFAULT.withReplicates(0, 1).withReference(0);
        if (c.options().contains("identical offsets")) {
            options = options.withIou(1);
        }
        if (c.options().contains("alpha=3;beta=2")) {
            options = options.withGamma(new GammaOptions(true, 3, 2, 1, 30));
        }
        List<Estimate> all = PassageAgreement.of(continua, options, Progress.NONE);
        String o = c.options();
        String scope =
                o.startsWith("code=")
                        ? o.replaceAll(" vs rest", "").replaceAll(";reference=.*", "")
                        : o.startsWith("binary") ? "coded or not" : "all";
        String name = c.statistic().replaceAll("_characters$", "").replaceAll("_D[oe]$", "");
        if (name.startsWith("gamma")) {
            Estimate e = SpanCases.find(all, Statistic.GAMMA, "all");
            return name.contains("observed")
                    ? e.observed()
                    : name.contains("expected") ? e.expected() : e.value();
        }
        Statistic statistic =
                name.equals("holsti")
                        ? Statistic.F1
                        : Optional.of(name)
                                .flatMap(
                                        n ->
                                                List.of(Statistic.values()).stream()
                                                        .filter(s -> s.key().equals(n))
                                                        .findFirst())
                                .orElseThrow();
        boolean referred = statistic == Statistic.PRECISION || statistic == Statistic.RECALL;
        Estimate e = SpanCases.find(all, statistic, scope + (referred ? ";reference=A" : ""));
        return c.statistic().endsWith("_Do")
                ? e.observed()
                : c.statistic().endsWith("_De") ? e.expected() : e.value();
    }
}
