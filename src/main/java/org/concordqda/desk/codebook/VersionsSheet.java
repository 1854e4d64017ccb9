package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.Round;
import org.concordqda.model.VersionId;
import org.concordqda.study.CodebookVersions;
import org.concordqda.study.Codebooks;
import org.concordqda.text.WordDiff;

import java.util.List;

/// The versions of the codebook: what changed between any two, word by word; a new one is cut, and an open
/// round takes the codebook over.
final class VersionsSheet {
    /// Changes on show.
    private static final int MOST = 200;

    private final Session session;
    private final Sheets sheets;
    private final ComboBox<String> from = new ComboBox<>();
    private final ComboBox<String> to = new ComboBox<>();
    private final VBox changes = new VBox(10);
    private final VBox rounds = new VBox(6);
    private List<Codebooks.VersionInfo> versions = List.of();
    private final Latest latest = new Latest();

    private VersionsSheet(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
    }

    static void show(Session session, Sheets sheets) {
        new VersionsSheet(session, sheets).open();
    }

    private void open() {
        from.setAccessibleText("Older version");
        to.setAccessibleText("Newer version");
        from.setPrefWidth(280);
        to.setPrefWidth(280);
        ScrollPane scroll = new ScrollPane(changes);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(400);
        changes.setPadding(new Insets(4, 12, 4, 0));
        TextField note =
                Pieces.field("What the version is for (optional)", "Note of the version", "");
        HBox.setHgrow(note, Priority.ALWAYS);
        Runnable cut =
                () -> {
                    if (session.act(
                            () -> session.study().codebooks().cut(note.getText().strip()))) {
                        note.clear();
                        fill();
                    }
                };
        note.setOnAction(e -> cut.run());
        VBox body =
                new VBox(
                        12,
                        Pieces.row(8, from, Pieces.text("→", "muted"), to),
                        scroll,
                        rounds,
                        Pieces.row(8, note, Pieces.button("Cut a version", cut)));
        fill();
        from.valueProperty().subscribe(this::compare);
        to.valueProperty().subscribe(this::compare);
        sheets.show(
                Sheets.card(
                        "Versions of the codebook",
                        760,
                        body,
                        Pieces.primary("Close", "Esc", sheets::away)));
        from.requestFocus();
    }

    private void fill() {
        versions = session.study().codebooks().versions();
        List<String> names = versions.stream().map(VersionsSheet::name).toList();
        from.getItems().setAll(names);
        to.getItems().setAll(names);
        to.getSelectionModel().selectFirst();
        from.getSelectionModel().select(Math.min(1, names.size() - 1));
        boolean same = names.size() > 2 && !new CodebookVersions(session.study()).draftIsNew();
        if (same) {
            to.getSelectionModel().select(1);
            from.getSelectionModel().select(2);
        }
        rounds.getChildren().clear();
        for (Round r : new CodebookVersions(session.study()).behind()) {
            int number = session.study().codebooks().version(r.version()).number();
            Label words =
                    Pieces.text("The form of “" + r.name() + "” asks version " + number + ".");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            HBox line =
                    Pieces.row(
                            8,
                            words,
                            Pieces.button(
                                    "Use the codebook as it is now",
                                    () -> {
                                        if (session.act(
                                                () ->
                                                        new CodebookVersions(session.study())
                                                                .adopt(r.id()))) {
                                            fill();
                                        }
                                    }));
            line.getStyleClass().add("notice");
            rounds.getChildren().add(line);
        }
        compare();
    }

    private static String name(Codebooks.VersionInfo v) {
        return v.number() == 0
                ? "The draft"
                : "Version "
                        + v.number()
                        + v.cut().map(c -> " · " + c.substring(0, 10)).orElse("")
                        + (v.note().isEmpty() ? "" : " · " + v.note());
    }

