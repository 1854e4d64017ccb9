package org.concordqda.desk.reports;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.job.Job;
import org.concordqda.model.Round;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.Status;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What goes out of the study: each workbook with what it will contain.
public final class ReportsPlace implements Place {
    private final Session session;
    private final StackPane view = new StackPane();
    private final Latest latest = new Latest();

    public ReportsPlace(Session session) {
        this.session = session;
    }

    @Override
    public String name() {
        return "Reports";
    }

    @Override
    public Feather icon() {
        return Feather.SHARE;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.of("Write both workbooks", "Shortcut+Enter", this::chooseFolder));
    }

    @Override
    public void entered() {
        latest.read(
                session.jobs(),
                progress -> Status.of(session.study()),
                this::show,
                why ->
                        view.getChildren()
                                .setAll(
                                        Pieces.empty(
                                                icon(),
                                                "Not known what would be written",
                                                why,
                                                Pieces.button("Try again", this::entered))));
    }

    private void show(Status status) {
        List<Round> rounds = session.study().rounds().list();
        String names =
                rounds.isEmpty()
                        ? "no round yet"
                        : rounds.stream().map(Round::name).collect(Collectors.joining(", "));
        int sources = session.study().sources().count();
        VBox list =
                new VBox(
                        16,
                        Pieces.text("Reports", "strong", "big"),
                        card(
                                Feather.TARGET,
                                "agreement.xlsx",
                                "Per dimension, pair and round: agreement, coefficients with"
                                        + " intervals, n, missing and unmatched, confusion matrices.",
                                "Rounds: " + names),
                        card(
                                Feather.GRID,
                                "summary.xlsx",
                                "Counts per dimension, cross-tabs, coders and rounds, coverage,"
                                        + " ratings and codings as tables.",
                                sources
                                        + " sources, "
                                        + status.ratings()
                                        + " ratings, "
                                        + status.codings()
                                        + " codings"));
        Button write = Pieces.primary("Write both …", "Ctrl+Enter", this::chooseFolder);
        HBox foot =
                Pieces.row(
                        8,
                        Pieces.text(
                                "What you may see is what is written: a blind round stays blind.",
                                "muted",
                                "small"),
                        Pieces.spring(),
                        write);
        list.getChildren().add(foot);
        list.setMaxWidth(820);
        list.setPadding(new Insets(28, 24, 24, 24));
        StackPane.setAlignment(list, javafx.geometry.Pos.TOP_CENTER);
        var around = view.getParent();
        boolean waits = view.isFocusWithin() || (around != null && around.isFocused());
        view.getChildren().setAll(list);
        if (waits && Pieces.onShow(view)) {
            write.requestFocus();
        }
    }

    private static HBox card(Feather icon, String title, String what, String facts) {
        Label words = Pieces.text(what, "muted");
        words.setWrapText(true);
        VBox text = new VBox(4, Pieces.text(title, "strong"), words, Pieces.text(facts, "small"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(16, Icons.of(icon, 22), text);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(18));
        return card;
    }

    private void chooseFolder() {
        DirectoryChooser chooser = Choosers.folder("Where the workbooks go");
        File folder = chooser.showDialog(view.getScene().getWindow());
        if (folder != null) {
            Choosers.near(folder);
            write(folder.toPath());
        }
    }

    /// Writes both workbooks into a folder.
    public void write(Path folder) {
        session.jobs()
                .run(
                        "Writing the workbooks",
                        both(folder),
                        files ->
                                session.say(
                                        "Written: "
                                                + files.stream()
                                                        .map(f -> String.valueOf(f.getFileName()))
                                                        .collect(Collectors.joining(", "))
                                                + " in "
                                                + folder));
    }

    private Job<List<Path>> both(Path folder) {
        return session.study().reports().both(folder, ReportOptions.DEFAULT);
    }
}
