package org.concordqda.desk.rounds;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.desk.fx.ChoiceWords;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.VersionId;
import org.concordqda.study.RoundProgress;
import org.concordqda.study.Rounds;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Rounds of coding: open one, assign it, watch it, unseal and close it.
public final class RoundsPlace implements Place {
    private final Session session;
    private final Sheets sheets;
    private final VBox list = new VBox(16);
    private final StackPane view = new StackPane();
    private Map<RoundId, List<RoundProgress>> counted = Map.of();
    private boolean stale = true;
    private boolean uncounted = true;
    private boolean counting;
    private final Latest latest = new Latest();
    private final Unread unread = new Unread(this::count);

    public RoundsPlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        list.setPadding(new Insets(22, 24, 22, 24));
        session.onActed(this::acted);
    }

    @Override
    public String name() {
        return "Rounds";
    }

    @Override
    public Feather icon() {
        return Feather.REFRESH_CW;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void entered() {
        catchUp();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("Open a round", "Shortcut+N", this::askOpen),
                Command.of("Add a coder", "", this::askCoder));
    }

    private void acted(Set<String> tables) {
        uncounted |= tables.contains("assignment") || tables.contains("coder");
        stale |= uncounted || tables.contains("round") || tables.contains("codebook_version");
        if (Pieces.onShow(view)) {
            catchUp();
        }
    }

    private void catchUp() {
        if (uncounted) {
            count();
        }
        if (stale) {
            refresh();
        }
    }

    private void refresh() {
        stale = false;
        List<Round> rounds = session.study().rounds().list();
        String coders =
                session.study().coders().people().stream()
                        .map(Coder::name)
                        .collect(Collectors.joining(" · ", "Coders: ", ""));
        if (rounds.isEmpty()) {
            view.getChildren()
                    .setAll(
                            Pieces.empty(
                                    Feather.REFRESH_CW,
                                    "No round yet",
                                    "A round says who codes what under which codebook. One person"
                                            + " who codes alone needs none. "
                                            + coders,
                                    Pieces.button("Add a coder", this::askCoder),
                                    Pieces.primary("Open a round", "Ctrl+N", this::askOpen)));
            return;
        }
        boolean here = view.isFocusWithin();
        list.getChildren().clear();
        HBox head =
                Pieces.row(
                        8,
                        Pieces.text("Rounds", "strong", "big"),
                        Pieces.spring(),
                        Pieces.button("Add a coder", this::askCoder),
                        Pieces.primary("Open a round", "Ctrl+N", this::askOpen));
        Label who = Pieces.text(coders, "muted", "small");
        who.setWrapText(true);
        list.getChildren().addAll(head, who, unread);
        Map<VersionId, Integer> versions = new HashMap<>();
        session.study().codebooks().versions().forEach(v -> versions.put(v.id(), v.number()));
        for (Round round : rounds.reversed()) {
            list.getChildren().add(card(round, versions));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // It follows the keyboard; having it itself would be seen nowhere.
        scroll.setFocusTraversable(false);
        view.getChildren().setAll(scroll);
        if (here) {
            view.applyCss();
            Sheets.focusFirst(view);
        }
    }

    private VBox card(Round round, Map<VersionId, Integer> versions) {
        boolean current = session.round().get().filter(r -> r.id().equals(round.id())).isPresent();
        HBox head = Pieces.row(8, Pieces.text(round.name(), "strong"));
        if (current) {
            head.getChildren().add(Pieces.chip("Coding here", "soft"));
        }
        head.getChildren()
                .add(
                        Pieces.chip(
                                round.closed()
                                        ? "Closed"
                                        : round.sealed()
                                                ? "Blind"
                                                : round.unsealed() ? "Unsealed" : "Open"));
        head.getChildren()
                .add(Pieces.chip("Codebook v" + versions.getOrDefault(round.version(), 0)));
        head.getChildren().add(Pieces.spring());
        if (!current && !round.closed()) {
            head.getChildren()
                    .add(
                            Pieces.button(
                                    "Code in this round",
                                    () -> {
                                        session.choose(round);
                                        refresh();
                                    }));
        }
        if (round.sealed()) {
            head.getChildren().add(Pieces.button("Unseal …", () -> askUnseal(round)));
        }
        head.getChildren()
                .add(
                        Pieces.button(
                                round.closed() ? "Reopen" : "Close",
                                () ->
                                        session.act(
                                                () ->
                                                        session.study()
                                                                .rounds()
                                                                .close(
                                                                        round.id(),
                                                                        !round.closed()))));
        VBox card = new VBox(12, head, chosen(round));
        progress(round.id()).forEach(card.getChildren()::add);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(14, 16, 16, 16));
        return card;
    }

    /// How the round's agreement is computed: what a blank means, and which statistic speaks for it.
    private HBox chosen(Round round) {
        ComboBox<Missing> missing =
                choice(
                        round.name() + ", missing ratings",
                        List.of(Missing.values()),
                        Missing.valueOf(round.missing()),
                        Missing::label,
                        m ->
                                session.study()
                                        .rounds()
                                        .choose(round.id(), Optional.of(m), Optional.empty()));
        ComboBox<Statistic> primary =
                choice(
                        round.name() + ", primary statistic",
                        Rounds.primaries(),
                        Rounds.primaries().stream()
                                .filter(s -> s.key().equals(round.primary()))
                                .findFirst()
                                .orElse(Statistic.KRIPPENDORFF_ALPHA),
                        Statistic::label,
                        s ->
                                session.study()
                                        .rounds()
                                        .choose(round.id(), Optional.empty(), Optional.of(s)));
        Label left = Pieces.text("Missing ratings", "muted", "small");
        left.setMinWidth(140);
        left.setPrefWidth(140);
        return Pieces.row(
                12, left, missing, Pieces.text("Primary statistic", "muted", "small"), primary);
    }

    private <T> ComboBox<T> choice(
            String name, List<T> values, T now, Function<T, String> words, Consumer<T> choose) {
        ComboBox<T> box = new ComboBox<>();
        box.setAccessibleText(name);
        box.getStyleClass().add("small-combo");
        box.getItems().setAll(values);
        box.setConverter(new ChoiceWords<>(words));
        box.setValue(now);
        box.setOnAction(
                e -> {
                    T wanted = box.getValue();
                    if (wanted != null && !wanted.equals(now)) {
                        session.act(() -> choose.accept(wanted));
                        // What was refused stands as it was.
                        refresh();
                    }
                });
        return box;
    }

    /// A line per coder, once it is counted how far they are.
    private List<Node> progress(RoundId round) {
        List<RoundProgress> lines = counted.getOrDefault(round, List.of());
        if (counting) {
            return List.of(Pieces.text("Counting who has done what …", "muted", "small"));
        }
        return lines.stream().<Node>map(RoundsPlace::line).toList();
    }

    private static HBox line(RoundProgress of) {
        Label who = Pieces.text(of.coder());
        who.setMinWidth(140);
        who.setPrefWidth(140);
        ProgressBar bar = new ProgressBar((double) of.done() / of.assigned());
        bar.setPrefWidth(320);
        bar.setPrefHeight(6);
        bar.setAccessibleText(who.getText() + ", share done");
        String words =
                Words.number(of.done())
                        + " of "
                        + Words.number(of.assigned())
                        + " done"
                        + (of.begun() > 0 ? ", " + Words.number(of.begun()) + " in progress" : "");
        return Pieces.row(12, who, bar, Pieces.text(words, "muted", "small"));
    }

    /// Counts again in the background what an act touched; the rounds themselves stand there at once.
    private void count() {
        uncounted = false;
        counting = true;
        unread.say("");
        latest.read(
                session.jobs(),
                progress -> session.study().rounds().progress(),
                now -> {
                    counting = false;
                    counted = now;
                    refresh();
                },
                why -> {
                    counting = false;
                    uncounted = true;
                    counted = Map.of();
                    unread.say("Who has done what is not counted. " + why);
                    refresh();
                });
    }

    private void askUnseal(Round round) {
        sheets.askForGood(
                "Unseal " + round.name() + "?",
                Unfinished.words(counted.getOrDefault(round.id(), List.of()))
                        + "Everybody sees all ratings of the round from now on, and they stay as"
                        + " they are. This cannot be undone.",
                "Unseal",
                () -> session.act(() -> session.study().rounds().unseal(round.id())));
    }

    private void askCoder() {
        TextField name = Pieces.field("Name of the coder");
        Runnable add =
                () -> {
                    String called = name.getText().strip();
                    if (session.act(() -> session.study().coders().add(called, CoderKind.PERSON))) {
                        sheets.away();
                        session.say(
                                called + " codes here too. Open a round to say who codes what.");
                    }
                };
        name.setOnAction(e -> add.run());
        var go = Pieces.primary("Add", "Enter", add);
        go.disableProperty().bind(name.textProperty().isEmpty());
        sheets.show(
                Sheets.card("Add a coder", 420, name, Pieces.button("Cancel", sheets::away), go));
    }

    private void askOpen() {
        TextField name = Pieces.field("Name of the round, as “Pilot”");
        CheckBox blind = new CheckBox("Blind: nobody sees the others' work until it is unsealed");
        blind.setSelected(true);
        blind.setWrapText(true);
        VBox who = new VBox(6, Pieces.caps("Coders"));
        List<Coder> people = session.study().coders().people();
        List<CheckBox> boxes = people.stream().map(c -> new CheckBox(c.name())).toList();
        boxes.forEach(b -> b.setSelected(true));
        who.getChildren().addAll(boxes);
        int sources = session.study().sources().count();
        Label what =
                Pieces.text(
                        "All "
                                + sources
                                + " sources are assigned to the chosen coders, under the codebook"
                                + " as it is now.",
                        "muted",
                        "small");
        what.setWrapText(true);
        Runnable open =
                () -> {
                    sheets.away();
                    List<CoderId> chosen =
                            java.util.stream.IntStream.range(0, people.size())
                                    .filter(i -> boxes.get(i).isSelected())
                                    .mapToObj(i -> people.get(i).id())
                                    .toList();
                    open(name.getText().strip(), blind.isSelected(), chosen);
                };
        var go = Pieces.primary("Open", "Enter", open);
        go.setDefaultButton(true);
        go.disableProperty().bind(name.textProperty().isEmpty());
        sheets.show(
                Sheets.card(
                        "Open a round",
                        480,
                        new VBox(14, name, blind, who, what),
                        Pieces.button("Cancel", sheets::away),
                        go));
    }

    private void open(String name, boolean blind, List<CoderId> coders) {
        Study study = session.study();
        session.jobs()
                .run(
                        "Opening the round",
                        progress ->
                                study.rounds()
                                        .open(
                                                name,
                                                blind,
                                                study.sources().list().stream()
                                                        .filter(s -> s.excluded().isEmpty())
                                                        .map(Source::id)
                                                        .toList(),
                                                coders),
                        id -> {
                            session.choose(study.rounds().get(id));
                            refresh();
                        });
    }
}
