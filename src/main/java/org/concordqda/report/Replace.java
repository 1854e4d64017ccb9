package org.concordqda.report;

import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts a finished file in the place of an older one, or leaves the older one and says why.
final class Replace {
    private Replace() {}

    static void move(Path part, Path file) throws IOException {
        try {
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void discard(Path part, Throwable why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException left) {
            why.addSuppressed(left);
        }
    }

    /// What to throw when writing ended by `e`: a disk that is full comes wrapped from POI and FastCSV.
    static RuntimeException explained(Path file, Path part, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return failed(file, part, io);
            }
        }
        discard(part, e);
        return e;
    }

    static ConcordException failed(Path file, Path part, IOException cause) {
        discard(part, cause);
        String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new ConcordException(
                file
                        + " could not be written ("
                        + reason
                        + "); what was there before is unchanged.",
                cause);
    }
}
