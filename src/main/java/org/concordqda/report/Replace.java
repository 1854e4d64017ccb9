package org.concordqda.report;

import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Puts a finished file in the place of an older one, or leaves the older one and says why.
public final class Replace {
    private Replace() {}

    /// Writes text somewhere.
    @FunctionalInterface
    public interface Writing {
        /// Writes all of it; the writer stays open.
        void to(Writer out) throws IOException;
    }

    /// Writes a text file (UTF-8) by way of a file beside it, so that a failure leaves what was there.
    ///
    /// @throws ConcordException when it cannot be written
    public static void text(Path file, Writing writing) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                writing.to(out);
            }
            move(part, file);
        } catch (IOException e) {
            throw failed(file, part, e);
        } catch (RuntimeException e) {
            throw explained(file, part, e);
        }
    }

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

    /// Deletes an unfinished file, or a folder of them.
    static void discard(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(part);
    }

    /// The same after `why`, which is what is told.
    static void discard(Path part, Throwable why) {
        try {
            discard(part);
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
        String reason =
                switch (cause) {
                    case AccessDeniedException denied -> "you may not write there";
                    case FileAlreadyExistsException taken -> "a file lies where a folder is needed";
                    case NoSuchFileException gone -> "the folder is not there";
                    case FileSystemException system when system.getReason() != null ->
                            system.getReason();
                    default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
                };
        return new ConcordException(
                file
                        + " could not be written ("
                        + reason
                        + "); what was there before is unchanged.",
                cause);
    }
}
