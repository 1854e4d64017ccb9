package org.concordqda.desk;

import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.util.Duration;
import javafx.util.Subscription;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.desk.agreement.AgreementPlace;
import org.concordqda.desk.codebook.CodebookPlace;
import org.concordqda.desk.coding.CodePlace;
import org.concordqda.desk.coding.LastLine;
import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.memos.MemosSheet;
import org.concordqda.desk.reports.ReportsPlace;
import org.concordqda.desk.rounds.RoundsPlace;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Following;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.desk.shell.FindSheet;
import org.concordqda.desk.shell.HistorySheet;
import org.concordqda.desk.shell.Shell;
import org.concordqda.desk.sources.FileDrop;
import org.concordqda.desk.sources.SourcesPlace;
import org.concordqda.model.SourceId;
import org.concordqda.settings.Settings.Look;
import org.concordqda.settings.Settings.ThemeChoice;
import org.concordqda.study.MemoList.Kept;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An open study in the window: the session, its places, and what belongs to all of them. Wired by hand
/// here.
public final class OpenStudy implements AutoCloseable {
    private final DeskWindow window;
    private final Study study;
    private final Sheets sheets = new Sheets();
    private final Failures failures = new Failures(sheets);
    private final Jobs jobs = new Jobs(failures);
    private final Session session;
    private final CodePlace code;
    private final SourcesPlace sources;
    private final AgreementPlace agreement;
    private final Shell shell;
    private final StringProperty zoom = new SimpleStringProperty("");

    /// Where the person is, is written down soon after each step: the program may be ended from outside.
    private final PauseTransition keeping = new PauseTransition(Duration.millis(400));

    private final Optional<Following> following;

    private final Subscription fitted;

    OpenStudy(DeskWindow window, Study study) {
        this.window = window;
        this.study = study;
        // A file dialog of the system opens and closes every file of a folder it shows.
        Thread.ofVirtual().start(study::holdFirmly);
        session = new Session(study, jobs, failures);
        failures.sayBy(session::say);
        session.palette().bind(window.theme().palette());
        code = new CodePlace(session, sheets);
        List<Place> places = new ArrayList<>();
        sources = new SourcesPlace(session, sheets);
        sources.layout(window.settings().places().getOrDefault(layoutKey(), ""));
        places.add(sources);
        places.add(code);
        places.add(new CodebookPlace(session, sheets));
        places.add(new RoundsPlace(session, sheets));
        agreement = new AgreementPlace(session, sheets);
        places.add(agreement);
        bands();
        places.add(new ReportsPlace(session, sheets));
        shell =
                new Shell(
                        session,
                        sheets,
                        places,
                        new Shell.Surroundings(
                                this::commands,
                                zoom,
                                this::settings,
                                this::actAs,
                                () -> window.settings().commands(),
                                name -> window.settings(window.settings().chosen(name))));
        FileDrop.on(
                shell,
                files -> {
                    // A card asks for something first: nothing may take its place unasked.
                    if (!sheets.isVisible()) {
                        session.go(Destination.of("Sources"));
                        sources.take(files);
                    }
                });
        code.stops(window.settings().places().getOrDefault(stopsKey(), ""));
        lastRound();
        following = study.writable() ? Optional.empty() : Optional.of(Following.of(session));
        keeping.setOnFinished(e -> keepPlace());
        code.onMoved(keeping::playFromStart);
        session.onActed(tables -> keeping.playFromStart());
        session.round().subscribe((was, now) -> keeping.playFromStart());
        sized(window.settings().look());
        fitted = window.shown().subscribe(now -> sized(window.settings().look()));
        code.zoom()
                .subscribe(
                        (was, now) ->
                                window.settings(
                                        window.settings()
                                                .withLook(
                                                        window.settings()
                                                                .look()
                                                                .text(now.doubleValue()))));
    }

    /// Takes the scale of coefficients that was chosen.
    void bands() {
        BenchmarkScale.of(window.settings().benchmark()).ifPresent(agreement::bands);
    }

