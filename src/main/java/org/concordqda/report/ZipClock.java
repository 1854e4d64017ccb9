package org.concordqda.report;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;

/// Sets every time inside a zip file to one fixed moment, in place, so that equal content is equal bytes.
/// Positions are those of the zip file format (PKWARE APPNOTE 4.3).
final class ZipClock {
    /// The moment that files made by Concord carry.
    static final Instant MOMENT = Instant.parse("2000-01-01T00:00:00Z");

    /// 2000-01-01 as DOS date (years from 1980, month, day); the time is 0.
    private static final short DAY = (20 << 9) | (1 << 5) | 1;

    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int ENTRY = 0x02014b50;

    private ZipClock() {}

    static void stop(Path zip) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "rw")) {
            int tail = (int) Math.min(file.length(), 65_557);
            ByteBuffer end = read(file, file.length() - tail, tail);
            int at = tail - 22;
            while (at >= 0 && end.getInt(at) != END_OF_DIRECTORY) {
                at--;
            }
            if (at < 0 || end.getInt(at + 16) == -1) {
                // A file of over 4 GB keeps its times: only its equality is lost.
                return;
            }
            int entries = Short.toUnsignedInt(end.getShort(at + 10));
            long start = Integer.toUnsignedLong(end.getInt(at + 16));
            ByteBuffer directory =
                    read(file, start, (int) Integer.toUnsignedLong(end.getInt(at + 12)));
            int entry = 0;
            for (int i = 0; i < entries && directory.getInt(entry) == ENTRY; i++) {
                setTime(file, start + entry + 12);
                setTime(file, Integer.toUnsignedLong(directory.getInt(entry + 42)) + 10);
                entry +=
                        46
                                + Short.toUnsignedInt(directory.getShort(entry + 28))
                                + Short.toUnsignedInt(directory.getShort(entry + 30))
                                + Short.toUnsignedInt(directory.getShort(entry + 32));
            }
        }
    }

    private static void setTime(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        file.write(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) 0)
                        .putShort(DAY)
                        .array());
    }

    private static ByteBuffer read(RandomAccessFile file, long at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(at);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
