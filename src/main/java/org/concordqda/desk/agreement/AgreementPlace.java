package org.concordqda.desk.agreement;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.agreement.AgreementModel.Nothing;
import org.concordqda.desk.agreement.AgreementModel.Shown;
import org.concordqda.desk.agreement.AgreementModel.State;
import org.concordqda.desk.agreement.AgreementModel.Stopped;
import org.concordqda.desk.agreement.AgreementModel.Working;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.SourceId;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.AgreementView.Wanted;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Agreement by dimension, code, pair, source and round, and of passages, with intervals drawn; behind each
/// number what it is made of.
public final class AgreementPlace implements Place {
    /// Below this width the detail lies over the table.
    private static final double WIDE = 1150;

    private static final double WIDE_PASSAGES = 1300;

    private final Session session;
    private final AgreementModel model;
    private final ChoiceBar chips;
    private final Tabs tabs;
    private final TableCard card;
    private final DetailCard detail;
    private final StackPane view = new StackPane();
    private final VBox place = new VBox();
    private final StackPane filled = new StackPane();
    private final VBox left;
    private final Latest latest = new Latest();
    private boolean stale = true;
    private boolean quiet;
    private boolean waiting;

    public AgreementPlace(Session session, Sheets sheets) {
        this.session = session;
        model = new AgreementModel(session.study());
        chips = new ChoiceBar(model, sheets);
        card = new TableCard(() -> session.palette().get(), model.scale::get);
        detail = new DetailCard(session, model.scale::get, this::closeDetail);
        tabs = new Tabs(model, new TableOutput(session, sheets, this::onShow));
        left = new VBox(tabs, Pieces.hairline(), card);
        left.getStyleClass().add("card");
        left.setPadding(new Insets(1));
        left.setMaxHeight(Region.USE_PREF_SIZE);
        left.setMinWidth(0);
        view.setMinSize(0, 0);
        VBox.setVgrow(view, Priority.ALWAYS);
        HBox chosen = Pieces.row(8);
        chosen.getChildren().setAll(chips.nodes());
        chosen.setPadding(new Insets(16, 24, 0, 24));
        chosen.setMinWidth(0);
        place.getChildren().addAll(chosen, view);
        place.setMinSize(0, 0);
        filled.setMinSize(0, 0);
        VBox.setVgrow(card, Priority.ALWAYS);
        filled.setAlignment(Pos.TOP_LEFT);
        filled.setPadding(new Insets(14, 24, 22, 24));
        filled.getChildren().addAll(left, detail);
        StackPane.setAlignment(detail, Pos.TOP_RIGHT);
        view.widthProperty().subscribe(w -> arrange());
        listen();
    }

    /// Names the levels of coefficients by this scale.
    public void bands(BenchmarkScale scale) {
        model.scale.set(scale);
    }

