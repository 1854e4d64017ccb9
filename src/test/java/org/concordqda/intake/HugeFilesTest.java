package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Files of hundreds of megabytes in one line end in a sentence.
class HugeFilesTest {
    @TempDir Path folder;

    private Path big(String name, String start, String again, int megabytes) throws IOException {
        Path file = folder.resolve(name);
        byte[] block = again.repeat((1 << 20) / again.length()).getBytes(StandardCharsets.UTF_8);
        try (OutputStream plain = Files.newOutputStream(file);
                OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
        }
        return file;
    }

    private String problem(Path file) throws IOException {
        Collected all = Collected.of(KindHint.AUTO, file);
        assertEquals(0, all.sources.size());
        assertEquals(1, all.problems.size(), all.problems.toString());
        Files.delete(file);
        return all.problems.getFirst();
    }

    @Test
    void oneLineOfThreeHundredMegabytes() throws IOException {
        assertEquals(
                "a.txt: the file has 300 MB or more; files of this kind are read up to 32 MB.",
                problem(big("a.txt", "", "word ", 300)));
        assertEquals(
                "a.json, item 1: a part of the file is larger than 32 MB, which is where reading"
                        + " stops.",
                problem(big("a.json", "[{\"title\":\"", "x", 300)));
        assertEquals(
                "b.json, item 1: one item is larger or deeper than any issue can be.",
                problem(big("b.json", "[{\"title\":[", "1,", 60)));
        assertEquals(
                "c.txt.gz: the file has 32 MB or more; files of this kind are read up to 32 MB.",
                problem(big("c.txt.gz", "", "x", 300)));
        Path csv = big("d.csv", "", "a,", 300);
        assertEquals(
                "d.csv: the file has 300 MB or more; files of this kind are read up to 128 MB.",
                assertThrows(ConcordException.class, () -> TableReader.read(csv, Progress.NONE))
                        .getMessage());
    }

    @Test
    void cancelledReadingStops() throws IOException {
        Path file = big("a.json", "[", "{},", 2);
        Progress cancelled = Impatient.after(0);
        assertThrows(
                Cancelled.class,
                () -> SourceReaders.read(List.of(file), KindHint.AUTO, new Collected(), cancelled));
    }
}
