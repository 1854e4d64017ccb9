package org.concordqda.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;

/// What is no study, or a damaged one, is said in a sentence with what to do, and left as it is.
class OddFilesTest {
    @TempDir private Path folder;

    private String refused(Path file) {
        String said =
                assertThrows(ConcordException.class, () -> StudyFile.open(file, "test").close())
                        .getMessage();
        assertTrue(said.contains(file.getFileName().toString()), said);
        return said;
    }

    private void refusedAndKept(byte[] content, String advice) throws IOException {
        Path file = Files.write(folder.resolve("odd.concord"), content);
        String said = refused(file);
        assertTrue(said.contains(advice), said);
        assertArrayEquals(content, Files.readAllBytes(file), said);
    }

    @Test
    void filesOfOtherKindsSayWhatToDo() throws IOException, SQLException {
        Path inside = Files.createDirectory(folder.resolve("folder.concord"));
        assertTrue(refused(inside).contains("choose the .concord file in it"));
        assertTrue(refused(folder.resolve("gone.concord")).contains("There is no study"));
        refusedAndKept(new byte[0], "copy it again");
        refusedAndKept("PK\3\4 a document".getBytes(StandardCharsets.UTF_8), "import this file");
        byte[] noise = new byte[9000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 + i / 7);
        }
        refusedAndKept(noise, "import this file");
        Path other = folder.resolve("other.db");
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + other);
                var act = db.createStatement()) {
            act.executeUpdate("CREATE TABLE t (a)");
        }
        refusedAndKept(Files.readAllBytes(other), "not a Concord study");
    }

    @Test
    void aDamagedStudyPointsToItsBackups() throws IOException {
        Path study = folder.resolve("whole.concord");
        StudyFile.create(study, "test").close();
        byte[] whole = Files.readAllBytes(study);
        byte[] damaged = whole.clone();
        for (int i = 100; i < damaged.length; i++) {
            damaged[i] = (byte) (damaged[i] * 7 + 13);
        }
        refusedAndKept(damaged, "open a backup");
        refusedAndKept(Arrays.copyOf(whole, 5000), "open a backup");
        Path kept = Files.write(folder.resolve("kept.concord"), whole);
        try (StudyFile opened = StudyFile.open(kept, "test")) {
            assertEquals(kept, opened.path());
        }
    }
}
