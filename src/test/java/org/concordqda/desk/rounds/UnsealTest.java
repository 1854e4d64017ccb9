package org.concordqda.desk.rounds;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.junit.jupiter.api.Test;

class UnsealTest extends DeskTest {
    /// What cannot be undone is not done by Enter alone.
    @Test
    void enterDoesNotUnseal() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT4);
        driver.until("rounds", () -> driver.says("Unseal …"));
        driver.click("Unseal …");
        assertTrue(driver.says("Unseal Re-pilot?"));
        driver.press(KeyCode.ENTER);
        assertFalse(driver.says("Unseal Re-pilot?"), "Cancel had the keyboard");
        assertFalse(open.study().rounds().byName("Re-pilot").orElseThrow().unsealed());
        driver.click("Unseal …");
        driver.press(KeyCode.TAB);
        driver.press(KeyCode.SPACE);
        driver.until(
                "by its button",
                () -> open.study().rounds().byName("Re-pilot").orElseThrow().unsealed());
    }
}
