package org.concordqda.desk.fx;

import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.concordqda.job.Cancelled;
import org.concordqda.job.Job;
import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The desk's runner of long work: a few threads; what runs is shown with its progress and can be cancelled;
/// results come back on the JavaFX thread. Called on the JavaFX thread.
public final class Jobs implements AutoCloseable {
    /// Told, on the JavaFX thread, how work ended other than well.
    public interface Ends {
        /// A job threw this; `title` is "" for work that is not shown.
        void failed(String title, Throwable thrown);

        /// A job was cancelled.
        void cancelled(String title);

        /// Something could not be read, and whoever asked says so where the answer would stand.
        ///
        /// @return the sentence for people
        String unread(Throwable thrown);
    }

    // Two pools, so that a search as one types never waits behind two imports.
    private final ExecutorService pool = pool("concord-job");
    private final ExecutorService quick = pool("concord-quick");
    private final ObservableList<Running> running = FXCollections.observableArrayList();
    private final ObservableList<Running> readable =
            FXCollections.unmodifiableObservableList(running);
    private final List<Watched> watched = new ArrayList<>();
    private final List<Runnable> whenIdle = new ArrayList<>();
    private final Ends ends;
    private int unseen;
    private long begun;

    /// @param ends told how work ended other than well
    public Jobs(Ends ends) {
        this.ends = ends;
    }

    private static ExecutorService pool(String name) {
        return Executors.newFixedThreadPool(
                2,
                work -> {
                    Thread thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /// Work under way, as it stands now.
    ///
    /// @param id stays the same from its begin to its end, and is no other work's
    /// @param title what it is
    /// @param fraction done so far, negative when not known
    /// @param message what is being done
    /// @param cancel asks it to stop
    public record Running(long id, String title, double fraction, String message, Runnable cancel) {
        /// What it is, and what is being done where that says more.
        public String words() {
            return message.isEmpty() || message.equals(title) ? title : title + " · " + message;
        }
    }

    /// All that runs, in the order it was begun; read only.
    public ObservableList<Running> running() {
        return readable;
    }

    /// Runs `then` once nothing shown runs any more; at once when nothing does.
    public void whenIdle(Runnable then) {
        if (watched.isEmpty()) {
            then.run();
        } else {
            whenIdle.add(then);
        }
    }

    /// Whether work that is not shown is under way: what stands in the window may change in a moment.
    public boolean reading() {
        return unseen > 0;
    }

    /// Forgets what was to be done once idle.
    public void stay() {
        whenIdle.clear();
    }

    /// Asks all that is shown to stop.
    public void cancelAll() {
        List.copyOf(watched).forEach(Watched::cancel);
    }

    /// Runs work that people wait for: shown in the status bar. What goes wrong is told on a card.
    public <T> void run(String title, Job<T> job, Consumer<T> done) {
        run(title, job, done, () -> {});
    }

    /// The same.
    ///
    /// @param ended run when it was cancelled or went wrong, before that is told
    /// @return the work as it begins
    public <T> Running run(String title, Job<T> job, Consumer<T> done, Runnable ended) {
        Watched work = new Watched(++begun, title);
        watched.add(work);
        show();
        start(
                pool,
                job,
                work,
                done,
                thrown -> {
                    ended.run();
                    if (thrown instanceof Cancelled) {
                        ends.cancelled(title);
                    } else {
                        ends.failed(title, thrown);
                    }
                });
        return work.now();
    }

    /// Runs work that is over in a blink and must not hold up the window: not shown. What goes wrong is told
    /// on a card; a place that would stay without its numbers says so itself: [Latest#read].
    public <T> void quietly(Job<T> job, Consumer<T> done) {
        unseen++;
        start(quick, job, Progress.NONE, done, thrown -> ends.failed("", thrown));
    }

    <T> void quietly(Progress until, Job<T> job, Consumer<T> done, Consumer<String> failed) {
        unseen++;
        start(
                quick,
                job,
                until,
                done,
                thrown -> {
                    if (!(thrown instanceof Cancelled)) {
                        failed.accept(ends.unread(thrown));
                    }
                });
    }

    private <T> void start(
            ExecutorService in,
            Job<T> job,
            Progress progress,
            Consumer<T> done,
            Consumer<Throwable> failed) {
        var _ =
                in.submit(
                        () -> {
                            try {
                                progress.check();
                                T result = job.run(progress);
                                end(progress, () -> done.accept(result));
                            } catch (RuntimeException | Error e) {
                                end(progress, () -> failed.accept(e));
                            }
                        });
    }

    private void end(Progress progress, Runnable then) {
        Platform.runLater(
                () -> {
                    if (progress instanceof Watched work) {
                        watched.remove(work);
                        show();
                    } else {
                        unseen--;
                    }
                    then.run();
                    if (watched.isEmpty() && !whenIdle.isEmpty()) {
                        List<Runnable> waiting = List.copyOf(whenIdle);
                        whenIdle.clear();
                        waiting.forEach(Runnable::run);
                    }
                });
    }

    private void show() {
        running.setAll(watched.stream().map(Watched::now).toList());
    }

    @Override
    public void close() {
        whenIdle.clear();
        cancelAll();
        pool.shutdown();
        quick.shutdown();
    }

    /// Hands reports to the window, no more than one at a time.
    private final class Watched implements Progress {
        private final long id;
        private final String title;
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicBoolean waiting = new AtomicBoolean();
        private volatile double fraction = -1;
        private volatile String message = "";

        Watched(long id, String title) {
            this.id = id;
            this.title = title;
        }

        Running now() {
            return new Running(
                    id, title, fraction, stop.get() ? "stopping …" : message, this::cancel);
        }

        @Override
        public void report(double done, String words) {
            fraction = done;
            message = words;
            if (!waiting.getAndSet(true)) {
                Platform.runLater(
                        () -> {
                            waiting.set(false);
                            if (watched.contains(this)) {
                                show();
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
            show();
        }
    }
}
