package org.concordqda.job;

import java.util.concurrent.atomic.AtomicInteger;

/// Somebody who cancels work after it has asked a number of times whether to go on.
public final class Impatient implements Progress {
    private final int patience;
    private final AtomicInteger asked = new AtomicInteger();

    private Impatient(int patience) {
        this.patience = patience;
    }

    /// Lets the work go on so many times; 0 for never.
    public static Impatient after(int times) {
        return new Impatient(times);
    }

    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean cancelled() {
        return asked.incrementAndGet() > patience;
    }
}
