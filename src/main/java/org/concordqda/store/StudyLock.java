package org.concordqda.store;

import org.concordqda.model.ConcordException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The lock beside a study that says who writes it. Any thread may take and release it.
final class StudyLock {
    /// Where this process writes. A second channel on the same lock file is never opened: on Unix closing it
    /// would give the first one's lock away.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path held;
    private final FileChannel channel;
    private final FileLock lock;
    private @Nullable FirmLock firm;

    private StudyLock(Path file, Path held, FileChannel channel, FileLock lock) {
        this.file = file;
        this.held = held;
        this.channel = channel;
        this.lock = lock;
    }

    /// The lock of a study; empty when this or another program writes it, or the lock file is another person's.
    ///
    /// @throws ConcordException when the lock file cannot be written
    static Optional<StudyLock> take(Path study) {
        Path name = study.getFileName();
        Path file = study.resolveSibling((name == null ? study : name) + "-lock");
        try {
            Path held = real(file);
            if (!HELD.add(held)) {
                return Optional.empty();
            }
            Optional<StudyLock> taken = Optional.empty();
            try {
                taken = tried(file, held);
            } finally {
                if (taken.isEmpty()) {
                    HELD.remove(held);
                }
            }
            return taken;
        } catch (AccessDeniedException notOurs) {
            // Another person's Concord has it, or left it behind: then one reads.
            return Optional.empty();
        } catch (IOException e) {
            throw new ConcordException(
                    "The study's lock file " + file + " could not be written: " + e.getMessage(),
                    e);
        }
    }

    private static Path real(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null
                ? file.toAbsolutePath()
                : folder.toRealPath().resolve(file.getFileName());
    }

    private static Optional<StudyLock> tried(Path file, Path held) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            ("process " + ProcessHandle.current().pid() + "\n")
                                    .getBytes(StandardCharsets.UTF_8)));
            kept = true;
            return Optional.of(new StudyLock(file, held, channel, lock));
        } catch (OverlappingFileLockException e) {
            // Another Concord inside this very process, loaded apart from this one.
            return Optional.empty();
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    /// Makes it one that lasts whatever else of this process looks at the lock file.
    void firmly() throws IOException {
        // The two kinds exclude each other, within one process too.
        lock.release();
        firm = FirmLock.take(file, true, 0, 0);
        if (!firm.held()) {
            var _ = channel.tryLock();
        }
    }

    /// Gives it back; whoever comes next may write.
    void release() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(StudyLock.class).warn("Lock {}", file, e);
        } finally {
            if (firm != null) {
                firm.close();
            }
            HELD.remove(held);
        }
    }
}
