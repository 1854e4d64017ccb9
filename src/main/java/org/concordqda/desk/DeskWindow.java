package org.concordqda.desk;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Theme;
import org.concordqda.desk.fx.Zoomed;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.shell.StartView;
import org.concordqda.model.Coder;
import org.concordqda.model.ConcordException;
import org.concordqda.settings.Settings;
import org.concordqda.settings.SettingsFile;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The one window: the choices of a first start, or an open study. Keeps the settings. JavaFX thread only.
public final class DeskWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskWindow.class);

    private final Stage stage;
    private final SettingsFile file;
    private final Theme theme;
    private final StackPane root = new StackPane();
    private final Zoomed zoomed = new Zoomed(root);
    private Settings settings;
    private boolean touring;
    private @Nullable OpenStudy open;

    public DeskWindow(Stage stage, SettingsFile file) {
        this.stage = stage;
        this.file = file;
        settings = file.load();
        // What an event handler throws is told like any refusal; the desk goes on.
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> failed(e));
        theme = new Theme();
        theme.choose(settings.look());
        zoomed.factor().set(settings.look().zoom());
        WindowSize size = WindowSize.on(Screen.getPrimary().getVisualBounds(), settings.window());
        Scene scene = new Scene(zoomed, size.width(), size.height());
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(size.leastWidth());
        stage.setMinHeight(size.leastHeight());
        stage.setMaximized(size.maximized());
        stage.setOnCloseRequest(
                e -> {
                    e.consume();
                    leave(stage::close);
                });
        stage.setOnHiding(e -> remember());
        StudyDrop.accept(root, path -> leave(() -> open(path)));
    }

    /// Shows the window with the choices of a first start.
    public void show() {
        start();
        stage.show();
        StartTime.tell(stage.getScene(), this::busy);
    }

    /// Shows the window on its way to a study, which is read while the window is made. The choices of a first
    /// start come when the study cannot be opened.
    public void show(Path study) {
        stage.setTitle("Concord");
        Label waiting = Pieces.text("Opening " + study.getFileName() + " …", "muted");
        Current now = begin();
        StackPane beneath = new StackPane(waiting);
        beneath.getStyleClass().add("ground");
        put(new StackPane(beneath, now.sheets()));
        open(study);
        now.jobs()
                .whenIdle(
                        () -> {
                            if (open == null) {
                                beneath.getChildren().setAll(choices(now));
                            }
                        });
        stage.show();
        StartTime.tell(stage.getScene(), this::busy);
    }

    private boolean busy() {
        Current now = current;
        return (now != null && !now.jobs().running().isEmpty())
                || study().filter(s -> s.session().jobs().reading()).isPresent();
    }

    /// The colours.
    public Theme theme() {
        return theme;
    }

    /// How large everything is shown: as it was chosen, or as fits the window.
    ReadOnlyDoubleProperty shown() {
        return zoomed.shown();
    }

    /// What is remembered now.
    public Settings settings() {
        return settings;
    }

    /// Changes what is remembered; colours and sizes follow at once.
    void settings(Settings now) {
        if (now.equals(settings)) {
            return;
        }
        boolean bands = !now.benchmark().equals(settings.benchmark());
        boolean looks = !now.look().equals(settings.look());
        settings = now;
        if (looks) {
            theme.choose(now.look());
            zoomed.factor().set(now.look().zoom());
            if (open != null) {
                open.sized(now.look());
            }
        }
        if (bands && open != null) {
            open.bands();
        }
        save();
    }

    /// Where the settings are kept, for people.
    String settingsPlace() {
        return file.place().toString();
    }

    /// Leaves what is open: at once when nothing runs, else after asking.
    void leave(Runnable then) {
        Current now = current;
        if (now == null || now.jobs().running().isEmpty()) {
            then.run();
        } else {
            LeaveSheet.show(now.sheets(), now.jobs(), then);
        }
    }

    /// Acts as another person from here on: every screen is made anew, so that nothing the first person saw
    /// stays in view.
    void actAs(String name) {
        OpenStudy was = open;
        if (was == null) {
            return;
        }
        String place = was.shell().here().map(Place::name).orElse("Code");
        was.leave();
        was.study().actAs(name);
        show(was.study());
        if (open != null) {
            open.session().go(Destination.of(place));
            open.session().say("You act as " + name + " now.");
        }
    }

    /// Asks for a study file and opens it.
    void chooseStudy() {
        FileChooser chooser = Choosers.file("Open a study");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Concord studies", "*.concord"));
        File chosen = chooser.showOpenDialog(stage);
        if (chosen != null) {
            open(chosen.toPath());
        }
    }

    /// Opens the sample study as its first coder; the first time with a tour.
    void openSample(Path path) {
        touring = !settings.tourSeen();
        enter(
                () -> {
                    Study study = Study.open(path);
                    study.coders().people().stream()
                            .findFirst()
                            .ifPresent(c -> study.actAs(c.name()));
                    return study;
                });
    }

    /// The open study, if there is one.
    public Optional<OpenStudy> study() {
        return Optional.ofNullable(open);
    }

    /// Goes back to the choices of a first start; an open study is closed.
    void start() {
        closeStudy();
        stage.setTitle("Concord");
        Current now = begin();
        put(new StackPane(choices(now), now.sheets()));
    }

    /// What a window without a study needs.
    private Current begin() {
        Sheets sheets = new Sheets();
        Failures failures = new Failures(sheets);
        Current now = new Current(sheets, failures, new Jobs(failures));
        current = now;
        return now;
    }

    private StartView choices(Current now) {
        StartActions actions = new StartActions(this, stage, now.sheets(), now.jobs());
        StartView view =
                new StartView(
                        now.jobs(),
                        now.sheets(),
                        settings.recent(),
                        actions.choices(),
                        actions.commands(),
                        this::open,
                        path -> settings(settings.forgotten(path)));
        view.setOnDragOver(
                e -> {
                    if (e.getDragboard().hasFiles()) {
                        e.acceptTransferModes(TransferMode.COPY);
                    }
                });
        view.setOnDragDropped(
                e -> {
                    e.setDropCompleted(true);
                    check(e.getDragboard().getFiles().stream().map(File::toPath).toList());
                });
        return view;
    }

    /// Compares rater sheets before there is a study; what they are not is said.
    Optional<RaterCheck> check(List<Path> files) {
        Current now = current;
        if (now == null) {
            return Optional.empty();
        }
        RaterCheck check = new RaterCheck(this, stage, now.sheets(), now.jobs());
        check.check(files);
        return Optional.of(check);
    }

    private final Opening opening = new Opening();

    private record Current(Sheets sheets, Failures failures, Jobs jobs) {}

    private @Nullable Current current;

    /// Opens a study; when that fails the sentence is said and the window stays as it was. The study that is
    /// open, or about to be, is not opened a second time: that would only read it.
    public void open(Path path) {
        OpenStudy here = open;
        if (here != null
                && here.study().writable()
                && Opening.same(here.study().info().path(), path)) {
            here.session().say("“" + here.study().info().name() + "” is open already.");
            return;
        }
        opening.of(path).ifPresent(this::enter);
    }

    /// Opens what `maker` gives, in the background.
    void enter(Supplier<Study> maker) {
        Current now = current;
        if (now == null) {
            return;
        }
        now.jobs().run("Opening the study", progress -> maker.get(), this::identify);
    }

    /// Finds out who acts before the study is shown.
    private void identify(Study study) {
        if (study.viewer().isPresent()) {
            // Who acts now goes on to, whoever joins; and nobody asks the file again at every read.
            study.actor();
            enter(study);
            return;
        }
        List<Coder> people = study.coders().people();
        Optional<Coder> known =
                people.stream().filter(c -> c.name().equals(settings.coder())).findFirst();
        if (known.isPresent()) {
            study.actAs(known.get().name());
            enter(study);
            return;
        }
        Current now = current;
        if (now != null) {
            CoderSheet.show(
                    now.sheets(),
                    study,
                    people,
                    name -> {
                        study.actAs(name);
                        settings(settings.withCoder(name));
                        enter(study);
                    },
                    study::close);
        }
    }

    private void enter(Study study) {
        closeStudy();
        Path path = study.info().path();
        Choosers.near(path.toFile());
        settings(settings.opened(path.toString()));
        OpenStudy made = show(study);
        made.begin(settings.places().getOrDefault(path.toString(), ""));
        if (touring) {
            touring = false;
            settings(settings.withTourSeen());
            made.tour();
        }
    }

    private OpenStudy show(Study study) {
        OpenStudy made = new OpenStudy(this, study);
        open = made;
        current = made.current(Current::new);
        stage.setTitle(study.info().name() + " – Concord");
        put(made.view());
        return made;
    }

    /// Says what went wrong where nobody else did.
    void failed(Throwable thrown) {
        Current now = current;
        if (now != null) {
            now.failures().accept(thrown);
        } else {
            LOG.error("Unexpected", thrown);
        }
    }

    private void put(Parent view) {
        if (view instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        root.getChildren().setAll(view);
    }

    private void closeStudy() {
        OpenStudy was = open;
        open = null;
        if (was != null) {
            was.close();
        }
        Current now = current;
        if (now != null) {
            now.jobs().close();
        }
    }

    private void remember() {
        boolean maximized = stage.isMaximized();
        Settings.Window was = settings.window();
        settings =
                settings.withWindow(
                        new Settings.Window(
                                maximized ? was.width() : stage.getScene().getWidth(),
                                maximized ? was.height() : stage.getScene().getHeight(),
                                maximized));
        save();
    }

    private void save() {
        try {
            file.save(settings);
        } catch (ConcordException e) {
            // Forgetting where the window stood must never stand in the way of work.
            LOG.warn("Settings were not saved", e);
        }
    }

    @Override
    public void close() {
        closeStudy();
        save();
    }
}
