package org.concordqda.desk.codebook;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.study.CodebookMerge;
import org.concordqda.text.Words;

import java.util.List;
import java.util.stream.Collectors;

/// Asks into which code the chosen ones are merged, and shows what that touches before it is done.
final class MergeSheet {
    private final Label what = Pieces.text("");
    private final Session session;
    private final Sheets sheets;
    private final CodebookTree tree;
    private final List<Code> chosen;
    private final List<Code> targets;
    private final ComboBox<String> into = new ComboBox<>();
    private final VBox preview = new VBox(6);
    private final CheckBox texts = new CheckBox("Add what they say below what it says");
    private final CheckBox meaning = new CheckBox("It means something else from now on");
    private final TextField reason = Pieces.field("Why? (optional)", "Why", "");
    private final Button go;
    private final Latest latest = new Latest();

    private MergeSheet(
            Session session, Sheets sheets, CodebookTree tree, List<Code> chosen, Dimension d) {
        this.session = session;
        this.sheets = sheets;
        this.tree = tree;
        this.chosen = chosen;
        this.targets = d.allCodes();
        this.go = Pieces.primary("Merge", "Enter", this::merge);
        go.setDefaultButton(true);
        targets.forEach(c -> into.getItems().add(d.path(c.id()).orElse(c.name())));
        into.setMaxWidth(Double.MAX_VALUE);
        into.setVisibleRowCount(14);
        into.setAccessibleText("The code that stays");
        int first =
                chosen.size() > 1
                        ? targets.stream().map(Code::id).toList().indexOf(chosen.getLast().id())
                        : -1;
        into.getSelectionModel().select(first);
        into.getSelectionModel().selectedIndexProperty().subscribe(this::look);
    }

    static void show(Session session, Sheets sheets, CodebookTree tree) {
        List<Code> chosen = tree.chosenCodes();
        if (chosen.isEmpty()) {
            session.say("Choose the codes to merge first; hold Ctrl to choose several.");
            return;
        }
        Dimension d = session.codebook().get().dimensionOf(chosen.getFirst().id()).orElseThrow();
        if (chosen.stream()
                .anyMatch(c -> d.allCodes().stream().noneMatch(x -> x.id().equals(c.id())))) {
            session.say("Codes are merged within one dimension.");
            return;
        }
        new MergeSheet(session, sheets, tree, chosen, d).open();
    }

    private void open() {
        what.setWrapText(true);
        ScrollPane scroll = new ScrollPane(preview);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(250);
        VBox body =
                new VBox(
                        12,
                        new VBox(4, Pieces.caps("Merge"), what),
                        new VBox(4, Pieces.caps("Into"), into),
                        new VBox(6, Pieces.caps("What this touches"), scroll),
                        texts,
                        meaning,
                        reason);
        sheets.show(
                Sheets.card(
                        "Merge codes",
                        580,
                        body,
                        Pieces.text(
                                "No rating is rewritten; undo gives back exactly this.",
                                "muted",
                                "small"),
                        Pieces.button("Cancel", sheets::away),
                        go));
        into.requestFocus();
        look();
    }

    private CodeId target() {
        return targets.get(into.getSelectionModel().getSelectedIndex()).id();
    }

    private List<CodeId> going() {
        return chosen.stream().map(Code::id).toList();
    }

    private void look() {
        go.setDisable(true);
        int stays = into.getSelectionModel().getSelectedIndex();
        what.setText(
                chosen.stream()
                        .filter(c -> stays < 0 || !c.id().equals(targets.get(stays).id()))
                        .map(Code::name)
                        .collect(Collectors.joining(", ")));
        if (into.getSelectionModel().getSelectedIndex() < 0) {
            latest.forget();
            preview.getChildren().setAll(Pieces.text("Choose the code that stays.", "muted"));
            return;
        }
        CodeId target = target();
        preview.getChildren().setAll(Pieces.text("Counting …", "muted"));
        latest.read(
                session.jobs(),
                progress -> new CodebookMerge(session.study()).preview(going(), target),
                this::fill,
                this::refuse);
    }

    private void refuse(String why) {
        Label words = Pieces.text(why, "wrong");
        words.setWrapText(true);
        preview.getChildren().setAll(words);
    }

    private void fill(CodebookMerge.Preview p) {
        preview.getChildren().clear();
        say(
                Words.counted(p.ratings(), "rating")
                        + " and "
                        + Words.counted(p.codings(), "passage")
                        + " are read as “"
                        + p.into().name()
                        + "” from now on.",
                "strong");
        if (!p.work().isEmpty()) {
            GridPane grid = new GridPane(18, 4);
            int row = 0;
            for (CodebookMerge.Work w : p.work()) {
                grid.addRow(
                        row++,
                        Pieces.text(w.round(), "muted"),
                        Pieces.text(w.coder()),
                        Pieces.text(Words.counted(w.ratings(), "rating"), "muted"),
                        Pieces.text(Words.counted(w.codings(), "passage"), "muted"));
            }
            preview.getChildren().add(grid);
        }
        if (p.agreeing() > 0) {
            say(
                    "Coders agree on "
                            + Words.counted(p.agreeing(), "place")
                            + " where they differ now.",
                    "look");
        }
        if (p.sameRatings() > 0) {
            say(
                    Words.counted(p.sameRatings(), "rating")
                            + " with several of the codes say one.",
                    "muted");
        }
        if (p.samePassages() > 0) {
            say(Words.counted(p.samePassages(), "passage") + " marked twice count once.", "muted");
        }
        p.notes().forEach(n -> say(n, "look"));
        if (!p.aliases().isEmpty()) {
            say("Also called then: " + String.join(", ", p.aliases()), "muted");
        }
        go.setDisable(false);
    }

    private void say(String words, String style) {
        Label label = Pieces.text(words, style);
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        preview.getChildren().add(label);
    }

    private void merge() {
        CodeId target = target();
        if (session.act(
                () ->
                        new CodebookMerge(session.study())
                                .merge(
                                        going(),
                                        target,
                                        texts.isSelected(),
                                        meaning.isSelected(),
                                        reason.getText()))) {
            sheets.away();
            javafx.application.Platform.runLater(() -> tree.choose(target));
        }
    }
}
