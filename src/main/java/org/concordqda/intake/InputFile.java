package org.concordqda.intake;

import org.concordqda.job.Progress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// One file to be read.
///
/// @param path where it is
/// @param name its name
/// @param key natural key of a source that is a whole file, and what messages call it: the name, with folders
///     where another file of the import has it too
/// @param named whether the person named this very file, not a folder it lies in
record InputFile(Path path, String name, String key, boolean named) {
    /// Work on an open file.
    interface Reading {
        void read(InputStream in) throws IOException, Unreadable;
    }

    /// The ending in lower case without its dot, not counting `.gz`; "" when there is none.
    String ending() {
        String plain = plainName();
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// The name without `.gz`.
    String plainName() {
        return packed() ? name.substring(0, name.length() - 3) : name;
    }

    private boolean packed() {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /// Bytes on disk; 0 when that cannot be told.
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /// Opens the file, unpacked if it is packed, and says every failure in a sentence.
    ///
    /// @param progress told about every stretch read, and asked for cancellation
    void open(Meter progress, Reading reading) throws Unreadable {
        try (InputStream file = new MeteredStream(Files.newInputStream(path), progress);
                InputStream in =
                        packed()
                                ? new LimitedStream(
                                        new GZIPInputStream(file, 1 << 16), Limits.UNPACKED_BYTES)
                                : new BufferedInputStream(file, 1 << 16)) {
            reading.read(in);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Every byte of the file, unpacked.
    byte[] bytes(Meter progress, long limit) throws Unreadable {
        if (size() > limit) {
            throw tooLarge(size(), limit);
        }
        byte[][] all = {new byte[0]};
        open(
                progress,
                in -> all[0] = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8)));
        if (all[0].length > limit) {
            throw tooLarge(all[0].length, limit);
        }
        if (all[0].length == 0) {
            throw new Unreadable("", "the file is empty.");
        }
        return all[0];
    }

    private static Unreadable tooLarge(long size, long limit) {
        return new Unreadable(
                "",
                "the file has "
                        + Limits.megabytes(size)
                        + " or more; files of this kind are read up to "
                        + Limits.megabytes(limit)
                        + ".");
    }

    /// A failure of the disk or of unpacking as a sentence.
    static Unreadable failed(IOException e) {
        return switch (e) {
            case NoSuchFileException n -> new Unreadable("", "there is no such file.");
            case java.nio.file.AccessDeniedException a ->
                    new Unreadable("", "the file may not be read by you.");
            case LimitedStream.Exceeded x -> new Unreadable("", x.sentence());
            case ZipException z -> new Unreadable("", "the packed file is damaged.");
            case java.io.EOFException z -> new Unreadable("", "the packed file is cut off.");
            case IOException d when "Is a directory".equals(d.getMessage()) ->
                    new Unreadable("", "this is a folder, not a file.");
            default -> new Unreadable("", "the file could not be read (" + e.getMessage() + ").");
        };
    }

    /// Counts bytes read over all files of an import.
    static final class Meter {
        private final Progress progress;
        private final double total;
        private final String message;
        private long done;
        private long nextReport;

        Meter(Progress progress, long total, String message) {
            this.progress = progress;
            this.total = Math.max(1, total);
            this.message = message;
        }

        void add(long bytes) {
            done += bytes;
            if (done >= nextReport) {
                nextReport = done + (1 << 18);
                progress.check();
                progress.report(Math.min(1, done / total), message);
            }
        }
    }

    private static final class MeteredStream extends java.io.FilterInputStream {
        private final Meter meter;

        MeteredStream(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                meter.add(1);
            }
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            if (n > 0) {
                meter.add(n);
            }
            return n;
        }
    }
}
