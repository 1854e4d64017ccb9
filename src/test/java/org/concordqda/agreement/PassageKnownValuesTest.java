package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Known values of passages: every shared row, and the hand example and published tables typed here.
class PassageKnownValuesTest {
    @Test
    void sharedRows() {
        Path folder = CaseFiles.shared();
        Path file = folder.resolve("cases.csv");
        Assumptions.assumeTrue(
                Files.exists(file), "The shared tables of known values are not there.");
        Map<String, String> levels =
                CaseFiles.csv(folder.resolve("manifest.csv")).stream()
                        .collect(Collectors.toMap(List::getFirst, r -> r.get(3), (a, b) -> a));
        PassageCaseChecks checks = new PassageCaseChecks();
        List<String> absent = new ArrayList<>();
        for (CaseFiles.Case c : CaseFiles.cases(file)) {
            Path table = folder.resolve(c.file());
            if (!PassageCaseChecks.about(c.statistic())) {
                continue;
            }
            if (!Files.exists(table)) {
                absent.add(c.file());
                continue;
            }
            String[] text = levels.getOrDefault(c.name(), "begin=0;length=200").split("[=;]");
            checks.check(c, table, Integer.parseInt(text[1]), Integer.parseInt(text[3]));
        }
        assertEquals("", String.join("\n", checks.wrong()));
        assertTrue(checks.checked() >= 70, "only " + checks.checked() + " rows checked");
        System.Logger log = System.getLogger(PassageKnownValuesTest.class.getName());
        log.log(System.Logger.Level.INFO, "Absent and skipped: {0}", absent);
    }

    private static final Continua HAND =
            SpanCases.of(0, 10, "A,1,4,c", "A,6,9,k", "B,1,5,c", "B,5,7,c", "B,7,9,k");

    @Test
    void handExample() {
        List<Estimate> all =
                PassageAgreement.of(
                        HAND,
                        PassageOptions.DEFAULT.withReplicates(0, 1).withReference(0),
                        Progress.NONE);
        near(127.0 / 215, all, Statistic.U_ALPHA, "all");
        near(61.0 / 105, all, Statistic.U_ALPHA_BINARY, "all");
        near(11.0 / 15, all, Statistic.CU_ALPHA, "all");
        near(36.0 / 49, all, Statistic.KU_ALPHA, "code=c");
        near(128.0 / 175, all, Statistic.KU_ALPHA, "code=k");
        near(.6, all, Statistic.COVERAGE, "all");
        near(24.0 / 43, all, Statistic.KRIPPENDORFF_ALPHA, "all");
        near(23.0 / 42, all, Statistic.KRIPPENDORFF_ALPHA, "coded or not");
        near(14.0 / 33, all, Statistic.KRIPPENDORFF_ALPHA, "code=c");
        near(56.0 / 75, all, Statistic.KRIPPENDORFF_ALPHA, "code=k");
        near(.7, all, Statistic.PERCENT_AGREEMENT, "all");
        near(4.0 / 9, all, Statistic.COHEN_KAPPA, "code=c");
        near(14.0 / 19, all, Statistic.COHEN_KAPPA, "code=k");
        near(2.0 / 3, all, Statistic.F1, "code=c");
        near(.5, all, Statistic.JACCARD, "code=c");
        near(.5, all, Statistic.PRECISION, "code=c;reference=A");
        near(1, all, Statistic.RECALL, "code=c;reference=A");
        near(.8, all, Statistic.HOLSTI_SEGMENTS, "all");
        near(24.0 / 43, all, Statistic.ALPHA_JACCARD, "all");
        near(24.0 / 43, all, Statistic.ALPHA_MASI, "all");
    }

    @Test
    void alpha1995AsPublished() {
        // Krippendorff 1995, p. 57: D_o; D_e and alpha as limits, so every offset is stretched.
        limits(24, 0.03125, 0.0699, 0.553, "1,2,10,A", "1,14,20,A", "2,4,8,A", "2,15,17,A");
        // D_e of B and C as the formula gives it (printed there: 1.17731 and .08642).
        limits(
                24,
                2.26736,
                1.17579,
                -0.9284,
                "1,0,18,B",
                "2,0,2,B",
                "2,2,3,B",
                "2,3,4,B",
                "2,4,5,B",
                "2,5,6,B",
                "2,6,9,B",
                "2,9,10,B");
        limits(
                24,
                0.02777,
                0.09050,
                0.6931,
                "1,2,8,C",
                "1,10,12,C",
                "1,14,18,C",
                "1,20,22,C",
                "2,0,2,C",
                "2,4,8,C",
                "2,10,14,C",
                "2,16,18,C",
                "2,20,22,C");
    }

    private static void limits(int length, double o, double e, double alpha, String... lines) {
        List<SpanCases.Row> rows = List.of(lines).stream().map(SpanCases.Row::of).toList();
        List<Estimate> all =
                PassageAgreement.of(
                        SpanCases.rows(0, length, rows, 50_000),
                        PassageOptions.DEFAULT.withReplicates(0, 1),
                        Progress.NONE);
        Estimate got = SpanCases.find(all, Statistic.UNITIZING_ALPHA_1995, "all");
        assertEquals(o, got.observed(), 1e-5);
        assertEquals(e, got.expected(), 6e-5);
        assertEquals(alpha, got.value(), 6e-4);
    }

    @Test
    void alpha1995OfDkprosTest() {
        // UnitizingAgreementTest of DKPro Agreement: D_o .9100, D_e .5351, alpha −.7003.
        List<Estimate> all =
                PassageAgreement.of(
                        SpanCases.of(0, 10, "1,1,9,A", "2,2,3,A", "2,4,5,A", "2,6,7,A"),
                        PassageOptions.DEFAULT.withReplicates(0, 1),
                        Progress.NONE);
        Estimate got = SpanCases.find(all, Statistic.UNITIZING_ALPHA_1995, "code=A");
        assertEquals(0.91, got.observed(), 5e-5);
        // Printed there cut off, not rounded.
        assertEquals(0.5351, got.expected(), 1e-4);
        assertEquals(-0.7003, got.value(), 1e-3);
    }

    @Test
    void gammaOfThreeCodersByHand() {
        // Three coders, two places. First: 0–4, 0–4, 2–6 with one code: d = 0, (4/8)² = .25, .25,
        // mean 1/6.
        // Second: 20–24 with codes a, a, b: d = 0, 1, 1, mean 2/3. Two units per coder: (1/6 +
        // 2/3)/2.
        List<Estimate> all =
                PassageAgreement.of(
                        SpanCases.of(
                                0,
                                40,
                                "A,0,4,a",
                                "B,0,4,a",
                                "C,2,6,a",
                                "A,20,24,a",
                                "B,20,24,a",
                                "C,20,24,b"),
                        PassageOptions.DEFAULT.withReplicates(0, 1),
                        Progress.NONE);
        assertEquals(5.0 / 12, SpanCases.find(all, Statistic.GAMMA, "all").observed(), 1e-12);
    }

    private static void near(double expected, List<Estimate> all, Statistic s, String scope) {
        assertEquals(expected, SpanCases.find(all, s, scope).value(), 1e-12, s + " " + scope);
    }
}
