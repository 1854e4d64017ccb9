package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Bad input through the command line: one sentence that names file and place, nothing half-stored, the
/// rest goes on.
class BadInputTest {
    @TempDir Path folder;
    private Path study;

    @BeforeEach
    void make() {
        study = folder.resolve("s.concord");
        Run.of("new", study, "--codebook", "dl-defects", "--coder", "Ana").fine();
    }

    @Test
    void oneBadFileNeverStopsTheOthers() throws IOException {
        Path truncated =
                file(
                        "truncated.json",
                        "[{\"id\":1,\"number\":2,\"title\":\"x\",\"html_url\":\"https://github.com/a/b/issues/2\"");
        Path notZip = file("bad.docx", "not a zip");
        Path empty = file("empty.txt", "");
        Path good = file("good.txt", "Interviewer: hi\nP: hello 😀\nInterviewer: ok\nP: yes");
        Run run = Run.of("import", study, truncated, notZip, empty, good);
        assertEquals(1, run.code());
        assertTrue(run.out().contains("1 source added"), run.out());
        for (String name : new String[] {"truncated.json", "bad.docx", "empty.txt"}) {
            assertEquals(1, run.err().lines().filter(l -> l.startsWith(name)).count(), run.err());
        }
        assertTrue(run.err().contains("column"), "the place is named: " + run.err());
        assertEquals(
                1,
                Run.of("status", study, "--json").json().get("sources").get("transcript").asInt());
    }

    @Test
    void ratingsAreAllOrNothing() throws IOException {
        Path noDimension = file("none.csv", "issue,Nope\na/b#1,PyTorch\n");
        Path unknown = file("unknown.csv", "issue,Framework\na/b#1,PyTorchh\na/b#2,Keras\n");
        Path twice = file("twice.csv", "issue,Framework\na/b#1,PyTorch\na/b#1,Keras\n");
        refused("no column fits", ratings(noDimension, "B"));
        refused("nearest: PyTorch", ratings(unknown, "B"));
        refused("--by-order", ratings(twice, "B"));
        refused(
                "no column “nope”",
                "ratings",
                study,
                unknown,
                "--coder",
                "B",
                "--round",
                "R",
                "--unit",
                "nope");
        refused("no such dimension", ratings(unknown, "B", "--dimension", "Framework=Foo"));
        refused(
                "no dimension has exactly one code",
                ratings(unknown, "B", "--map", "PyTorchh=Torchy"));
        var status = Run.of("status", study, "--json").json();
        assertEquals(0, status.get("ratings").asInt());
        assertEquals(1, status.get("coders").size());
        assertEquals(0, status.get("rounds").size());

        Run.of(ratings(unknown, "B", "--map", "PyTorchh=PyTorch")).fine();
        Run.of(ratings(unknown, "C")).fine();
        // A repository's name may end in a digit; told is only a unit that is read as another.
        Path digits = file("digits.csv", "issue,Framework\nfb/detectron2#7,Keras\na/b#9#x,Keras\n");
        String told = Run.of(ratings(digits, "D")).fine().out();
        assertFalse(told.contains("“fb/detectron2#7” is read as"), told);
        assertTrue(told.contains("“a/b#9#x” is read as a/b#9"), told);
        Path differs = file("differs.csv", "issue,Framework\na/b#1,Keras\n");
        refused("differ from those stored", ratings(differs, "B"));
    }

    @Test
    void sheetsThatNameDifferentUnitsAreCountedAsUnmatched() throws IOException {
        Path a = file("a.csv", "issue,Framework\na/b#1,PyTorch\n");
        Path b = file("b.csv", "issue,Framework\na/b#2,PyTorch\n");
        Run.of(ratings(a, "A")).fine();
        Run.of(ratings(b, "B")).fine();
        var rows = Run.of("agreement", study, "--json").fine().json();
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            assertTrue(row.get("value").isNull(), row.toString());
            assertFalse(row.get("undefined").asString().isBlank());
            assertEquals(2, row.get("unmatched").asInt());
        }
    }

    @Test
    void filesThatAreNotStudies() throws IOException {
        refused("is not a Concord study", "status", file("ours-not.concord", "hello"));
        refused("There is no study", "status", folder.resolve("missing.concord"));
        refused("exists already", "new", study);
        refused("no template and no file", "new", folder.resolve("t"), "--codebook", "nope");
        assertFalse(Files.exists(folder.resolve("t.concord")), "nothing is left behind");
        refused("no folder", "new", folder.resolve("no/where.concord"));
    }

    @Test
    void aDamagedFileSaysSo() throws IOException {
        Path damaged = folder.resolve("damaged.concord");
        Files.copy(study, damaged);
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        try (RandomAccessFile f = new RandomAccessFile(damaged.toFile(), "rw")) {
            f.seek(8192 * 3);
            f.write(noise);
        }
        Run run = Run.of("check", damaged);
        assertEquals(1, run.code());
        assertTrue((run.out() + run.err()).contains("damaged"), run.out() + run.err());
    }

    @Test
    void wrongUsageIsTwo() {
        assertEquals(2, Run.of("bogus").code());
        assertEquals(2, Run.of("agreement", study, "--missing", "foo").code());
        String many = Run.of("agreement", study, "--replicates", "99999999999").err();
        assertTrue(many.contains("“99999999999” is not a whole number from"), many);
        String half = Run.of("agreement", study, "--confidence", "half").err();
        assertTrue(half.contains("“half” is not a number such as 0.95"), half);
        assertEquals(2, Run.of("ratings", study).code());
        assertEquals(2, Run.of("undo", study, "--count", "0").code());
        refused("There is no coder", "undo", study, "--as", "Zed");
        refused("has no dimension “Foo”", "table", study, "Foo", "Framework");
    }

    /// The command that reads a sheet of one coder into the round R.
    private Object[] ratings(Path sheet, String coder, String... more) {
        List<Object> words =
                new ArrayList<>(List.of("ratings", study, sheet, "--coder", coder, "--round", "R"));
        words.addAll(List.of("--unit", "issue"));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private void refused(String sentence, Object... command) {
        Run run = Run.of(command);
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.err().contains(sentence), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
