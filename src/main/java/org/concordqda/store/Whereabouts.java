package org.concordqda.store;

import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Whether the file at a path is still the one that was opened. Without this a study that was moved, deleted
/// or replaced by a synchronising program would go on to be written where nobody finds it: an open file lives
/// on without its name. Any thread; a check costs one look at the folder.
final class Whereabouts {
    private final Path path;
    private final Object identity;

    Whereabouts(Path path) {
        this.path = path;
        try {
            identity = identity(path);
        } catch (IOException e) {
            throw new ConcordException(path + " could not be read: " + e.getMessage(), e);
        }
    }

    /// @throws ConcordException when the file is no longer there, or is another one
    void check() {
        String what;
        try {
            if (identity(path).equals(identity)) {
                return;
            }
            what = " was replaced by another file while it was open";
        } catch (NoSuchFileException e) {
            what = " is no longer there (moved, renamed or deleted while it was open)";
        } catch (IOException e) {
            what = " cannot be reached (" + e.getMessage() + ")";
        }
        throw new ConcordException(
                path
                        + what
                        + ". Nothing of this act was stored. All that was stored before it is still"
                        + " in this window: “Save a copy of the study” (Ctrl K) keeps it, and work can"
                        + " go on in the copy.");
    }

    boolean inPlace() {
        try {
            return identity(path).equals(identity);
        } catch (IOException e) {
            return false;
        }
    }

    /// What the file system calls the file; where it has no such name, when the file was made.
    private static Object identity(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        Object key = found.fileKey();
        return key != null ? key : found.creationTime();
    }
}
