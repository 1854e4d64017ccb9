package org.concordqda.intake;

import org.concordqda.model.ConcordException;
import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Records of bytes in a temporary file that only its owner may read and that is gone when closed, also
/// when the program ends badly. Made at the first record. Not thread-safe.
final class Spool implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
    private @Nullable FileChannel file;
    private long sent;

    /// What is said when the folder for temporary files fails.
    static ConcordException full(String what, IOException e) {
        return new ConcordException(
                "The folder for temporary files could not take "
                        + what
                        + " ("
                        + e.getMessage()
                        + "); nothing was imported.",
                e);
    }

    /// Appends a record.
    ///
    /// @return its place, for [#read]
    long add(byte[] record) throws IOException {
        long at = sent + waiting.position();
        if (waiting.remaining() < 4) {
            flush();
        }
        waiting.putInt(record.length);
        if (waiting.remaining() < record.length) {
            flush();
        }
        if (record.length > waiting.capacity()) {
            write(ByteBuffer.wrap(record));
        } else {
            waiting.put(record);
        }
        return at;
    }

    /// The record at a place that [#add] gave.
    byte[] read(long at) throws IOException {
        flush();
        ByteBuffer length = ByteBuffer.allocate(4);
        fill(length, at);
        byte[] record = new byte[length.flip().getInt()];
        fill(ByteBuffer.wrap(record), at + 4);
        return record;
    }

    private void fill(ByteBuffer into, long from) throws IOException {
        FileChannel open = file;
        long at = from;
        while (into.hasRemaining()) {
            int n = open == null ? -1 : open.read(into, at);
            if (n < 0) {
                throw new EOFException("No record at " + from);
            }
            at += n;
        }
    }

    private void flush() throws IOException {
        if (waiting.position() > 0) {
            write(waiting.flip());
            waiting.clear();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile("concord-import", ".tmp");
            open =
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        while (bytes.hasRemaining()) {
            sent += open.write(bytes, sent);
        }
    }

    @Override
    public void close() throws IOException {
        FileChannel open = file;
        if (open != null) {
            open.close();
        }
    }
}
