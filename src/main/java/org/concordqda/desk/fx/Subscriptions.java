package org.concordqda.desk.fx;

import javafx.util.Subscription;

import java.util.ArrayList;
import java.util.List;

/// What a view listens to. Emptied when the view leaves its scene, so that nothing outlives it. JavaFX
/// thread only.
public final class Subscriptions {
    private final List<Runnable> endings = new ArrayList<>();

    /// Keeps a subscription.
    public void add(Subscription subscription) {
        endings.add(subscription::unsubscribe);
    }

    /// Keeps anything that must be closed; what it throws when closed is a bug and is thrown on.
    public void add(AutoCloseable closeable) {
        endings.add(
                () -> {
                    try {
                        closeable.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /// Ends them all.
    public void end() {
        List.copyOf(endings).forEach(Runnable::run);
        endings.clear();
    }

    /// How many are kept.
    public int size() {
        return endings.size();
    }
}
