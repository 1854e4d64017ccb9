package org.concordqda.desk.fx;

import org.concordqda.job.Job;
import org.concordqda.job.Progress;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Of questions asked one after the other only the answer to the latest counts: one that comes late is
/// dropped, and work on it may stop. Asked on the JavaFX thread.
public final class Latest {
    private final AtomicLong asked = new AtomicLong();

    /// From now on nothing asked before counts.
    public void forget() {
        asked.incrementAndGet();
    }

    /// A new question; what was asked before counts no more.
    public Question ask() {
        return new Question(asked, asked.incrementAndGet());
    }

    /// Runs `look` on what comes back, unless a later question was asked meanwhile.
    public <T> Consumer<T> only(Consumer<T> look) {
        Question mine = ask();
        return result -> {
            if (mine.current()) {
                look.accept(result);
            }
        };
    }

    /// Reads in the background, beside the window.
    ///
    /// @param done shows what was read, unless something else was asked meanwhile
    /// @param failed told, in a sentence for people, why it could not be read; shown where the answer would be
    public <T> void read(Jobs jobs, Job<T> job, Consumer<T> done, Consumer<String> failed) {
        Question mine = ask();
        jobs.quietly(
                mine,
                job,
                result -> {
                    if (mine.current()) {
                        done.accept(result);
                    }
                },
                why -> {
                    if (mine.current()) {
                        failed.accept(why);
                    }
                });
    }

    /// One question. As a progress it is cancelled once another was asked; any thread.
    public record Question(AtomicLong asked, long mine) implements Progress {
        /// Whether nothing was asked since.
        public boolean current() {
            return mine == asked.get();
        }

        @Override
        public void report(double done, String message) {}

        @Override
        public boolean cancelled() {
            return !current();
        }

        /// This, seen as part of work that people watch and can cancel.
        public Progress within(Progress whole) {
            return new Progress() {
                @Override
                public void report(double done, String message) {
                    whole.report(done, message);
                }

                @Override
                public boolean cancelled() {
                    return whole.cancelled() || !current();
                }
            };
        }
    }
}
