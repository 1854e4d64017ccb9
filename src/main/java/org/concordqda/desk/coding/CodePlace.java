package org.concordqda.desk.coding;

import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.coding.CodeModel.Opened;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.KeyHint;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the hours go: the queue, the source with its codes, the form.
public final class CodePlace implements Place, Choices {
    private final Session session;
    private final Sheets sheets;
    private final QueueModel queue;
    private final CodeModel model;
    private final FormModel form;
    private final QueueView queueView;
    private final SourceTextView text = new SourceTextView();
    private final SourceHead head = new SourceHead();
    private final FindBar find;
    private final CodingBar bar;
    private final Answers answers;
    private final FormView formView;
    private final SidePanel side;
    private final PassageActions passages;
    private final Correcting correcting;
    private final BorderPane view = new BorderPane();
    private final StackPane middle = new StackPane();
    private final Node away;
    private final Stops stops;
    private final QueueWalk walk;

    public CodePlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        queue = new QueueModel(session);
        model = new CodeModel(session);
        form = new FormModel(session);
        queueView = new QueueView(queue, id -> open(id, false));
        passages = new PassageActions(session, sheets, model, text, this);
        correcting = new Correcting(session, sheets, model, text);
        passages.alsoOffer(correcting.commands());
        find = new FindBar(text, passages::codeHits);
        away = QueueView.away(model.opened(), () -> session.go(Destination.of("Sources")));
        bar = new CodingBar(model, passages);
        passages.useBar(bar);
        answers = new Answers(session, sheets, form, text);
        formView = new FormView(form, answers, new UnitsOfSource());
        answers.use(formView);
        stops = new Stops(form, formView, text);
        CodesView codes = new CodesView(session, model, passages::apply);
        walk = new QueueWalk(session, queue, model, form, id -> open(id, false));
        side =
                new SidePanel(
                        formView,
                        codes,
                        answers::discuss,
                        answers::note,
                        walk::reopen,
                        walk::doneAndNext);
        walk.use(formView, side);
        text.palette().bind(session.palette());
        text.active().subscribe(mark -> bar.show(mark, passages.here()));
        text.caret().subscribe(at -> describe());
        model.opened().subscribe(this::opened);
        model.marks().subscribe(text::setMarks);
        model.codings().subscribe(all -> codes.refresh());
        queue.shown().subscribe(walk::showDone);
        walk.showDone();
        form.questions().subscribe(q -> side.opened(form.openCount(), q.size()));
        session.codebook()
                .subscribe(
                        book -> {
                            side.offer(
                                    book.dimensions().stream()
                                            .anyMatch(d -> d.scope() != Scope.PASSAGE),
                                    !model.passageDimensions().isEmpty());
                            model.keepUsable();
                            codes.refresh();
                        });
        session.onActed(this::acted);
        middle.getChildren().addAll(text, away);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox center = new VBox(head, new OthersBar(model), correcting.bar(), find, middle, bar);
        center.getStyleClass().add("panel");
        center.setMinWidth(0);
        view.widthProperty()
                .subscribe(
                        width -> {
                            boolean narrow = width.doubleValue() < 1150;
                            queueView.setMinWidth(narrow ? 190 : 240);
                            queueView.setPrefWidth(narrow ? 200 : 264);
                            side.setPrefWidth(narrow ? 306 : 344);
                        });
        view.setLeft(queueView);
        view.setCenter(center);
        view.setRight(side);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::plainKeys);
    }

    @Override
    public String name() {
        return "Code";
    }

    @Override
    public Feather icon() {
        return Feather.EDIT_3;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void entered() {
        Destination to = session.destination().get();
        if (to != null && to.source().isPresent()) {
            boolean another = !model.source().equals(to.source());
            open(to.source().get(), to.end() > to.start());
            if (to.end() > to.start()) {
                text.select(to.start(), to.end());
            } else if (to.start() > 0 && !(another && to.start() == text.caret().get())) {
                // One that comes back shows what it showed, though the caret may be elsewhere.
                text.reveal(to.start());
            }
        }
        boolean first = !queue.isRead();
        queue.update(() -> filled(first));
    }

    /// The queue is as it is in the study: where nothing is open, work begins with the first open source.
    private void filled(boolean first) {
        if (!Pieces.onShow(view)) {
            return;
        }
        if (model.source().isEmpty()) {
            queue.first().ifPresent(e -> open(e.source().id(), false));
        } else if (first) {
            model.source().ifPresent(queueView::follow);
        }
        if (model.source().isEmpty()) {
            inMiddle(QueueView.nothing(() -> session.go(Destination.of("Sources"))));
        } else {
            inMiddle(text, away);
        }
    }

    private void inMiddle(Node... nodes) {
        if (!middle.getChildren().equals(List.of(nodes))) {
            middle.getChildren().setAll(nodes);
        }
    }

    @Override
    public void focus() {
        text.requestFocus();
    }

    /// Where the person is, to come back to: source and caret.
    public Optional<Destination> here() {
        return model.source().map(id -> Destination.in(id, text.caret().get(), text.caret().get()));
    }

    @Override
    public Destination stop() {
        return here().orElseGet(() -> Destination.of(name()));
    }

    private void open(SourceId id, boolean elsewhere) {
        if (model.source().filter(id::equals).isEmpty()) {
            formView.store();
            model.source().ifPresent(stops::leave);
            model.open(id);
            stops.comeBack(id, elsewhere);
        }
        queue.opened(id);
        queueView.follow(id);
        walk.showDone();
    }

    /// What else is remembered of where the person is: unit, order of the queue, seed.
    public String memory() {
        return form.unitIndex() + "/" + queue.order().name() + "/" + queue.seed();
    }

    /// Takes up what [#memory] gave for a source; what cannot be read is left.
    public void recall(SourceId source, int caret, String memory) {
        String[] parts = memory.split("/");
        if (parts.length == 3 && memory.matches("\\d{1,6}/[A-Z_]+/-?\\d{1,18}")) {
            stops.put(source, Integer.parseInt(parts[0]), caret);
            queueView.sortAs(parts[1], Long.parseLong(parts[2]));
        }
    }

    /// Where the person was in every source, as words to be remembered.
    public String stops() {
        model.source().ifPresent(stops::leave);
        return stops.words();
    }

    /// Takes up what [#stops] gave.
    public void stops(String words) {
        stops.read(words);
    }

    /// Calls `told` when the person is at another source or place in it.
    public void onMoved(Runnable told) {
        model.opened().subscribe((was, now) -> told.run());
        text.caret().subscribe((was, now) -> told.run());
        text.onScrolled(told);
    }

    private void opened(Optional<Opened> now) {
        walk.opened();
        Optional<Source> source = now.map(Opened::source);
        head.show(
                source,
                source.map(s -> session.study().sources().attributes(s.id())).orElse(Map.of()));
        find.setVisible(false);
        source.ifPresent(s -> session.trail().visit(Destination.in(s.id(), 0, 0)));
        if (now.isPresent() && now.get().text().isPresent()) {
            text.show(now.get().text().get(), now.get().turns(), model.marks().get());
        } else {
            text.clear();
        }
        form.open(source);
        formView.reset();
    }

    private void acted(Set<String> tables) {
        if (tables.contains("round") || tables.contains("coder")) {
            model.rereadCodings();
        } else if (tables.contains("coding")) {
            model.refreshCodings();
        }
        if (tables.contains("source") && model.closeIfGone()) {
            session.say("The source that was open is no longer in the study; undo brings it back.");
        }
        if (tables.stream()
                .anyMatch(
                        t -> t.startsWith("rating") || t.equals("unit") || t.equals("evidence"))) {
            form.refresh();
        }
        queue.acted(tables, Pieces.onShow(view));
        if (tables.stream().anyMatch(t -> t.startsWith("code") || t.startsWith("dimension"))) {
            form.forgetCodebook();
        }
    }

    private void addUnit() {
        if (model.source().isPresent()) {
            formView.store();
            form.addUnit();
            formView.reset();
            formView.enter();
        }
    }

    /// What the form can do about units.
    private final class UnitsOfSource implements FormView.UnitActs {
        @Override
        public void add() {
            addUnit();
        }

        @Override
        public void change() {
            UnitSheet.show(session, sheets, form);
        }

        @Override
        public void step(int by) {
            walk.stepUnit(by);
        }
    }

    /// What screen readers say of the codes at the caret.
    private void describe() {
        List<String> here = text.marksAt(text.caret().get()).stream().map(Mark::said).toList();
        text.describe(
                here.isEmpty()
                        ? "No code at the caret"
                        : "Codes at the caret: " + String.join(", ", here));
    }

    /// Keys without a command, when nobody is typing into a field: those of the text; F flags.
    private void plainKeys(KeyEvent e) {
        Node target = e.getTarget() instanceof Node node ? node : view;
        if (target instanceof TextInputControl) {
            return;
        }
        if (Sheets.within(target, text)) {
            // A digit without a selection is an answer: the form takes the letter this key is about
            // to type.
            if (passages.key(e) || (answersBy(e) && side.showsForm() && formView.enter())) {
                e.consume();
            }
        } else if (e.getCode() == KeyCode.F && !e.isShortcutDown() && !e.isAltDown()) {
            answers.flag(e.isShiftDown() ? "second opinion" : "discuss");
            e.consume();
        }
    }

    private static boolean answersBy(KeyEvent e) {
        boolean digit = e.getText().length() == 1 && Character.isDigit(e.getText().charAt(0));
        return digit && !e.isShortcutDown() && !e.isAltDown();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(passages.commands());
        commands.addAll(
                List.of(
                        Command.of("Done, next", "Shortcut+Enter", walk::doneAndNext),
                        Command.of("Next unit or source", "Shortcut+DOWN", () -> walk.stepUnit(1)),
                        Command.of(
                                "Previous unit or source", "Shortcut+UP", () -> walk.stepUnit(-1)),
                        Command.of("Next source", "Shortcut+PAGE_DOWN", () -> walk.step(1)),
                        Command.of("Previous source", "Shortcut+PAGE_UP", () -> walk.step(-1)),
                        Command.of("To the form", "F6", formView::enter),
                        Command.of("To the text", "Shift+F6", text::requestFocus),
                        Command.of("Filter the queue", "Shortcut+L", queueView::focusFilter),
                        Command.of("Find in this source", "Shortcut+F", this::openFind),
                        Command.of("Reopen this source: not done after all", "", walk::reopen),
                        Command.of("Add a unit", "Shortcut+Shift+U", this::addUnit),
                        Command.of(
                                "Name or remove this unit",
                                "Shortcut+Shift+Y",
                                () -> UnitSheet.show(session, sheets, form)),
                        Command.of("Larger text", "Shortcut+EQUALS", () -> text.zoomBy(1.1)),
                        Command.of("Smaller text", "Shortcut+MINUS", () -> text.zoomBy(1 / 1.1)),
                        Command.of("Text at 100 %", "Shortcut+DIGIT0", () -> text.zoom().set(1))));
        commands.addAll(answers.commands());
        return commands;
    }

    @Override
    public List<KeyHint> hints() {
        return PlainKeys.HINTS;
    }

    private void openFind() {
        model.opened().get().flatMap(Opened::text).ifPresent(source -> find.open(source.text()));
    }

    /// The size of the text, to be remembered.
    public DoubleProperty zoom() {
        return text.zoom();
    }

    @Override
    public String prompt() {
        return text.selection().get().isPresent()
                ? "Apply a code to the selection, or run a command"
                : "Run a command (select text to apply a code)";
    }

    @Override
    public List<Choice> choices() {
        return passages.choices();
    }

    /// For tests.
    PassageActions passages() {
        return passages;
    }

    /// For tests.
    SourceTextView text() {
        return text;
    }
}
