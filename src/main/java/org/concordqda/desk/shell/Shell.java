package org.concordqda.desk.shell;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.palette.CommandPalette;
import org.concordqda.desk.palette.PaletteModel;
import org.concordqda.desk.palette.PaletteModel.Section;
import org.concordqda.desk.session.Choices;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.KeyHint;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The window of an open study: rail, top bar, the place one is in, status bar; over them the palette and
/// other cards.
public final class Shell extends StackPane {
    private static final double NARROW = 1100;

    private final Session session;
    private final List<Place> places;
    private final Surroundings around;
    private final Sheets sheets;
    private final Rail rail;
    private final TopBar top;
    private final StackPane content = new StackPane();
    private @Nullable Place here;
    private boolean keyboardLost;
    private @Nullable Tour tour;

    /// What the shell takes from the window around it.
    ///
    /// @param commands commands of every place, as they stand now
    /// @param zoom how large everything is shown, in words
    /// @param settings shows the settings
    /// @param actAs acts as another person
    /// @param recent names of commands chosen before, newest first
    /// @param chosen told what is chosen from the palette
    public record Surroundings(
            Supplier<List<Command>> commands,
            ObservableValue<String> zoom,
            Runnable settings,
            Consumer<String> actAs,
            Supplier<List<String>> recent,
            Consumer<String> chosen) {}

