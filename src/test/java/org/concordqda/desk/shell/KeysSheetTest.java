package org.concordqda.desk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.desk.session.KeyHint;
import org.junit.jupiter.api.Test;

import java.util.List;

class KeysSheetTest {
    @Test
    void keysAreFoundByWhatTheyDoAndByTheirPlace() {
        List<KeysSheet.Group> groups =
                List.of(
                        new KeysSheet.Group("Code", List.of(new KeyHint("F", "Flag"))),
                        new KeysSheet.Group("Everywhere", List.of(new KeyHint("Ctrl Z", "Undo"))));
        assertEquals(1, KeysSheet.matching(groups, "ctrl").size());
        assertEquals("Code", KeysSheet.matching(groups, "flag").getFirst().name());
        assertEquals(2, KeysSheet.matching(groups, "").size());
    }
}