    /// Takes the sizes that were chosen.
    void sized(Look look) {
        code.zoom().set(look.text());
        String text = look.text() == 1 ? "" : "Text " + SettingsSheet.percent(look.text()) + " · ";
        double shown = Math.min(window.shown().get(), look.zoom());
        String fits = shown < look.zoom() ? " (of " + SettingsSheet.percent(look.zoom()) + ")" : "";
        zoom.set(text + SettingsSheet.percent(shown) + fits);
    }

    private List<Command> commands() {
        return Stream.concat(own().stream(), WhoAndWhere.of(session, this::actAs).stream())
                .toList();
    }

    private void actAs(String name) {
        window.leave(() -> window.actAs(name));
    }

    private List<Command> own() {
        return List.of(
                Command.of("Undo", "Shortcut+Z", session::undo).telling(session.undoLabel().get()),
                Command.of("Redo", "Shortcut+Shift+Z", session::redo)
                        .telling(session.redoLabel().get()),
                Command.of("Palette", "Shortcut+K", this::palette),
                Command.of("Find everywhere", "Shortcut+Shift+F", this::find),
                Command.of("Memos", "Shortcut+Shift+J", () -> MemosSheet.show(session, sheets)),
                Command.of(
                        "Analytic journal: write an entry",
                        "",
                        () -> MemosSheet.journal(session, sheets)),
                Command.of("History", "Shortcut+H", this::history),
                Command.of("All keys", "F1", this::keys),
                Command.of("Settings", "Shortcut+COMMA", this::settings),
                Command.of("Show the tour", "", this::tour),
                Command.of("Larger window", "Shortcut+Shift+EQUALS", () -> zoom(1.1)),
                Command.of("Smaller window", "Shortcut+Shift+MINUS", () -> zoom(1 / 1.1)),
                Command.of("Window at 100 %", "Shortcut+Shift+DIGIT0", () -> zoom(0)),
                Command.of("Colours: follow the system", "", () -> theme(ThemeChoice.SYSTEM)),
                Command.of("Colours: light", "", () -> theme(ThemeChoice.LIGHT)),
                Command.of("Colours: dark", "", () -> theme(ThemeChoice.DARK)),
                Command.of(
                        "Colours: high contrast, light",
                        "",
                        () -> theme(ThemeChoice.HIGH_CONTRAST_LIGHT)),
                Command.of(
                        "Colours: high contrast, dark",
                        "",
                        () -> theme(ThemeChoice.HIGH_CONTRAST_DARK)),
                Command.of(
                        "Open another study",
                        "Shortcut+Alt+O",
                        () -> window.leave(window::chooseStudy)),
                Command.of("Save a copy of the study", "", this::saveCopy),
                Command.of("Close the study", "", () -> window.leave(window::start)));
    }

    private void zoom(double by) {
        Look look = window.settings().look();
        window.settings(window.settings().withLook(look.zoomed(by == 0 ? 1 : look.zoom() * by)));
    }

    private void settings() {
        SettingsSheet.show(
                window,
                sheets,
                Optional.of(study.info().path()),
                () -> {
                    sheets.away();
                    tour();
                });
    }

    /// A short walk over the real controls.
    void tour() {
        shell.tour(StudyTour.steps(shell, session));
    }

    /// Writes the study as it is now to another file; the way on when its own place is gone.
    private void saveCopy() {
        javafx.stage.FileChooser chooser = Choosers.file("Save a copy of the study");
        chooser.setInitialFileName("copy-of-" + study.info().path().getFileName());
        java.io.File chosen = chooser.showSaveDialog(shell.getScene().getWindow());
        if (chosen != null) {
            Choosers.near(chosen);
            saveCopy(chosen.toPath());
        }
    }

    void saveCopy(java.nio.file.Path to) {
        jobs.run(
                "Saving a copy",
                progress -> {
                    study.backup(to);
                    return to;
                },
                saved -> session.say("A copy is at " + saved + "; open it to go on there."));
    }