    public Shell(Session session, Sheets sheets, List<Place> places, Surroundings around) {
        this.session = session;
        this.sheets = sheets;
        this.places = List.copyOf(places);
        this.around = around;
        keepKeyboard();
        rail = new Rail(places, this::enter, around.settings(), this::keys);
        top = new TopBar(session, this::back, this::forward, this::palette, around.actAs());
        content.getStyleClass().add("ground");
        VBox.setVgrow(content, Priority.ALWAYS);
        content.setMinSize(0, 0);
        BorderPane frame = new BorderPane();
        frame.setLeft(rail);
        frame.setCenter(new VBox(top, content, new StatusBar(session, sheets, around.zoom())));
        getChildren().addAll(frame, new Toasts(session), sheets);
        getStyleClass().add("ground");
        session.round()
                .subscribe(
                        round -> {
                            if (here != null) {
                                top.at(here);
                            }
                        });
        widthProperty().subscribe(w -> rail.narrow(w.doubleValue() < NARROW));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        // After the views, for which Alt and arrows may mean something else.
        addEventHandler(KeyEvent.KEY_PRESSED, this::trailKey);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouse);
        session.destination()
                .subscribe(
                        to -> {
                            if (to != null) {
                                goTo(to);
                            }
                        });
    }

    /// When what had the keyboard is gone, as a button that an act made anew, JavaFX gives it to the first
    /// thing in the window, which is the rail; whoever types on is meant to be in the place.
    private void keepKeyboard() {
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(
                        (was, now) -> {
                            keyboardLost |= was != null && was.getScene() == null;
                            if (now != null) {
                                if (keyboardLost
                                        && now.getParent() == rail
                                        && !sheets.isVisible()) {
                                    Platform.runLater(this::toPlace);
                                }
                                keyboardLost = false;
                            }
                        });
    }

    private void toPlace() {
        if (here != null && !sheets.isVisible()) {
            focusIn(here);
        }
    }

    /// Where a place puts the keyboard; else its primary button, else nothing in it: what is still read comes
    /// next for Tab, or takes it. Never where one does not see it: in the place that was left.
    private void focusIn(Place place) {
        place.focus();
        Node view = place.view();
        if (getScene() != null && !Sheets.within(getScene().getFocusOwner(), view)) {
            // What scrolls stands in the window only once it is styled.
            view.applyCss();
            Node primary = view.lookup(".primary");
            content.requestFocus();
            if (primary != null) {
                Sheets.focusFirst(primary);
            }
        }
    }

    /// The place one is in.
    public Optional<Place> here() {
        return Optional.ofNullable(here);
    }

    /// All places, in the order of the rail.
    public List<Place> places() {
        return places;
    }

    /// Goes to a place, as it was left.
    public void enter(Place place) {
        if (here != null) {
            session.trail().visit(here.stop());
        }
        show(place);
    }

    private void show(Place place) {
        here = place;
        rail.here(place.name());
        onShow(place.view());
        session.act(place::entered);
        top.at(place);
        focusIn(place);
        session.trail().visit(place.stop());
    }

    /// Shows a place and hides the others, which stay in the window: taken out and put back, everything in
    /// them would be styled anew.
    private void onShow(Node view) {
        if (!content.getChildren().contains(view)) {
            content.getChildren().add(view);
        }
        for (Node each : content.getChildren()) {
            boolean shown = each.equals(view);
            each.setManaged(shown);
            each.setVisible(shown);
        }
    }

    private void goTo(Destination to) {
        places.stream()
                .filter(p -> p.name().equals(to.place()))
                .findFirst()
                .ifPresent(
                        place -> {
                            enter(place);
                            // Reached: going to the place again by the rail shows it as it was
                            // left.
                            session.destination().set(null);
                        });
    }

    private void back() {
        if (here != null) {
            session.trail().visit(here.stop());
        }
        session.trail().back().ifPresent(this::revisit);
    }

    private void forward() {
        session.trail().forward().ifPresent(this::revisit);
    }

    private void revisit(Destination to) {
        here = null;
        session.go(to);
    }

    /// Opens the palette over what can be done here.
    public void palette() {
        List<Section> sections = new ArrayList<>();
        String prompt = "Run a command, go to a place or a source";
        String otherwise = "No command and no source is called so. Words in texts: Ctrl+Shift+F.";
        if (here instanceof Choices choices) {
            sections.add(new Section("Codes", choices.choices()));
            prompt = choices.prompt();
            otherwise =
                    choices.choices().isEmpty()
                            ? "No command and no source is called so. Codes are here once words are"
                                    + " selected."
                            : "No code, command or source is called so. Words in texts: Ctrl+Shift+F.";
        }
        if (here != null) {
            sections.add(new Section(here.name(), choices(here.commands())));
        }
        sections.add(new Section("Everywhere", choices(around.commands().get())));
        sections.add(new Section("Places", choices(goTo())));
        PaletteModel model =
                new PaletteModel(
                        sections,
                        around.recent().get(),
                        choice -> {
                            if (choice.colour().isEmpty()) {
                                around.chosen().accept(choice.name());
                            }
                        });
        CommandPalette palette = new CommandPalette(sheets, prompt, model, otherwise);
        sheets.show(palette);
        session.jobs().quietly(progress -> sources(), palette::lookUp);
    }

    /// Every source, found by words of its title or key.
    private Section sources() {
        return new Section(
                "Sources",
                session.study().sources().list().stream()
                        .map(
                                s ->
                                        new Choice(
                                                s.title(),
                                                s.key().equals(s.title()) ? "" : s.key(),
                                                s.excluded().isEmpty() ? "" : " · left out",
                                                "",
                                                Optional.empty(),
                                                () -> session.go(Destination.in(s.id(), 0, 0))))
                        .toList());
    }

    private static List<Choice> choices(List<Command> commands) {
        return commands.stream()
                .map(
                        c ->
                                new Choice(
                                        c.name(),
                                        "",
                                        c.told(),
                                        c.keys(),
                                        Optional.empty(),
                                        c.action()))
                .toList();
    }

    private List<Command> goTo() {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            commands.add(
                    Command.of("Go to " + place.name(), "Alt+DIGIT" + (i + 1), () -> enter(place)));
        }
        commands.add(Command.of("Back to where you were", "", this::back));
        commands.add(Command.of("Forward again", "", this::forward));
        return commands;
    }

    /// Every command that works here, those of the place first.
    public Stream<Command> commands() {
        return Stream.of(
                        here == null ? List.<Command>of() : here.commands(),
                        around.commands().get(),
                        goTo())
                .flatMap(List::stream);
    }

    /// Shows all keys, those of this place first.
    public void keys() {
        List<KeysSheet.Group> groups = new ArrayList<>();
        for (Place place : places) {
            List<KeyHint> keys = new ArrayList<>(hints(place.commands()));
            keys.addAll(place.hints());
            KeysSheet.Group group = new KeysSheet.Group(place.name(), keys);
            groups.add(place.equals(here) ? 0 : groups.size(), group);
        }
        List<KeyHint> everywhere = new ArrayList<>(hints(around.commands().get()));
        everywhere.add(new KeyHint("?", "All keys"));
        everywhere.add(new KeyHint("Alt ← →", "Back and forward between places and sources"));
        everywhere.add(new KeyHint("Esc", "Put a card away"));
        everywhere.addAll(hints(goTo()));
        groups.add(Math.min(1, groups.size()), new KeysSheet.Group("Everywhere", everywhere));
        KeysSheet.show(sheets, groups.stream().filter(g -> !g.keys().isEmpty()).toList());
    }

    private static List<KeyHint> hints(List<Command> commands) {
        return commands.stream()
                .filter(c -> c.key() != null)
                .map(c -> new KeyHint(c.keys(), c.name()))
                .toList();
    }

    /// Begins a tour over this window.
    public void tour(List<Tour.Step> steps) {
        endTour();
        Tour begun = new Tour(steps, this::endTour);
        tour = begun;
        getChildren().add(begun);
        begun.begin();
    }

    private void endTour() {
        if (tour != null) {
            tour.end();
            getChildren().remove(tour);
            tour = null;
            if (here != null) {
                here.focus();
            }
        }
    }

    private void key(KeyEvent e) {
        if (tour != null && tour.key(e)) {
            e.consume();
            return;
        }
        if (sheets.isVisible() || Typing.keeps(e)) {
            return;
        }
        for (Command command : commands().toList()) {
            if (command.key() != null && command.key().match(e)) {
                command.action().run();
                e.consume();
                return;
            }
        }
    }

    private void typed(KeyEvent e) {
        if ("?".equals(e.getCharacter())
                && !sheets.isVisible()
                && !(e.getTarget() instanceof TextInputControl)) {
            keys();
            e.consume();
        }
    }

    private void trailKey(KeyEvent e) {
        if (!e.isAltDown() || e.isShiftDown() || e.isControlDown() || sheets.isVisible()) {
            return;
        }
        if (e.getCode() == KeyCode.LEFT) {
            back();
            e.consume();
        } else if (e.getCode() == KeyCode.RIGHT) {
            forward();
            e.consume();
        }
    }

    private void mouse(MouseEvent e) {
        if (e.getButton() == MouseButton.BACK) {
            back();
        } else if (e.getButton() == MouseButton.FORWARD) {
            forward();
        }
    }

    /// A node of the window by its style class, for what points at it.
    public Optional<Node> find(String styleClass) {
        return Optional.ofNullable(lookup("." + styleClass)).filter(Node::isVisible);
    }
}
