package org.concordqda.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends with [Exceeded] when more bytes come out than allowed since the last [#restart]: a bomb is met
/// before it fills the memory.
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    /// Allows the whole limit again.
    void restart() {
        left = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(1);
        }
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int n) throws Exceeded {
        left -= n;
        if (left < 0) {
            throw new Exceeded(limit);
        }
    }

    /// More than allowed.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
        private final long limit;

        Exceeded(long limit) {
            super("More than " + limit + " bytes");
            this.limit = limit;
        }

        String sentence() {
            return "a part of the file is larger than "
                    + Limits.megabytes(limit)
                    + ", which is where reading stops.";
        }
    }
}
