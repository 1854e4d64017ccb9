package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Every row of the shared tables that is about one value per unit, at its tolerance.
class KnownValuesTest {
    @Test
    void publishedAndReferenceTables() {
        all(CaseFiles.shared(), "cases.csv", 1900);
    }

    @Test
    void randomTables() {
        Path folder = CaseFiles.shared();
        all(folder, "random/values.csv", 4200);
    }

    private static void all(Path folder, String list, int least) {
        Path file = folder.resolve(list);
        Assumptions.assumeTrue(
                Files.exists(file), "The shared tables of known values are not there.");
        CaseChecks checks = new CaseChecks();
        CaseFiles.cases(file).forEach(c -> checks.check(folder, c));
        assertEquals(
                "",
                String.join("\n", checks.wrong().stream().limit(60).toList()),
                checks.wrong().size() + " of " + checks.checked() + " rows differ");
        assertEquals(Map.of(), checks.skipped());
        assertTrue(checks.checked() >= least, "only " + checks.checked() + " rows checked");
    }

    @Test
    void tablesTypedFromPublications() {
        Path folder = Path.of("src/test/resources/agreement");
        CaseChecks checks = new CaseChecks();
        CaseFiles.cases(folder.resolve("cases.csv")).forEach(c -> checks.check(folder, c));
        assertEquals(List.of(), checks.wrong());
        assertEquals(Map.of(), checks.skipped());
        assertTrue(checks.checked() >= 40, "only " + checks.checked() + " rows checked");
    }
}
