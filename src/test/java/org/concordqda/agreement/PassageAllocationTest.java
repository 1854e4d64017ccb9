package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.concordqda.job.Progress;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Passages cost by their number, never by the length of the text.
class PassageAllocationTest {
    private static final int CODES = 20;
    private static final PassageOptions OPTIONS =
            PassageOptions.DEFAULT.withReplicates(0, 1).withGamma(GammaOptions.NONE);

    @Test
    void aMillionCharactersAllocateNothingPerCharacter() {
        long small = allocated(10_000);
        long large = allocated(1_000_000);
        assertTrue(
                large < 1.2 * small + 50_000,
                "10,000 characters allocate " + small + " bytes, a million " + large);
        assertTrue(large < 4_000_000, "a million characters allocate " + large + " bytes");
    }

    /// Bytes that every coefficient of the same 200 passages takes, in a text of this length.
    private static long allocated(int length) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            Continua continua = continua(length);
            long before = threads.getCurrentThreadAllocatedBytes();
            List<Estimate> all = PassageAgreement.of(continua, OPTIONS, Progress.NONE);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            assertTrue(all.size() > 100);
        }
        return least;
    }

    private static Continua continua(int length) {
        SplittableRandom random = new SplittableRandom(3);
        int n = 200;
        int[] coder = new int[n];
        int[] start = new int[n];
        int[] end = new int[n];
        int[] code = new int[n];
        int room = length / (n / 2);
        for (int i = 0; i < n; i++) {
            coder[i] = i % 2;
            start[i] = i / 2 * room + random.nextInt(room / 3);
            end[i] = start[i] + 1 + room / 3 + random.nextInt(room / 3);
            code[i] = i / 2 % CODES;
        }
        Continuum source =
                Continuum.of(
                        "text",
                        0,
                        length,
                        new boolean[] {true, true},
                        CODES,
                        coder,
                        start,
                        end,
                        code);
        return new Continua(
                List.of("A", "B"),
                IntStream.range(0, CODES).mapToObj(k -> "code " + k).toList(),
                List.of(source));
    }
}
