package org.concordqda.desk.session;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.concordqda.desk.fx.CodeColours;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Palette;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.study.Rounds;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The open study as screens see it. Acts go through [#act]; after each, on the JavaFX thread, whoever
/// asked is told which tables changed. JavaFX thread only.
public final class Session implements AutoCloseable {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Study study;

    /// From so much on undo and redo take longer than a blink.
    private static final long LARGE = 20_000;

    /// From so many rows on an act does.
    private static final long MANY = 500;

    private final Jobs jobs;
    private final Consumer<Throwable> failures;
    private final AutoCloseable listening;
    private final List<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> closing = new CopyOnWriteArrayList<>();
    private boolean closed;
    private boolean toggling;
    private final Set<String> changed = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<Codebook> codebook = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CodeColours> colours = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Round>> toldRound =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Round>> round =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("All changes saved");
    private final ReadOnlyStringWrapper undo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Destination> destination = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper version = new ReadOnlyStringWrapper("");
    private final Trail trail = new Trail();
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.LIGHT);

    /// @param failures told of what an act or a job threw
    public Session(Study study, Jobs jobs, Consumer<Throwable> failures) {
        this.study = study;
        this.jobs = jobs;
        this.failures = failures;
        codebook.set(study.codebooks().draft());
        palette.subscribe(this::recolour);
        refreshRound();
        refreshUndo();
        refreshVersion();
        listening =
                study.onChange(
                        tables -> {
                            synchronized (changed) {
                                boolean waiting = !changed.isEmpty();
                                changed.addAll(tables);
                                if (!waiting) {
                                    Platform.runLater(this::tell);
                                }
                            }
                        });
    }

    /// The study and its services.
    public Study study() {
        return study;
    }

    /// The runner of long work.
    public Jobs jobs() {
        return jobs;
    }

    /// The codebook's working draft.
    public ReadOnlyObjectProperty<Codebook> codebook() {
        return codebook.getReadOnlyProperty();
    }

    /// The colours of its codes.
    public ReadOnlyObjectProperty<CodeColours> colours() {
        return colours.getReadOnlyProperty();
    }

    /// The round in which the person codes; none before the first act in a study that has no round.
    public ReadOnlyObjectProperty<Optional<Round>> round() {
        return round.getReadOnlyProperty();
    }

    /// The colours of the window; bound to the theme by whoever made this.
    public ObjectProperty<Palette> palette() {
        return palette;
    }

    /// Whether and when all was saved.
    public ReadOnlyStringProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /// What undo would undo, or "".
    public ReadOnlyStringProperty undoLabel() {
        return undo.getReadOnlyProperty();
    }

    /// What redo would redo, or "".
    public ReadOnlyStringProperty redoLabel() {
        return redo.getReadOnlyProperty();
    }

    /// The last thing worth saying, or "".
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Where the person is going; the shell goes there.
    public ObjectProperty<@Nullable Destination> destination() {
        return destination;
    }

    /// Places and sources visited.
    public Trail trail() {
        return trail;
    }

    /// Says something in passing.
    public void say(String sentence) {
        notice.set("");
        notice.set(sentence);
    }

    /// Goes somewhere.
    public void go(Destination where) {
        destination.set(null);
        destination.set(where);
    }

    /// Tells `listener` of the tables changed by each act; close the result to stop.
    public AutoCloseable onActed(Consumer<Set<String>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Runs `last` before the study is closed, to store what somebody is typing; close the result to stop.
    public AutoCloseable beforeClose(Runnable last) {
        closing.add(last);
        return () -> closing.remove(last);
    }

    /// Does something that changes the study; what goes wrong is said, and nothing is half-done.
    ///
    /// @return whether it was done
    public boolean act(Runnable act) {
        return attempt(
                        () -> {
                            act.run();
                            return true;
                        })
                .isPresent();
    }

    /// Does something and gives its result, or nothing when it went wrong and was said.
    public <T> Optional<T> attempt(Supplier<T> act) {
        try {
            return Optional.of(act.get());
        } catch (RuntimeException e) {
            failures.accept(e);
            return Optional.empty();
        }
    }

    /// Does something that changes about so many rows: a little at once, much of it beside the window, where it
    /// shows how far it is and can be cancelled; nothing of a cancelled act is stored.
    ///
    /// @param title what is being done
    /// @param done told of its result
    /// @param not run when it went wrong or was cancelled, before that is said
    public <T> void act(String title, long rows, Supplier<T> act, Consumer<T> done, Runnable not) {
        if (rows < MANY) {
            T result;
            try {
                result = act.get();
            } catch (RuntimeException e) {
                not.run();
                failures.accept(e);
                return;
            }
            done.accept(result);
        } else {
            jobs.run(title, progress -> study.history().watched(progress, act), done, not);
        }
    }

    /// The same for an act that gives nothing.
    public void act(String title, long rows, Runnable act) {
        act(
                title,
                rows,
                () -> {
                    act.run();
                    return true;
                },
                done -> {},
                () -> {});
    }

    /// Undoes the person's latest act.
    public void undo() {
        if (!undo.get().isEmpty()) {
            toggle("Undoing", "Undone: ", false, study.history()::undo);
        }
    }

    /// Redoes what was undone last.
    public void redo() {
        if (!redo.get().isEmpty()) {
            toggle("Redoing", "Redone: ", true, study.history()::redo);
        }
    }

    /// A large act goes and comes back beside the window, one at a time.
    private void toggle(String title, String done, boolean redo, Supplier<String> act) {
        Optional<Long> rows =
                toggling ? Optional.empty() : attempt(() -> study.history().size(redo));
        if (rows.isEmpty()) {
            return;
        }
        if (rows.get() < LARGE) {
            attempt(act).ifPresent(what -> say(done + what));
            return;
        }
        toggling = true;
        jobs.run(
                title,
                progress -> {
                    try {
                        return study.history().watched(progress, act);
                    } finally {
                        Platform.runLater(() -> toggling = false);
                    }
                },
                what -> say(done + what));
    }

    /// Who acts, when that is known.
    public Optional<CoderId> me() {
        return study.viewer();
    }

    /// The name of who acts, or "".
    public String myName() {
        return me().map(id -> study.coders().get(id).name()).orElse("");
    }

    /// The same, but for the one round of a study that needs none: who codes there never hears of rounds.
    public ReadOnlyObjectProperty<Optional<Round>> toldRound() {
        return toldRound.getReadOnlyProperty();
    }

    /// The round to act in; opened when the study has none.
    public RoundId actingRound() {
        Optional<Round> now = round.get();
        if (now.isPresent()) {
            return now.get().id();
        }
        RoundId opened = study.rounds().orDefault();
        round.set(Optional.of(study.rounds().get(opened)));
        return opened;
    }

    /// Chooses the round to code in; screens look again at what belongs to a round.
    public void choose(Round wanted) {
        if (round.get().filter(wanted::equals).isEmpty()) {
            round.set(Optional.of(wanted));
            tellOfRound(study.rounds().list());
            tellListeners(Set.of("assignment", "rating", "coding", "unit"));
        }
    }

    /// The codebook as people call it: its latest version, or that none was cut yet.
    public ReadOnlyStringProperty codebookVersion() {
        return version.getReadOnlyProperty();
    }

    private void tell() {
        if (closed) {
            return;
        }
        Set<String> tables;
        synchronized (changed) {
            tables = Set.copyOf(changed);
            changed.clear();
        }
        saved.set("All changes saved " + LocalTime.now(ZoneId.systemDefault()).format(CLOCK));
        catchUp(tables);
    }

    /// Screens look again at what was changed, here or in another program.
    void catchUp(Set<String> tables) {
        if (tables.stream().anyMatch(t -> t.startsWith("code") || t.startsWith("dimension"))) {
            codebook.set(study.codebooks().draft());
            recolour();
            refreshVersion();
        }
        if (tables.contains("round")) {
            refreshRound();
        }
        refreshUndo();
        tellListeners(tables);
    }

    /// One that fails is told of; the others still catch up.
    private void tellListeners(Set<String> tables) {
        for (Consumer<Set<String>> listener : new ArrayList<>(listeners)) {
            act(() -> listener.accept(tables));
        }
    }

    private void refreshVersion() {
        int number =
                study.codebooks().versions().stream().mapToInt(v -> v.number()).max().orElse(0);
        version.set(number == 0 ? "Codebook: draft" : "Codebook v" + number);
    }

    private void recolour() {
        colours.set(new CodeColours(codebook.get(), palette.get()));
    }

    private void refreshRound() {
        List<Round> rounds = study.rounds().list();
        Optional<Round> same =
                round.get()
                        .flatMap(
                                was ->
                                        rounds.stream()
                                                .filter(r -> r.id().equals(was.id()))
                                                .findFirst());
        Optional<Round> latest =
                rounds.stream().filter(r -> !r.frozen()).reduce((first, second) -> second);
        round.set(same.or(() -> latest).or(() -> rounds.stream().reduce((a, b) -> b)));
        tellOfRound(rounds);
    }

    private void tellOfRound(List<Round> rounds) {
        toldRound.set(round.get().filter(r -> rounds.size() > 1 || !Rounds.unasked(r)));
    }

    private void refreshUndo() {
        undo.set(me().isEmpty() ? "" : study.history().undoable().orElse(""));
        redo.set(me().isEmpty() ? "" : study.history().redoable().orElse(""));
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        closed = true;
        palette.unbind();
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        listeners.clear();
    }
}
