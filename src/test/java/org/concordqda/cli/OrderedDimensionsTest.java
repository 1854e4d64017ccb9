package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A study with an ordered dimension, a tree and a dimension of sets: what `concord agreement` says of
/// each, held against formulas written out here.
class OrderedDimensionsTest {
    private static final List<String> SCALE = List.of("low", "middle", "high");
    private static final String BOOK =
            """
            concord-codebook: 1
            key: ordered
            name: Ordered
            dimensions:
              - key: severity
                name: Severity
                scope: UNIT
                choice: ONE
                scale: ORDINAL
                codes:
                  - {key: low, name: low}
                  - {key: middle, name: middle}
                  - {key: high, name: high}
                  - {key: nm, name: Not mentioned, special: NOT_MENTIONED}
              - key: stage
                name: Stage
                scope: UNIT
                choice: ONE
                codes:
                  - key: data
                    name: Data
                    children:
                      - {key: cleaning, name: Cleaning}
                      - {key: labels, name: Labels}
                  - key: model
                    name: Model
                    children:
                      - {key: layers, name: Layers}
                      - {key: loss, name: Loss}
              - key: tags
                name: Tags
                scope: UNIT
                choice: MANY
                codes:
                  - {key: a, name: a}
                  - {key: b, name: b}
                  - {key: c, name: c}
            """;

    @TempDir Path folder;
    private Path study = Path.of("");
    private final Map<String, List<String[]>> rows = new HashMap<>();

    @BeforeEach
    void build() throws IOException {
        study = folder.resolve("s.concord");
        Path book = Files.writeString(folder.resolve("book.yaml"), BOOK);
        Run.of("new", study, "--codebook", book, "--coder", "Ana").fine();
        Run.of("coder", study, "Ben", "--as", "Ana").fine();
        for (String coder : List.of("Ana", "Ben")) {
            Random base = new Random(9);
            Random own = new Random(coder.hashCode());
            StringBuilder text = new StringBuilder("Id,Severity,Stage,Tags\n");
            List<String[]> list = new ArrayList<>();
            for (int u = 0; u < 40; u++) {
                String severity = SCALE.get(base.nextInt(3));
                String stage = List.of("Cleaning", "Labels", "Layers").get(base.nextInt(3));
                String tags = List.of("a", "b", "a; b").get(base.nextInt(3));
                severity = own.nextInt(3) == 0 ? SCALE.get(own.nextInt(3)) : severity;
                severity = own.nextInt(12) == 0 ? "Not mentioned" : severity;
                stage = own.nextInt(4) == 0 ? "Loss" : stage;
                tags = own.nextInt(5) == 0 ? "a" : tags;
                list.add(new String[] {severity, stage});
                text.append(String.join(",", "o/r#" + (u + 1), severity, stage, tags)).append('\n');
            }
            rows.put(coder, list);
            Path sheet = Files.writeString(folder.resolve(coder + ".csv"), text.toString());
            Run.of(
                            "ratings", study, sheet, "--coder", coder, "--round", "R", "--unit",
                            "Id", "--as", "Ana")
                    .fine();
        }
    }

    private JsonNode row(JsonNode all, String dimension, String statistic, String scope) {
        for (JsonNode r : all) {
            if (r.get("dimension").asString().equals(dimension)
                    && r.get("statistic").asString().equals(statistic)
                    && r.get("scope").asString().equals(scope)) {
                return r;
            }
        }
        throw new AssertionError(dimension + " " + statistic + " " + scope + " is not there");
    }

    @Test
    void anOrderHasOrdinalAlphaAndNamedWeights() {
        JsonNode all = Run.of("agreement", study, "--json", "--replicates", "200").fine().json();
        JsonNode alpha = row(all, "Severity", "krippendorff_alpha", "all");
        assertEquals("ordinal", alpha.get("level").asString());
        assertEquals(ordinalAlpha(), alpha.get("value").asDouble(), 1e-9);
        assertEquals(both(true), alpha.get("n").asInt());
        assertTrue(alpha.get("interval").asString().startsWith("bootstrap"), alpha.toString());
        assertEquals("krippendorff", alpha.get("scale").asString());
        JsonNode kappa = row(all, "Severity", "cohen_kappa", "all");
        assertEquals(40, kappa.get("n").asInt());
        assertEquals(weightedKappa(0), kappa.get("value").asDouble(), 1e-9);
        assertEquals(
                weightedKappa(1),
                row(all, "Severity", "cohen_kappa", "all;weights=linear").get("value").asDouble(),
                1e-9);
        assertEquals(
                weightedKappa(2),
                row(all, "Severity", "cohen_kappa", "all;weights=quadratic")
                        .get("value")
                        .asDouble(),
                1e-9);
        for (JsonNode r : all) {
            boolean stage = !r.get("dimension").asString().equals("Severity");
            assertFalse(stage && r.get("scope").asString().contains("linear"), r.toString());
        }
        String text = Run.of("agreement", study, "--replicates", "200").fine().out();
        assertTrue(text.contains("linear, on ranks") && text.contains("quadratic, on ranks"), text);
        assertTrue(text.contains("α is at the ordinal level"), text);
        assertTrue(text.contains("which has no rank"), text);
    }

