package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.desk.DeskTest;
import org.junit.jupiter.api.Test;

class CodePlaceTest extends DeskTest {
    @Test
    void theQueueShowsHowFarIAm() {
        assertTrue(driver.says("2 of 8 done"));
        driver.click("Training crashes after cuDNN update");
        assertTrue(driver.says("maintainer-2"));
        driver.shoot("code");
    }
}