    private void compare() {
        int a = from.getSelectionModel().getSelectedIndex();
        int b = to.getSelectionModel().getSelectedIndex();
        if (a < 0 || b < 0 || a >= versions.size() || b >= versions.size()) {
            latest.forget();
            changes.getChildren().clear();
            return;
        }
        VersionId older = versions.get(a).id();
        VersionId newer = versions.get(b).id();
        latest.read(
                session.jobs(),
                progress ->
                        new CodebookVersions(session.study())
                                .diff(older, newer).stream().map(Changed::of).toList(),
                this::list,
                why -> changes.getChildren().setAll(Unread.of(why, this::compare)));
    }

    /// A change with its words compared, off the window's thread.
    record Changed(CodebookChange change, List<WordDiff.Piece> words) {
        static Changed of(CodebookChange c) {
            return new Changed(
                    c,
                    c.kind() == CodebookChange.Kind.CHANGED
                            ? WordDiff.of(c.old(), c.now())
                            : List.of());
        }
    }

    private void list(List<Changed> all) {
        changes.getChildren().clear();
        if (all.isEmpty()) {
            changes.getChildren()
                    .add(
                            Pieces.text(
                                    versions.size() < 2
                                            ? "No version was cut yet. One is cut when a round opens,"
                                                    + " or here."
                                            : "Nothing changed between the two.",
                                    "muted"));
            return;
        }
        String dimension = "";
        for (Changed one : all.subList(0, Math.min(MOST, all.size()))) {
            CodebookChange change = one.change();
            if (!change.dimension().equals(dimension)) {
                dimension = change.dimension();
                changes.getChildren().add(Pieces.caps(dimension));
            }
            changes.getChildren().add(row(one));
        }
        if (all.size() > MOST) {
            changes.getChildren()
                    .add(
                            Pieces.text(
                                    "And "
                                            + (all.size() - MOST)
                                            + " more: “concord codebook diff” prints all.",
                                    "muted"));
        }
    }

    /// A change in one paragraph.
    static Node row(Changed changed) {
        CodebookChange c = changed.change();
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("diff");
        flow.setLineSpacing(3);
        String path = c.path().replace(" > ", " › ");
        if (!path.isEmpty()) {
            add(flow, path + "  ", "path");
        }
        switch (c.kind()) {
            case ADDED -> {
                add(flow, "added ", "what");
                add(flow, c.now(), "added");
            }
            case REMOVED -> add(flow, "removed", "what");
            case RENAMED -> {
                add(flow, "renamed, was ", "what");
                add(flow, c.old(), "removed");
            }
            case MOVED ->
                    add(
                            flow,
                            c.old().isEmpty()
                                    ? "its codes stand in " + c.now()
                                    : "moved from " + c.old() + " to " + c.now(),
                            "what");
            case MERGED -> add(flow, "merged into " + c.now().replace(" > ", " › "), "what");
            case SPLIT -> add(flow, "split into " + c.now(), "what");
            case RETIRED -> add(flow, "retired", "what");
            case OFFERED -> add(flow, "offered again", "what");
            case CHANGED -> {
                add(flow, c.field() + "  ", "what");
                for (WordDiff.Piece piece : changed.words()) {
                    add(
                            flow,
                            piece.text(),
                            piece.op() == WordDiff.Op.SAME
                                    ? "same"
                                    : piece.op() == WordDiff.Op.ADDED ? "added" : "removed");
                }
            }
        }
        HBox row = new HBox(10, flow);
        HBox.setHgrow(flow, Priority.ALWAYS);
        c.meaning()
                .ifPresent(
                        m ->
                                row.getChildren()
                                        .add(
                                                m
                                                        ? Pieces.chip("meaning", "look")
                                                        : Pieces.chip("wording")));
        if (c.reason().isEmpty()) {
            return row;
        }
        Label why = Pieces.text(c.reason(), "muted", "small");
        why.setWrapText(true);
        return new VBox(2, row, why);
    }

    private static void add(TextFlow flow, String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("text", style);
        flow.getChildren().add(text);
    }
}
