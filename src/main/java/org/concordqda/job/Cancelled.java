package org.concordqda.job;

/// Thrown by long work that the person cancelled. Not an error: it ends the job and is never logged.
public final class Cancelled extends RuntimeException {
    public Cancelled() {
        super("Cancelled.", null, false, false);
    }
}
