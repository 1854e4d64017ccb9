package org.concordqda.desk.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.concordqda.desk.Driver;
import org.concordqda.desk.OneWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@OneWindow
class ChoosersTest {
    @TempDir Path folder;

    @Test
    void theNextChooserBeginsWhereTheLastEnded() throws IOException {
        Driver.start();
        Path file = Files.writeString(folder.resolve("a.csv"), "x");
        assertEquals(folder.toFile(), after(file));
        assertEquals(folder.toFile(), after(folder.resolve("not yet there.csv")));
        assertEquals(folder.toFile(), after(folder));
        assertNull(after(folder.resolve("gone").resolve("a.csv")), "as the system chooses");
    }

    private static File after(Path chosen) {
        return Driver.now(
                () -> {
                    Choosers.near(chosen.toFile());
                    assertEquals("Title", Choosers.folder("Title").getTitle());
                    assertEquals(
                            Choosers.file("Title").getInitialDirectory(),
                            Choosers.folder("Title").getInitialDirectory());
                    return Choosers.file("Title").getInitialDirectory();
                });
    }
}
