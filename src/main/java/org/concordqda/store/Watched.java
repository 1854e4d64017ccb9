package org.concordqda.store;

import org.concordqda.job.Progress;

import java.util.Locale;
import java.util.function.Supplier;

/// Lets somebody watch an act, and stop it, without every act knowing of it: between two rows it is asked
/// whether to go on. An act that is stopped is rolled back whole.
public final class Watched {
    private static final ScopedValue<Watched> NOW = ScopedValue.newInstance();
    private static final int EVERY = 250;

    private final Progress progress;
    private long rows;

    private Watched(Progress progress) {
        this.progress = progress;
    }

    /// Does something that acts, in the calling thread, and tells `progress` how many rows were written.
    ///
    /// @throws org.concordqda.job.Cancelled when it was cancelled; then nothing of the act is stored
    public static <T> T by(Progress progress, Supplier<T> act) {
        return ScopedValue.where(NOW, new Watched(progress)).call(act::get);
    }

    /// A row, or a run of rows, is about to be written.
    static void row() {
        if (NOW.isBound()) {
            NOW.get().next();
        }
    }

    private void next() {
        progress.check();
        if (++rows % EVERY == 0) {
            progress.report(-1, String.format(Locale.ENGLISH, "%,d rows", rows));
        }
    }
}
