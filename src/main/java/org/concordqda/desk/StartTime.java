package org.concordqda.desk;

import javafx.application.Platform;
import javafx.scene.Scene;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/// Says in the log, once, when the window can be used, and how long that took from the start of Java:
/// what is on show was drawn, and nothing is read for it any more. Told at level INFO, which
/// `-Dconcord.start.log=INFO` lets through.
final class StartTime {
    private static final Logger LOG = LoggerFactory.getLogger(StartTime.class);

    private StartTime() {}

    /// @param busy whether what is on show is not complete yet
    static void tell(Scene scene, BooleanSupplier busy) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Runnable[] look = new Runnable[1];
        look[0] =
                () -> {
                    if (!busy.getAsBoolean()) {
                        scene.removePostLayoutPulseListener(look[0]);
                        // After the picture that this layout makes.
                        Platform.runLater(StartTime::say);
                    }
                };
        scene.addPostLayoutPulseListener(look[0]);
        Platform.requestNextPulse();
    }

    private static void say() {
        // Not the process' own start: Linux tells that from a boot time in whole seconds.
        long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
        LOG.info(
                "The window can be used {} ms after the start", System.currentTimeMillis() - begun);
    }
}
