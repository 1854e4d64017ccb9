package org.concordqda.store;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Holds the locks by which SQLite tells other programs that a database is open, beside SQLite's own, which
/// another part of this process may lose ([FirmLock]). Without them a program that reads the study and closes it
/// believes to be the last one, and takes away the log that acts are still written to; a program that opens
/// it believes to be the first one, and makes the log's index anew. Any thread.
final class Firmness {
    /// Where SQLite's lock of every open connection lies (“SHARED_FIRST”, “SHARED_SIZE” of its os.h).
    private static final long SHARED_FIRST = 0x40000002L;

    private static final long SHARED_SIZE = 510;

    /// And in the index of the log (“UNIX_SHM_DMS”).
    private static final long INDEX_IN_USE = 128;

    private final List<FirmLock> locks = new ArrayList<>();
    private boolean over;

    /// Takes the locks, unless it is over already or the system has none of the kind.
    void take(Path study, StudyLock writes) {
        if (!FirmLock.offered()) {
            return;
        }
        synchronized (this) {
            if (over || !locks.isEmpty()) {
                return;
            }
            try {
                Path index = study.resolveSibling(study.getFileName() + "-shm");
                locks.add(FirmLock.take(study, false, SHARED_FIRST, SHARED_SIZE));
                locks.add(FirmLock.take(index, false, INDEX_IN_USE, 1));
                writes.firmly();
            } catch (IOException | IllegalStateException e) {
                // SQLite's own locks are there still.
                LoggerFactory.getLogger(Firmness.class).warn("Locks of {}", study, e);
            }
        }
    }

    /// Before SQLite tidies up: it wants the file for itself.
    synchronized void letGo() {
        over = true;
        locks.forEach(FirmLock::letGo);
    }

    /// After the last connection is closed.
    synchronized void close() {
        locks.forEach(FirmLock::close);
        locks.clear();
    }
}
