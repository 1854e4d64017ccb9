package org.concordqda.desk;

import org.concordqda.desk.fx.Jobs;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/// Two jobs that were begun before and go on until they are let go: all that is begun after them waits.
public final class OtherWork {
    private final CountDownLatch go = new CountDownLatch(1);

    /// Begins them. JavaFX thread.
    public void begin(Jobs jobs) {
        for (String title : List.of("Weighing", "Counting")) {
            jobs.run(
                    title,
                    progress -> {
                        while (go.getCount() > 0) {
                            progress.check();
                            LockSupport.parkNanos(5_000_000);
                        }
                        return title;
                    },
                    done -> {});
        }
    }

    /// Lets them end.
    public void end() {
        go.countDown();
    }
}
