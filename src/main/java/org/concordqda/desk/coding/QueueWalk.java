package org.concordqda.desk.coding;

import org.concordqda.desk.session.Session;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.SourceId;
import org.concordqda.study.Form.Question;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The way through the queue: from unit to unit and source to source, done and back. JavaFX thread only.
final class QueueWalk {
    private final Session session;
    private final QueueModel queue;
    private final CodeModel model;
    private final FormModel form;
    private final Consumer<SourceId> open;
    private @Nullable FormView formView;
    private @Nullable SidePanel side;
    private boolean askedOnce;

    /// @param open shows a source
    QueueWalk(
            Session session,
            QueueModel queue,
            CodeModel model,
            FormModel form,
            Consumer<SourceId> open) {
        this.session = session;
        this.queue = queue;
        this.model = model;
        this.form = form;
        this.open = open;
    }

    /// Where the keyboard goes and where *done* shows.
    void use(FormView formView, SidePanel side) {
        this.formView = formView;
        this.side = side;
    }

    /// Another source is shown: what is open in it is asked about anew.
    void opened() {
        askedOnce = false;
    }

    /// Shows whether the source is done.
    void showDone() {
        side().finished(state() == AssignmentState.DONE);
    }

    private FormView formView() {
        return Objects.requireNonNull(formView);
    }

    private SidePanel side() {
        return Objects.requireNonNull(side);
    }

    private AssignmentState state() {
        return model.source()
                .flatMap(queue::find)
                .map(QueueEntry::state)
                .orElse(AssignmentState.TODO);
    }

    /// Takes *done* back.
    void reopen() {
        if (state() == AssignmentState.DONE) {
            mark(AssignmentState.IN_PROGRESS);
        }
    }

    /// Whether it was stored; what is refused is said.
    private boolean mark(AssignmentState state) {
        Optional<SourceId> id = model.source();
        boolean stored = id.isPresent() && model.mark(state);
        if (stored) {
            queue.marked(id.get(), state);
        }
        return stored;
    }

    void step(int by) {
        model.source()
                .flatMap(id -> queue.step(id, by))
                .ifPresent(e -> open.accept(e.source().id()));
    }

    void stepUnit(int by) {
        formView().store();
        if (form.step(by)) {
            formView().reset();
        } else {
            step(by);
        }
    }

    /// Done with this source: asks once when a question is still open, then goes to the next open source.
    void doneAndNext() {
        Optional<SourceId> now = model.source();
        if (now.isEmpty()) {
            return;
        }
        if (state() != AssignmentState.DONE) {
            formView().store();
            form.keepCarried();
            if (form.openCount() > 0 && !askedOnce) {
                askedOnce = true;
                sayOpen();
                return;
            }
            if (form.step(1)) {
                askedOnce = false;
                formView().reset();
                formView().enter();
                return;
            }
            if (!mark(AssignmentState.DONE)) {
                return;
            }
            queue.finished(now.get());
        }
        queue.nextOpen(now.get())
                .ifPresentOrElse(
                        e -> {
                            open.accept(e.source().id());
                            formView().enter();
                        },
                        () ->
                                session.say(
                                        queue.done() == queue.size()
                                                ? "Everything in the queue is done."
                                                : "Everything that fits the filter is done; the queue"
                                                        + " holds more."));
    }

    private void sayOpen() {
        String names =
                form.questions().get().stream()
                        .filter(Question::open)
                        .map(q -> q.dimension().name())
                        .collect(Collectors.joining(", "));
        session.say("Still open: " + names + ". Ctrl Enter again leaves it so.");
        formView().enterOpen();
    }
}
