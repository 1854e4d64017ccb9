package org.concordqda.desk.fx;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Job;
import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The desk's runner of long work: a small pool of threads; what runs is shown with its progress and can
/// be cancelled; results come back on the JavaFX thread. Called on the JavaFX thread.
public final class Jobs implements AutoCloseable {
    private final ExecutorService pool =
            Executors.newFixedThreadPool(
                    2,
                    work -> {
                        Thread thread = new Thread(work, "concord-job");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final ReadOnlyObjectWrapper<@Nullable Running> shown = new ReadOnlyObjectWrapper<>();
    private final Consumer<Throwable> failures;

    /// @param failures told, on the JavaFX thread, of what a job threw
    public Jobs(Consumer<Throwable> failures) {
        this.failures = failures;
    }

    /// Work under way.
    ///
    /// @param title what it is
    /// @param fraction done so far, negative when not known
    /// @param message what is being done
    /// @param cancel asks it to stop
    public record Running(String title, double fraction, String message, Runnable cancel) {}

    /// The job to show, or null when nothing runs.
    public ReadOnlyObjectProperty<@Nullable Running> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Runs work that people wait for: shown in the status bar.
    public <T> void run(String title, Job<T> job, Consumer<T> done) {
        Watched watched = new Watched(title);
        shown.set(new Running(title, -1, "", watched::cancel));
        start(job, watched, done);
    }

    /// Runs work that is over in a blink and must not hold up the window: not shown.
    public <T> void quietly(Job<T> job, Consumer<T> done) {
        start(job, Progress.NONE, done);
    }

    private <T> void start(Job<T> job, Progress progress, Consumer<T> done) {
        var _ =
                pool.submit(
                        () -> {
                            try {
                                T result = job.run(progress);
                                Platform.runLater(
                                        () -> {
                                            over(progress);
                                            done.accept(result);
                                        });
                            } catch (Cancelled e) {
                                Platform.runLater(() -> over(progress));
                            } catch (RuntimeException | Error e) {
                                Platform.runLater(
                                        () -> {
                                            over(progress);
                                            failures.accept(e);
                                        });
                            }
                        });
    }

    private void over(Progress progress) {
        if (progress instanceof Watched watched) {
            watched.over = true;
            shown.set(null);
        }
    }

    @Override
    public void close() {
        Running now = shown.get();
        if (now != null) {
            now.cancel().run();
        }
        pool.shutdown();
    }

    /// Hands reports to the window, no more than one at a time.
    private final class Watched implements Progress {
        private final String title;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile double fraction = -1;
        private volatile String message = "";
        private boolean over;

        Watched(String title) {
            this.title = title;
        }

        @Override
        public void report(double done, String words) {
            fraction = done;
            message = words;
            if (!waiting.getAndSet(true)) {
                Platform.runLater(
                        () -> {
                            waiting.set(false);
                            if (!over) {
                                shown.set(new Running(title, fraction, message, this::cancel));
                            }
                        });
            }
        }

        @Override
        public boolean cancelled() {
            return stop.get();
        }

        void cancel() {
            stop.set(true);
        }
    }
}