    private void palette() {
        shell.palette();
    }

    private void find() {
        sheets.show(
                new FindSheet(
                        session,
                        sheets,
                        memo -> MemosSheet.open(session, sheets, Kept.MEMO, memo.value())));
    }

    private void history() {
        HistorySheet.show(session, sheets);
    }

    private void keys() {
        shell.keys();
    }

    private void theme(ThemeChoice choice) {
        window.settings(window.settings().withLook(window.settings().look().with(choice)));
    }

    /// The parts that a window needs to go on from here.
    <T> T current(Maker<T> maker) {
        return maker.make(sheets, failures, jobs);
    }

    /// Makes something of the parts.
    interface Maker<T> {
        T make(Sheets sheets, Failures failures, Jobs jobs);
    }

    /// The study and its services.
    public Study study() {
        return study;
    }

    /// What screens share.
    public Session session() {
        return session;
    }

    /// The window's content.
    public Parent view() {
        return shell;
    }

    /// Goes to where work stopped (`place:source:position:memory`), or to where it begins.
    void begin(String place) {
        String[] parts = place.split(":");
        if (parts.length >= 3 && sourceExists(parts[1])) {
            if (parts.length > 3) {
                code.recall(
                        new SourceId(Long.parseLong(parts[1])),
                        Integer.parseInt(parts[2]),
                        parts[3]);
            }
            session.go(
                    Destination.in(
                            new SourceId(Long.parseLong(parts[1])),
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[2])));
        } else {
            session.go(Destination.of(study.sources().count() == 0 ? "Sources" : "Code"));
        }
        if (!study.writable()) {
            session.say(
                    Files.isWritable(study.info().path())
                            ? "This study is open in another Concord. Here it can be read; to change it,"
                                    + " close it there and open it again."
                            : "This study’s file is read-only. It can be read; to change it, save a copy"
                                    + " elsewhere and open that.");
        }
    }

    /// Beside the place where work stopped: the columns of the table of sources.
    private String layoutKey() {
        return study.info().path() + "#sources";
    }

    private String stopsKey() {
        return study.info().path() + "#stops";
    }

    private String roundKey() {
        return study.info().path() + "#round";
    }

    /// The round in which the person coded last is the one to go on in.
    private void lastRound() {
        String name = window.settings().places().getOrDefault(roundKey(), "");
        study.rounds().byName(name).filter(r -> !r.frozen()).ifPresent(session::choose);
    }

    private void keepPlace() {
        session.round().get().ifPresent(round -> keep(roundKey(), round.name()));
        whereabouts().ifPresent(place -> keep(study.info().path().toString(), place));
        keep(stopsKey(), code.stops());
    }

    private void keep(String key, String words) {
        window.settings(window.settings().withPlace(key, words));
    }

    private boolean sourceExists(String id) {
        return id.matches("\\d{1,18}") && study.sources().has(new SourceId(Long.parseLong(id)));
    }

    /// Where work stands, to come back to.
    Optional<String> whereabouts() {
        return code.here()
                .flatMap(
                        d ->
                                d.source()
                                        .map(
                                                s ->
                                                        "Code:"
                                                                + s.value()
                                                                + ":"
                                                                + d.start()
                                                                + ":"
                                                                + code.memory()));
    }

    /// The shell, for tests.
    public Shell shell() {
        return shell;
    }

    @Override
    public void close() {
        leave();
        study.close();
    }

    /// Ends the screens; the study stays open.
    void leave() {
        // Fields store what stands in them when they lose the keyboard; closing alone takes it from
        // none.
        shell.requestFocus();
        fitted.unsubscribe();
        keeping.stop();
        following.ifPresent(Following::close);
        keepPlace();
        keep(layoutKey(), sources.layout());
        session.close();
        jobs.close();
        LastLine.forget();
    }
}