    @Test
    void chosenWeightsAndTheTree() {
        JsonNode all = Run.of("agreement", study, "--json", "--weights", "radical").fine().json();
        row(all, "Severity", "gwet_ac", "all;weights=radical");
        for (JsonNode r : all) {
            assertFalse(r.get("scope").asString().contains("quadratic"), r.toString());
        }
        double tree =
                row(all, "Stage", "percent_agreement", "all;weights=tree").get("value").asDouble();
        double sum = 0;
        for (int u = 0; u < 40; u++) {
            String a = rows.get("Ana").get(u)[1];
            String b = rows.get("Ben").get(u)[1];
            boolean data = List.of("Cleaning", "Labels").contains(a);
            boolean same = data == List.of("Cleaning", "Labels").contains(b);
            sum += a.equals(b) ? 1 : same ? 0.5 : 0;
        }
        assertEquals(sum / 40, tree, 1e-9);
        row(all, "Stage", "krippendorff_alpha", "level=1");
        assertTrue(
                Run.of("agreement", study, "--weights", "heavy").err().contains("--weights is one"),
                "weights");
    }

    @Test
    void meansOverCodesAndScopesOnRequest() {
        JsonNode all = Run.of("agreement", study, "--json").fine().json();
        JsonNode mean = row(all, "Tags", "cohen_kappa", "mean of codes");
        double a = row(all, "Tags", "cohen_kappa", "code=a").get("value").asDouble();
        double b = row(all, "Tags", "cohen_kappa", "code=b").get("value").asDouble();
        assertEquals((a + b) / 2, mean.get("value").asDouble(), 1e-9);
        assertEquals(2, mean.get("codes").asInt());
        assertEquals(0, mean.get("undefinedCodes").asInt());
        String text = Run.of("agreement", study, "--benchmark", "altman").fine().out();
        assertTrue(text.contains("Mean over codes"), text);
        String old = Run.of("agreement", study, "--by-code").err();
        assertTrue(old.contains("--by-code"), "one way only, --by code: " + old);
        assertEquals(
                "altman",
                row(
                                Run.of("agreement", study, "--json", "--benchmark", "altman")
                                        .fine()
                                        .json(),
                                "Stage",
                                "gwet_ac",
                                "all")
                        .get("scale")
                        .asString());
    }

    @Test
    void populationAndKrippendorffsOwnInterval() {
        JsonNode plain = Run.of("agreement", study, "--json").fine().json();
        JsonNode few =
                Run.of(
                                "agreement",
                                study,
                                "--json",
                                "--population",
                                "80",
                                "--interval",
                                "krippendorff")
                        .fine()
                        .json();
        assertEquals(
                row(plain, "Stage", "gwet_ac", "all").get("se").asDouble() * Math.sqrt(0.5),
                row(few, "Stage", "gwet_ac", "all").get("se").asDouble(),
                1e-9);
        assertTrue(
                row(few, "Stage", "krippendorff_alpha", "all")
                        .get("interval")
                        .asString()
                        .contains("for comparison only"));
        assertTrue(
                Run.of("agreement", study, "--interval", "magic")
                        .err()
                        .contains("--interval is one"));
    }

    private static int rank(String value) {
        return SCALE.indexOf(value);
    }

    private int both(boolean ranked) {
        int n = 0;
        for (int u = 0; u < 40; u++) {
            boolean a = rank(rows.get("Ana").get(u)[0]) >= 0;
            boolean b = rank(rows.get("Ben").get(u)[0]) >= 0;
            n += !ranked || (a && b) ? 1 : 0;
        }
        return n;
    }

    /// Krippendorff's formula by coincidences, written out.
    private double ordinalAlpha() {
        double[][] o = new double[3][3];
        double[] n = new double[3];
        for (int u = 0; u < 40; u++) {
            int a = rank(rows.get("Ana").get(u)[0]);
            int b = rank(rows.get("Ben").get(u)[0]);
            if (a >= 0 && b >= 0) {
                o[a][b]++;
                o[b][a]++;
                n[a]++;
                n[b]++;
            }
        }
        double total = n[0] + n[1] + n[2];
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 3; k++) {
                double between = -(n[c] + n[k]) / 2;
                for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
                    between += n[g];
                }
                observed += o[c][k] * between * between / total;
                expected += n[c] * n[k] * between * between / (total * (total - 1));
            }
        }
        return 1 - observed / expected;
    }

    /// Cohen 1968 on ranks; power 0 is unweighted, over every value.
    private double weightedKappa(int power) {
        List<String> values = new ArrayList<>(SCALE);
        if (power == 0) {
            values.add("Not mentioned");
        }
        int q = values.size();
        double[][] p = new double[q][q];
        double n = both(power > 0);
        for (int u = 0; u < 40; u++) {
            int a = values.indexOf(rows.get("Ana").get(u)[0]);
            int b = values.indexOf(rows.get("Ben").get(u)[0]);
            if (a >= 0 && b >= 0) {
                p[a][b] += 1 / n;
            }
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < q; i++) {
            for (int j = 0; j < q; j++) {
                double weight =
                        power == 0 ? i == j ? 1 : 0 : 1 - Math.pow(Math.abs(i - j) / 2.0, power);
                double row = 0;
                double column = 0;
                for (int k = 0; k < q; k++) {
                    row += p[i][k];
                    column += p[k][j];
                }
                observed += weight * p[i][j];
                expected += weight * row * column;
            }
        }
        return (observed - expected) / (1 - expected);
    }
}
