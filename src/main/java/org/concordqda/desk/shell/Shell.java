package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The window of an open study: rail, top bar, the place one is in, status bar; over them the palette and
/// other cards.
public final class Shell extends StackPane {
    private final Session session;
    private final List<Place> places;
    private final List<Command> global;
    private final Sheets sheets;
    private final Rail rail;
    private final StackPane content = new StackPane();
    private final HBox beside = Pieces.row(8);
    private final Label where = Pieces.text("", "muted");
    private final Button ask = new Button();
    private @Nullable Place here;

    /// @param global commands of every place (settings, undo …)
    public Shell(Session session, Sheets sheets, List<Place> places, List<Command> global) {
        this.session = session;
        this.sheets = sheets;
        this.places = List.copyOf(places);
        this.global = List.copyOf(global);
        rail = new Rail(places, this::enter);
        BorderPane frame = new BorderPane();
        frame.setLeft(rail);
        content.getStyleClass().add("ground");
        VBox.setVgrow(content, javafx.scene.layout.Priority.ALWAYS);
        VBox right = new VBox(topBar(), content, new StatusBar(session));
        frame.setCenter(right);
        Toasts toasts = new Toasts(session);
        getChildren().addAll(frame, toasts, sheets);
        getStyleClass().add("ground");
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        session.round().subscribe(round -> refreshTop());
        session.destination()
                .subscribe(
                        to -> {
                            if (to != null) {
                                goTo(to);
                            }
                        });
    }

    private HBox topBar() {
        Label study = Pieces.text(session.study().info().name(), "strong");
        study.setStyle("-fx-font-size: 15px;");
        ask.getStyleClass().add("ask");
        ask.setAccessibleText("Open the palette");
        HBox prompt = Pieces.row(6);
        prompt.setMouseTransparent(true);
        Label words = Pieces.text("Apply a code or run a command", "faint");
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        prompt.getChildren().addAll(words, Pieces.spring(), Pieces.key("Ctrl K"));
        prompt.prefWidthProperty().bind(ask.widthProperty().subtract(22));
        ask.setGraphic(prompt);
        ask.setOnAction(e -> palette());
        HBox bar = new HBox(study, where, beside, Pieces.spring(), ask);
        bar.getStyleClass().addAll("top-bar", "line-below");
        return bar;
    }

    /// The place one is in.
    public Optional<Place> here() {
        return Optional.ofNullable(here);
    }

    /// Goes to a place.
    public void enter(Place place) {
        here = place;
        rail.here(place.name());
        // Put in again, everything in it would be dressed again.
        if (!content.getChildren().equals(List.of(place.view()))) {
            content.getChildren().setAll(place.view());
        }
        place.entered();
        refreshTop();
        place.focus();
    }

    private void refreshTop() {
        if (here != null) {
            where.setText(here.name());
            beside.getChildren().setAll(here.topBar());
        }
    }

    private void goTo(Destination to) {
        places.stream().filter(p -> p.name().equals(to.place())).findFirst().ifPresent(this::enter);
    }

    /// Opens the palette over what can be done here.
    public void palette() {
        List<Choice> all = new ArrayList<>();
        String prompt = "Run a command or go to a place";
        if (here instanceof Choices choices) {
            all.addAll(choices.choices());
            prompt = choices.prompt();
        }
        commands()
                .forEach(
                        c ->
                                all.add(
                                        new Choice(
                                                c.name(),
                                                "",
                                                c.keys(),
                                                Optional.empty(),
                                                c.action())));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            all.add(
                    new Choice(
                            "Go to " + place.name(),
                            "",
                            "Alt " + (i + 1),
                            Optional.empty(),
                            () -> enter(place)));
        }
        sheets.show(new CommandPalette(sheets, prompt, all));
    }

    /// Every command that works here, those of the place first.
    public Stream<Command> commands() {
        return Stream.concat(
                here == null ? Stream.of() : here.commands().stream(), global.stream());
    }

    /// Shows all keys.
    public void keys() {
        VBox list = new VBox(6);
        commands()
                .filter(c -> c.key() != null)
                .forEach(
                        c ->
                                list.getChildren()
                                        .add(
                                                Pieces.row(
                                                        8,
                                                        Pieces.text(c.name()),
                                                        Pieces.spring(),
                                                        Pieces.key(c.keys()))));
        for (int i = 0; i < places.size(); i++) {
            list.getChildren()
                    .add(
                            Pieces.row(
                                    8,
                                    Pieces.text("Go to " + places.get(i).name()),
                                    Pieces.spring(),
                                    Pieces.key("Alt " + (i + 1))));
        }
        javafx.scene.control.ScrollPane scroll = new javafx.scene.control.ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(520);
        list.setPadding(new Insets(0, 14, 0, 0));
        list.setAlignment(Pos.TOP_LEFT);
        sheets.show(Sheets.card("Keys", 480, scroll, Pieces.primary("Close", "Esc", sheets::away)));
    }

    private void key(KeyEvent e) {
        if (sheets.isVisible()) {
            return;
        }
        for (Command command : commands().toList()) {
            if (command.key() != null && command.key().match(e)) {
                command.action().run();
                e.consume();
                return;
            }
        }
        if ("?".equals(e.getText()) && !(e.getTarget() instanceof TextInputControl)) {
            keys();
            e.consume();
            return;
        }
        if (e.isAltDown() && e.getCode().isDigitKey()) {
            int at = e.getCode().getChar().charAt(0) - '1';
            if (at >= 0 && at < places.size()) {
                enter(places.get(at));
                e.consume();
            }
        }
    }
}
