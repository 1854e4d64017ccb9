package org.concordqda.desk.memos;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import java.util.function.BooleanSupplier;

/// Stores what is typed: after a pause, at the latest some seconds after the first letter, and at once when
/// asked. Each storing is one act, so a pause is what undo steps over. JavaFX thread only.
public final class Autosave {
    private static final double PAUSE_SECONDS = 1.2;
    private static final long LATEST_NANOS = 8_000_000_000L;

    private final PauseTransition pause = new PauseTransition(Duration.seconds(PAUSE_SECONDS));
    private final BooleanSupplier store;
    private boolean waiting;
    private long since;

    /// @param store stores what is there now, if it changed; false when that was refused: it then waits for the
    ///     next occasion
    public Autosave(BooleanSupplier store) {
        this.store = store;
        pause.setOnFinished(e -> now());
    }

    /// Something was typed.
    public void touched() {
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
        }
        if (System.nanoTime() - since > LATEST_NANOS) {
            now();
        } else {
            pause.playFromStart();
        }
    }

    /// Stores now what waits.
    ///
    /// @return whether nothing waits any more; false when it could not be stored
    public boolean now() {
        pause.stop();
        if (waiting) {
            waiting = false;
            waiting = !store.getAsBoolean();
        }
        return !waiting;
    }
}
