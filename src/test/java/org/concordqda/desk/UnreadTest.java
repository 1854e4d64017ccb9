package org.concordqda.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a place cannot read while another program meddles with the file: a sentence stands where the numbers
/// would be, and they come when it can be read again, by a button or at the next visit.
class UnreadTest extends DeskTest {
    private static final String MISSING = "a part of the study is missing";

    private final Map<String, String> dropped = new LinkedHashMap<>();

    /// As another program would, from beside.
    private void beside(String sql) {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + open.study().info().path());
                var statement = db.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private void drop(String view) {
        dropped.put(
                view,
                "CREATE VIEW "
                        + view
                        + " AS SELECT * FROM "
                        + view
                        + "_all WHERE removed_by IS NULL");
        beside("DROP VIEW " + view);
    }

    private void mend() {
        dropped.values().forEach(this::beside);
        dropped.clear();
    }

    private void go(String name) {
        Driver.now(
                () ->
                        open.shell()
                                .enter(
                                        open.shell().places().stream()
                                                .filter(p -> p.name().equals(name))
                                                .findFirst()
                                                .orElseThrow()));
        driver.settle();
    }

    private boolean card() {
        return driver.says("That did not work") || driver.says("Not finished");
    }

    @Test
    void placesSayWhatTheyCouldNotReadAndReadItOnceTheyCan() {
        driver.until("the queue is there", () -> driver.says("Coder A") && driver.says("2 of 8"));
        for (String view : List.of("rating", "rating_code", "assignment")) {
            drop(view);
        }
        List<String> silent = new ArrayList<>();
        for (String place : List.of("Sources", "Codebook", "Rounds", "Agreement", "Reports")) {
            go(place);
            driver.shoot("unread-" + place.toLowerCase(java.util.Locale.ROOT));
            if (!driver.says(MISSING)
                    || !driver.says("Try again")
                    || driver.says("Nothing fits the filter.")
                    || card()) {
                silent.add(place + driver.words());
            }
        }
        assertTrue(silent.isEmpty(), silent::toString);
        mend();

        // By the button where one is, at the next visit elsewhere.
        driver.click("Try again");
        driver.until("Reports has its numbers", () -> driver.says(" ratings, "));
        go("Codebook");
        driver.until("uses are counted", () -> !driver.says("Try again"));
        assertFalse(driver.says("…  "), "no number is left out");
        go("Sources");
        driver.until(
                "the table is there", () -> !driver.says("Try again") && driver.says("8 sources"));
        go("Rounds");
        driver.until("who did what", () -> driver.says("2 of 8 done") && !driver.says("Try again"));
        go("Agreement");
        driver.until("the round as it is", () -> driver.says("Re-pilot is blind"));
        assertFalse(card());
    }

    @Test
    void theQueueSaysItWhereItStands() {
        driver.until("the queue is there", () -> driver.says("2 of 8"));
        drop("assignment");
        Driver.now(() -> open.study().attributes().set(List.of(source()), "severity", "high"));
        driver.settle();
        driver.until("the queue says it", () -> driver.says(MISSING));
        assertFalse(card());
        mend();
        driver.click("Try again");
        driver.until("and is read again", () -> !driver.says(MISSING));
    }

    private SourceId source() {
        return open.study().sources().byKey("p3.txt").orElseThrow().id();
    }
}
