package org.concordqda.store;

import org.concordqda.model.ConcordException;
import org.slf4j.LoggerFactory;

import java.util.function.Predicate;
import java.util.function.Supplier;

/// The transactions of the writing connection: one at a time, whole or not at all.
final class Transaction {
    private final Db db;
    private final FullText fullText;
    private final String name;
    private final boolean writable;
    private final Runnable guard;

    /// @param name of the study, for the sentence that refuses
    /// @param guard throws when the file is not where it was opened
    Transaction(Db db, FullText fullText, String name, boolean writable, Runnable guard) {
        this.db = db;
        this.fullText = fullText;
        this.name = name;
        this.writable = writable;
        this.guard = guard;
    }

    <T> T run(Supplier<T> work) {
        return run(work, result -> true);
    }

    /// Runs `work` in a transaction of its own.
    ///
    /// @param keep whether what `work` gave is to be stored; else all of it is rolled back
    /// @throws ConcordException when the study is open for reading only
    <T> T run(Supplier<T> work, Predicate<T> keep) {
        if (!writable) {
            throw new ConcordException(
                    name
                            + " is open for reading only (it is in a read-only place, or another"
                            + " Concord has it open); nothing was changed.");
        }
        guard.run();
        db.lock();
        try {
            db.exec("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                db.exec("PRAGMA defer_foreign_keys = ON");
                T result = work.get();
                if (keep.test(result)) {
                    db.exec("COMMIT");
                    done = true;
                }
                return result;
            } finally {
                if (!done) {
                    rollback();
                }
            }
        } finally {
            fullText.forget();
            db.unlock();
        }
    }

    private void rollback() {
        try {
            db.exec("ROLLBACK");
        } catch (ConcordException alreadyRolledBack) {
            // SQLite ends the transaction by itself on a full disk; the first error is to be told.
            LoggerFactory.getLogger(Transaction.class).debug("Rollback", alreadyRolledBack);
        }
    }
}
