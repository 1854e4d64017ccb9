package org.concordqda.job;

/// What long work reports to, and asks whether to go on. Implementations are safe to call from any
/// thread; work calls it often enough that Cancel feels immediate (every 50 ms or so) and no oftener
/// than costs nothing.
public interface Progress {
    /// Listens to nobody and is never cancelled.
    Progress NONE =
            new Progress() {
                @Override
                public void report(double fraction, String message) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// Says how far the work is.
    ///
    /// @param fraction done so far, 0 to 1; negative when it is not known
    /// @param message what is being done, for people
    void report(double fraction, String message);

    /// Whether the person asked to stop.
    boolean cancelled();

    /// Throws [Cancelled] when the person asked to stop; nothing half-done may remain after it.
    default void check() {
        if (cancelled()) {
            throw new Cancelled();
        }
    }
}
