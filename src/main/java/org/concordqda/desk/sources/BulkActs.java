package org.concordqda.desk.sources;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.memos.MemosSheet;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Case;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceSummary;
import org.concordqda.study.Memos.Target;
import org.concordqda.study.Reports;
import org.concordqda.study.Sources;
import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/// What can be done with the chosen sources at once; each asks on a card what it needs and is one act.
final class BulkActs {
    private final Session session;
    private final Sheets sheets;
    private final Supplier<List<SourceSummary>> chosen;

    BulkActs(Session session, Sheets sheets, Supplier<List<SourceSummary>> chosen) {
        this.session = session;
        this.sheets = sheets;
        this.chosen = chosen;
    }

    private List<SourceId> ids() {
        return chosen.get().stream().map(s -> s.source().id()).toList();
    }

    private boolean nothing() {
        if (chosen.get().isEmpty()) {
            session.say("Choose sources in the table first.");
            return true;
        }
        return false;
    }

    private String them() {
        List<SourceSummary> all = chosen.get();
        return all.size() == 1
                ? "“" + all.getFirst().source().title() + "”"
                : all.size() + " sources";
    }

    /// The same, for the palette and the keys.
    List<Command> commands(Supplier<List<String>> attributes) {
        return List.of(
                Command.of(
                        "Set an attribute of the chosen sources",
                        "",
                        () -> attribute(attributes.get())),
                Command.of("Put the chosen sources into a case", "", this::intoCase),
                Command.of("Leave the chosen sources out, or take them in", "", this::exclude),
                Command.of("Take the chosen sources out of the study", "", this::remove),
                Command.of("Memo on the chosen source", "Shortcut+M", this::memo));
    }

    private void memo() {
        if (chosen.get().size() == 1) {
            MemosSheet.write(session, sheets, new Target("source", ids().getFirst().value()));
        } else {
            session.say("Choose one source; then a memo can be written on it.");
        }
    }

    /// Asks for an attribute and a value.
    void attribute(List<String> names) {
        if (nothing()) {
            return;
        }
        ComboBox<String> name = editable("Attribute", names);
        TextField value = Pieces.field("Value (nothing removes it)");
        List<SourceId> ids = ids();
        ask(
                "Set an attribute of " + them(),
                "Set",
                ids.size(),
                () -> {
                    String of = name.getEditor().getText();
                    String words = value.getText();
                    return () -> session.study().attributes().set(ids, of, words);
                },
                labelled("Attribute", name),
                labelled("Value", value));
    }

    /// Asks for a case.
    void intoCase() {
        if (nothing()) {
            return;
        }
        List<Case> cases = session.study().cases().list();
        LinkedHashSet<String> kinds = new LinkedHashSet<>();
        kinds.add(DetailsPane.likelyKind(chosen.get()));
        cases.forEach(c -> kinds.add(c.kind()));
        kinds.addAll(List.of("participant", "repository"));
        ComboBox<String> kind = editable("Kind of case", List.copyOf(kinds));
        kind.getEditor().setText(kinds.getFirst());
        ComboBox<String> name =
                editable("Name of the case", cases.stream().map(Case::name).distinct().toList());
        List<SourceId> ids = ids();
        ask(
                "Put " + them() + " into a case",
                "Put in",
                ids.size(),
                () -> {
                    String of = kind.getEditor().getText();
                    String called = name.getEditor().getText();
                    return () -> session.study().cases().put(of, called, ids);
                },
                labelled("Kind", kind),
                labelled("Name, of a new case or one that is there", name));
    }

    /// Leaves the chosen out with a reason, or takes them in again when all are out.
    void exclude() {
        if (nothing()) {
            return;
        }
        List<SourceId> ids = ids();
        if (chosen.get().stream().noneMatch(s -> s.source().excluded().isEmpty())) {
            session.act(
                    "Taking sources in",
                    ids.size(),
                    () -> session.study().sources().exclude(ids, ""));
            return;
        }
        TextField reason = Pieces.field("Why, as it will stand in the report");
        ask(
                "Leave " + them() + " out?",
                "Leave out",
                ids.size(),
                () -> {
                    String why = reason.getText();
                    return () -> {
                        if (why.isBlank()) {
                            throw new ConcordException("A reason is needed; nothing was changed.");
                        }
                        session.study().sources().exclude(ids, why);
                    };
                },
                Pieces.text("What was done with them stays; they leave the queue.", "muted"),
                labelled("Reason", reason));
    }

    /// Takes the chosen out of the study, after saying what goes along.
    void remove() {
        if (nothing()) {
            return;
        }
        List<SourceId> ids = ids();
        // Another may be chosen by the time the question is asked.
        String them = them();
        session.jobs()
                .quietly(
                        progress -> session.study().sources().removal(ids),
                        (Sources.Removal goes) ->
                                sheets.ask(
                                        "Take " + them + " out?",
                                        sentence(goes),
                                        "Take out",
                                        () ->
                                                session.act(
                                                        "Taking sources out",
                                                        rows(goes),
                                                        () ->
                                                                session.study()
                                                                        .sources()
                                                                        .remove(ids))));
    }

    /// A rating goes with its value.
    private static int rows(Sources.Removal goes) {
        return 2 * goes.ratings() + goes.codings() + goes.assignments() + goes.turns();
    }

    private static String sentence(Sources.Removal goes) {
        return goes.ratings() + goes.codings() + goes.assignments() == 0
                ? "Nothing has been done with them yet; their text goes. Undo brings all back."
                : "With the text go "
                        + goes.ratings()
                        + " ratings, "
                        + goes.codings()
                        + " codings and "
                        + goes.assignments()
                        + " assignments that you can see, and what others did in a sealed round."
                        + " Undo brings all back.";
    }

    /// Writes the chosen sources, or all, with their attributes as CSV.
    void export(@Nullable Window over) {
        FileChooser chooser = Choosers.file("Export sources with their attributes");
        chooser.setInitialFileName("sources.csv");
        File file = chooser.showSaveDialog(over);
        if (file != null) {
            Choosers.near(file);
            export(file.toPath());
        }
    }

    /// Writes the chosen sources, or all when none is chosen.
    void export(Path file) {
        LinkedHashSet<SourceId> ids = new LinkedHashSet<>(ids());
        session.jobs()
                .run(
                        "Exporting",
                        progress ->
                                Reports.csv(session.study().reports().sources(ids), file)
                                        .run(progress),
                        written -> session.say("Written: " + written));
    }

    private static VBox labelled(String label, Node field) {
        return new VBox(3, Pieces.text(label, "muted", "small"), field);
    }

    private static ComboBox<String> editable(String name, List<String> choices) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setEditable(true);
        combo.getItems().setAll(choices);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setAccessibleText(name);
        combo.getEditor().setAccessibleText(name);
        return combo;
    }

    /// The card goes, and comes back as it was when the act was refused.
    ///
    /// @param rows about how many rows the act changes
    /// @param act reads the fields and gives the act, which may be done beside the window
    private void ask(String title, String yes, int rows, Supplier<Runnable> act, Node... fields) {
        Button no = Pieces.button("Cancel", sheets::away);
        Button go = Pieces.primary(yes, "", () -> {});
        VBox card = Sheets.card(title, 480, new VBox(12, fields), no, go);
        go.setOnAction(
                e -> {
                    Runnable now = act.get();
                    sheets.away();
                    session.act(
                            title,
                            rows,
                            () -> {
                                now.run();
                                return true;
                            },
                            done -> {},
                            () -> sheets.show(card));
                });
        go.setDefaultButton(true);
        sheets.show(card);
    }
}