    private void listen() {
        for (var choice : model.choices()) {
            choice.addListener(o -> changed());
        }
        model.scale.subscribe(s -> repaint());
        model.state().subscribe(this::show);
        session.palette().subscribe(p -> repaint());
        card.table()
                .getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        line -> {
                            if (line != null) {
                                openDetail(line);
                            }
                        });
        card.table()
                .setOnKeyPressed(
                        e -> {
                            if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
                                tabs.output().copyText();
                                e.consume();
                            } else if (e.getCode() == KeyCode.ENTER) {
                                enter();
                                e.consume();
                            }
                        });
        session.onActed(
                tables -> {
                    if (AgreementModel.matters(tables)) {
                        model.forget();
                        // What is being computed now is old when it comes.
                        latest.forget();
                        stale = true;
                        if (Pieces.onShow(view)) {
                            entered();
                        }
                    }
                });
    }

    @Override
    public String name() {
        return "Agreement";
    }

    @Override
    public Feather icon() {
        return Feather.TARGET;
    }

    @Override
    public Node view() {
        return place;
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>();
        By[] tabsInOrder = By.values();
        for (int i = 0; i < tabsInOrder.length; i++) {
            By by = tabsInOrder[i];
            all.add(
                    Command.of(
                            "Agreement: " + Tabs.words(by),
                            "Shortcut+" + (i + 1),
                            () -> model.by.set(by)));
        }
        all.add(Command.of("Copy the table as LaTeX", "Shortcut+L", tabs.output()::copyLatex));
        all.add(Command.of("Copy the table as text", "Shortcut+Shift+C", tabs.output()::copyText));
        all.add(Command.of("Export the table as CSV", "Shortcut+E", tabs.output()::askCsv));
        all.add(Command.of("Close the detail", "Esc", this::closeDetail));
        return all;
    }

    @Override
    public void entered() {
        if (!stale) {
            return;
        }
        stale = false;
        // What stands there is no longer true.
        model.show(new Working());
        latest.read(
                session.jobs(),
                progress -> model.load(),
                loaded -> {
                    quiet = true;
                    model.use(loaded);
                    quiet = false;
                    compute();
                },
                this::unread);
    }

    @Override
    public void focus() {
        card.table().requestFocus();
    }

    /// A choice changed; several at once count as one.
    private void changed() {
        if (quiet || waiting) {
            return;
        }
        waiting = true;
        Platform.runLater(
                () -> {
                    waiting = false;
                    compute();
                });
    }

    private void compute() {
        chips.refresh();
        tabs.refresh();
        Latest.Question question = latest.ask();
        Optional<Wanted> wanted = model.wanted();
        if (wanted.isEmpty()) {
            model.show(model.nothing());
            return;
        }
        if (model.ready(wanted.get())) {
            model.show(model.compute(wanted.get(), Progress.NONE));
            return;
        }
        model.show(new Working());
        session.jobs()
                .run(
                        "Computing agreement",
                        progress -> {
                            try {
                                return model.compute(wanted.get(), question.within(progress));
                            } catch (Cancelled e) {
                                return new Stopped();
                            }
                        },
                        done -> {
                            if (question.current()) {
                                model.show(done);
                            }
                        },
                        () -> {
                            if (question.current()) {
                                unread("Nothing was changed.");
                            }
                        });
    }

    /// It is read anew when one comes back, or at once when one asks.
    private void unread(String why) {
        stale = true;
        model.show(new AgreementModel.Unread(why));
    }

    private void show(State state) {
        left.setOpacity(state instanceof Working ? 0.55 : 1);
        Runnable keyboard = tabs.keepKeyboard(view.getScene());
        switch (state) {
            case Working w -> {
                if (view.getChildren().isEmpty()) {
                    empty("Computing …", "Every coefficient with its interval.");
                }
            }
            case Stopped s ->
                    empty(
                            "Stopped",
                            "The computation was cancelled; nothing was changed.",
                            Pieces.button("Compute", this::compute));
            case AgreementModel.Unread u ->
                    empty(
                            "Agreement could not be computed",
                            u.why(),
                            Pieces.button("Try again", this::entered));
            case Nothing n ->
                    empty(
                            n.title(),
                            n.sentence(),
                            Pieces.button(
                                    "Go to Rounds", () -> session.go(Destination.of("Rounds"))),
                            Pieces.button("Go to Code", () -> session.go(Destination.of("Code"))));
            case Shown s -> table(s);
        }
        keyboard.run();
    }

    private void table(Shown s) {
        detail.about(s);
        if (!view.getChildren().contains(filled)) {
            view.getChildren().setAll(filled);
        }
        List<String> words = new ArrayList<>(s.view().notes());
        words.add("Bands after " + model.scale.get().title() + ".");
        if (s.millis() > 0) {
            words.add("Computed in " + s.millis() + " ms.");
        }
        card.show(s.view().table(), String.join(" ", words));
        if (Pieces.onShow(view) && Pieces.idle(view.getScene().getFocusOwner())) {
            focus();
        }
        if (card.table().getSelectionModel().isEmpty()) {
            detail.close();
            if (wide()) {
                first(s.view().table()).ifPresent(card.table().getSelectionModel()::select);
            }
        }
        arrange();
    }

    /// The row that needs a look first: the lowest coefficient, of sources and rounds the first row.
    private Optional<Line> first(AgreementTable table) {
        List<Line> lines = card.table().getItems();
        return lines.stream()
                .filter(l -> l.lead(table).filter(Estimate::defined).isPresent())
                .min(java.util.Comparator.comparingDouble(l -> l.lead(table).orElseThrow().value()))
                .or(() -> lines.stream().findFirst());
    }

    private boolean wide() {
        return view.getWidth() >= (model.by.get() == By.PASSAGES ? WIDE_PASSAGES : WIDE);
    }

    private void arrange() {
        boolean passages = model.by.get() == By.PASSAGES;
        double width = passages ? Math.clamp(view.getWidth() * 0.365, 430, 640) : 424;
        detail.setMinWidth(0);
        detail.setMaxWidth(width);
        detail.setPrefWidth(width);
        boolean beside = wide() && detail.isVisible();
        StackPane.setMargin(left, new Insets(0, beside ? width + 18 : 0, 0, 0));
        detail.lifted(!beside);
    }

    private void openDetail(Line line) {
        detail.open(line);
        arrange();
    }

    private void closeDetail() {
        detail.close();
        card.table().getSelectionModel().clearSelection();
        arrange();
        focus();
    }

    /// Enter on a row: its detail, or the source itself.
    private void enter() {
        Line line = card.table().getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        if (line.source() != 0) {
            session.go(Destination.in(new SourceId(line.source()), 0, 0));
        } else {
            openDetail(line);
            detail.enter();
        }
    }

    private void repaint() {
        card.repaint();
        detail.again();
        if (model.state().get() instanceof Shown s) {
            table(s);
        }
    }

    private void empty(String title, String sentence, Node... actions) {
        StackPane box = Pieces.empty(Feather.TARGET, title, sentence, actions);
        HBox top = new HBox(tabs.copyOfTabs());
        VBox all = new VBox(top, box);
        VBox.setVgrow(box, Priority.ALWAYS);
        top.setPadding(new Insets(22, 24, 0, 32));
        view.getChildren().setAll(all);
    }

    /// The table as it stands on the screen, sorted as there.
    private Optional<AgreementTable> onShow() {
        if (!(model.state().get() instanceof Shown s)) {
            return Optional.empty();
        }
        AgreementTable t = s.view().table();
        return Optional.of(
                new AgreementTable(
                        t.name(),
                        t.heads(),
                        List.copyOf(card.table().getItems()),
                        s.view().notes()));
    }

    /// For tests: what is chosen and shown.
    AgreementModel model() {
        return model;
    }

    /// For tests: the table on show.
    TableView<Line> table() {
        return card.table();
    }
}
