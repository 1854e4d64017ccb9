package org.concordqda.job;

/// Long work as a value: importing, bootstrapping, exporting. It takes a [Progress] and returns its
/// result; who runs it (inline in tests and on the command line, pooled in the desk) is not its business.
///
/// @param <T> what the work gives
@FunctionalInterface
public interface Job<T> {
    /// Does the work in the calling thread.
    ///
    /// @throws Cancelled when `progress` was cancelled
    T run(Progress progress);
}
