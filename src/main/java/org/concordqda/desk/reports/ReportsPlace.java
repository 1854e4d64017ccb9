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
import org.concordqda.desk.fx.Replacing;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Round;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.Reports;
import org.concordqda.study.Status;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/// What goes out of the study: each workbook with what it will contain.
public final class ReportsPlace implements Place {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// So many files left are named.
    private static final int NAMED = 6;

    private final Session session;
    private final Sheets sheets;
    private final StackPane view = new StackPane();
    private final Latest latest = new Latest();
    private final Label written = Pieces.text("", "small");

    /// @param sheets where it is asked before files are replaced
    public ReportsPlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        written.setWrapText(true);
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
        // What went where stays told: a sentence in passing is easily missed after a minute of
        // writing.
        list.getChildren().addAll(foot, written);
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

    /// Writes both workbooks into a folder; asks first where older ones would be replaced.
    public void write(Path folder) {
        Replacing.ask(sheets, session.jobs(), folder, Reports.WORKBOOKS, () -> store(folder));
    }

    private void store(Path folder) {
        session.jobs()
                .run(
                        "Writing the workbooks",
                        progress -> {
                            List<Path> files =
                                    session.study()
                                            .reports()
                                            .both(folder, ReportOptions.DEFAULT)
                                            .run(progress);
                            return new Written(files, Reports.left(files));
                        },
                        done -> {
                            List<Path> files = done.files();
                            int tables = files.size() - Reports.WORKBOOKS.size();
                            String where =
                                    String.join(" and ", Reports.WORKBOOKS)
                                            + ", with "
                                            + Words.counted(tables, "table")
                                            + " as CSV beside them, in "
                                            + folder
                                            + ".";
                            session.say("Written: " + where);
                            written.setText(
                                    "Written at "
                                            + LocalTime.now(ZoneId.systemDefault()).format(CLOCK)
                                            + ": "
                                            + where
                                            + left(folder, done.left()));
                        });
    }

    /// @param left CSVs of an earlier run, or somebody's own
    private record Written(List<Path> files, List<Path> left) {}

    private static String left(Path folder, List<Path> left) {
        if (left.isEmpty()) {
            return "";
        }
        String names =
                left.stream()
                        .limit(NAMED)
                        .map(file -> folder.relativize(file).toString())
                        .collect(Collectors.joining(", "));
        return "\nNot written now, and left there as "
                + (left.size() == 1 ? "it was: " : "they were: ")
                + names
                + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more." : ".");
    }
}
