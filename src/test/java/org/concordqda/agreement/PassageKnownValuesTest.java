package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

    /// Tables of spans and what is printed for them, typed from the publications. Where D_e and α are limits
    /// every offset is stretched.
    @Test
    void tablesTypedFromPublications() {
        Path folder = Path.of("src/test/resources/agreement/passages");
        int checked = 0;
        for (List<String> row :
                CaseFiles.csv(folder.resolve("cases.csv")).stream().skip(1).toList()) {
            List<SpanCases.Row> spans =
                    CaseFiles.csv(folder.resolve(row.getFirst() + ".csv")).stream()
                            .skip(1)
                            .map(f -> SpanCases.Row.of(String.join(",", f)))
                            .toList();
            int length = Integer.parseInt(row.get(1));
            int stretch = Integer.parseInt(row.get(2));
            List<Estimate> all =
                    PassageAgreement.of(
                            SpanCases.rows(0, length, spans, stretch),
                            PassageOptions.DEFAULT.withReplicates(0, 1).withReference(0),
                            Progress.NONE);
            String[] what = row.get(3).split(":");
            Estimate e = SpanCases.find(all, statistic(what[0]), row.get(4));
            double got =
                    what.length == 1
                            ? e.value()
                            : what[1].equals("observed") ? e.observed() : e.expected();
            assertEquals(fraction(row.get(5)), got, Double.parseDouble(row.get(6)), row.toString());
            checked++;
        }
        assertEquals(33, checked);
    }

    private static Statistic statistic(String key) {
        return Arrays.stream(Statistic.values())
                .filter(s -> s.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    /// `127/215` or `.91`.
    private static double fraction(String written) {
        String[] parts = written.split("/");
        double over = parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
        return Double.parseDouble(parts[0]) / over;
    }
}
