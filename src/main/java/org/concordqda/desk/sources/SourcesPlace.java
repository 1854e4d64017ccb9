package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.concordqda.desk.fx.Choosers;
import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.SourceSummary;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of sources: filtered, sorted, grouped, opened; attributes and cases edited beside it; several
/// sources changed at once; files come in by button or drop, after a preview.
public final class SourcesPlace implements Place {
    private final Session session;
    private final Sheets sheets;
    private final SourcesModel model;
    private final SourceTable table;
    private final DetailsPane details;
    private final BulkActs acts;
    private final FilterField filter =
            new FilterField("Filter by title, key, state, attribute", "Filter sources");
    private final Label count = Pieces.text("", "muted", "small");
    private final Unread unread = new Unread(this::refresh);
    private final FlowPane narrowed = new FlowPane(6, 6);
    private final HBox bulk = Pieces.row(6);
    private final Label picked = Pieces.text("", "strong", "small");
    private final StackPane view = new StackPane();
    private final VBox filled;
    private boolean read;
    private boolean stale = true;

    public SourcesPlace(Session session, Sheets sheets) {
        this.session = session;
        this.sheets = sheets;
        model = new SourcesModel(session);
        table = new SourceTable(model, this::open);
        acts = new BulkActs(session, sheets, table::chosen);
        details = new DetailsPane(session, sheets, acts::intoCase);
        filter.setPrefColumnCount(22);
        filter.textProperty().subscribe(model::filter);
        filter.leadsTo(table::requestFocus, table::requestFocus);
        count.setMinWidth(60);
        HBox head =
                Pieces.row(
                        8,
                        filter,
                        menu("Only", "Show only some sources", this::onlyMenu),
                        menu("Group", "Group the table", this::groupMenu),
                        menu("Columns", "Choose columns", this::columnMenu),
                        Pieces.spring(),
                        count,
                        Pieces.button("Attributes …", this::attributes));
        head.setPadding(new Insets(12, 16, 12, 16));
        narrowed.setPadding(new Insets(0, 16, 10, 16));
        HBox body = new HBox(table, details);
        HBox.setHgrow(table, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        bulk.getChildren()
                .addAll(
                        picked,
                        Pieces.button("Set …", () -> acts.attribute(model.attributes())),
                        Pieces.button("Case …", acts::intoCase),
                        Pieces.button("Leave out …", acts::exclude),
                        Pieces.button("Take out …", acts::remove),
                        Pieces.button("Export …", this::export));
        HBox foot =
                Pieces.row(
                        8,
                        bulk,
                        Pieces.spring(),
                        Pieces.primary("Import …", "Ctrl+O", this::chooseFiles));
        foot.setPadding(new Insets(10, 16, 10, 16));
        foot.getStyleClass().add("line-above");
        filled = new VBox(head, unread, narrowed, Pieces.hairline(), body, foot);
        filled.getStyleClass().add("card");
        filled.setPadding(new Insets(1));
        StackPane.setMargin(filled, new Insets(22, 24, 22, 24));
        view.widthProperty().map(w -> w.doubleValue() > 1100).subscribe(this::showDetails);
        model.shown().subscribe(this::counted);
        counted();
        table.onChosen(this::chosen);
        session.onActed(this::acted);
        chosen();
    }

    /// Columns and grouping as one line, to be remembered; "" before anybody chose.
    public String layout() {
        return model.layout();
    }

    /// Shows the columns and groups that [#layout] gave.
    public void layout(String remembered) {
        model.layout(remembered);
    }

    @Override
    public String name() {
        return "Sources";
    }

    @Override
    public Feather icon() {
        return Feather.FILE_TEXT;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void entered() {
        if (stale) {
            refresh();
        }
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(acts.commands(model::attributes));
        all.addAll(
                List.of(
                        Command.of("Import files", "Shortcut+O", this::chooseFiles),
                        Command.of("Filter the sources", "Shortcut+L", filter::requestFocus),
                        Command.of(
                                "Attributes beside the table", "Shortcut+E", this::toggleDetails),
                        Command.of("Attributes and cases", "", this::attributes),
                        Command.of("Attributes from a table", "", this::chooseTable),
                        Command.of("Export sources with their attributes", "", this::export),
                        Command.of("Show all sources again", "", this::everything)));
        return all;
    }

    private static MenuButton menu(
            String name, String accessible, java.util.function.Consumer<MenuButton> fill) {
        MenuButton button = new MenuButton(name);
        button.getStyleClass().add("plain-menu");
        button.setAccessibleText(accessible);
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        // An empty menu would not open: it is filled anew each time it does.
        button.getItems().add(new MenuItem());
        button.setOnShowing(e -> fill.accept(button));
        return button;
    }

    private void onlyMenu(MenuButton button) {
        button.getItems().clear();
        for (SourceColumn column : model.possible()) {
            if (Set.of("title", "key", "words", "turns", "why").contains(column.id())) {
                continue;
            }
            Menu menu = new Menu(column.name());
            menu.getItems().add(new MenuItem());
            menu.setOnShowing(
                    e -> {
                        menu.getItems().clear();
                        for (Map.Entry<String, Integer> value : model.values(column)) {
                            MenuItem item =
                                    new MenuItem(
                                            (value.getKey().isEmpty()
                                                            ? "(nothing)"
                                                            : value.getKey())
                                                    + "   "
                                                    + value.getValue());
                            item.setMnemonicParsing(false);
                            item.setOnAction(
                                    a -> {
                                        model.only(column, Optional.of(value.getKey()));
                                        chips();
                                    });
                            menu.getItems().add(item);
                        }
                    });
            button.getItems().add(menu);
        }
    }

    private void groupMenu(MenuButton button) {
        button.getItems().clear();
        RadioMenuItem none = new RadioMenuItem("No groups");
        none.setSelected(model.group().isEmpty());
        none.setOnAction(e -> model.group(""));
        button.getItems().add(none);
        for (SourceColumn column : model.possible()) {
            if (!Set.of("title", "key", "words", "turns", "why").contains(column.id())) {
                RadioMenuItem item = new RadioMenuItem("By " + column.lower());
                item.setMnemonicParsing(false);
                item.setSelected(model.group().equals(column.id()));
                item.setOnAction(e -> model.group(column.id()));
                button.getItems().add(item);
            }
        }
    }

    private void columnMenu(MenuButton button) {
        button.getItems().clear();
        for (SourceColumn column : model.possible()) {
            CheckMenuItem item = new CheckMenuItem(column.name());
            item.setMnemonicParsing(false);
            item.setSelected(model.isShown(column));
            item.setDisable(column.id().equals("title"));
            item.setOnAction(e -> model.show(column, item.isSelected()));
            button.getItems().add(item);
        }
    }

    /// What narrows the table, each with a way out.
    private void chips() {
        narrowed.getChildren().clear();
        for (SourceColumn column : model.possible()) {
            String value = model.narrowed().get(column.id());
            if (value != null) {
                Button chip =
                        Pieces.button(
                                column.name()
                                        + ": "
                                        + (value.isEmpty() ? "(nothing)" : value)
                                        + "  ×",
                                () -> {
                                    model.only(column, Optional.empty());
                                    chips();
                                },
                                "chip-button");
                chip.setAccessibleText("No longer only " + column.name() + " " + value);
                narrowed.getChildren().add(chip);
            }
        }
        boolean any = !narrowed.getChildren().isEmpty();
        narrowed.setVisible(any);
        narrowed.setManaged(any);
    }

    private void everything() {
        filter.clear();
        model.everything();
        chips();
    }

    private void counted() {
        int n = model.size();
        int without = model.withoutText();
        String some = model.hits() == n ? "" : Words.number(model.hits()) + " of ";
        String rest = without > 0 ? " · " + Words.number(without) + " without text" : "";
        count.setText(n == 0 ? "" : some + Words.counted(n, "source") + rest);
    }

    private void chosen() {
        List<SourceSummary> now = table.chosen();
        bulk.setVisible(!now.isEmpty());
        picked.setText(now.size() + " chosen");
        if (details.isVisible()) {
            details.show(now);
        }
    }

    private void toggleDetails() {
        showDetails(!details.isVisible());
    }

    /// Shows or hides what stands beside the table; shown, it is of what is chosen now.
    private void showDetails(boolean show) {
        details.setVisible(show);
        details.setManaged(show);
        chosen();
    }

    private void acted(Set<String> tables) {
        stale |= tables.stream().anyMatch(SourcesModel::shows);
        if (stale && Pieces.onShow(view)) {
            refresh();
        } else if (Pieces.onShow(view) && tables.contains("memo")) {
            chosen();
        }
    }

    private void refresh() {
        stale = false;
        if (!read) {
            view.getChildren().setAll(filled);
        }
        model.refresh(
                () -> {
                    read = true;
                    unread.say("");
                    if (model.size() == 0) {
                        view.getChildren().setAll(empty());
                        return;
                    }
                    if (!view.getChildren().contains(filled)) {
                        view.getChildren().setAll(filled);
                    }
                    chips();
                    chosen();
                },
                why -> {
                    stale = true;
                    unread.say("The table is not up to date. " + why);
                    count.setText(read ? count.getText() : "");
                });
    }

    private Node empty() {
        return Pieces.empty(
                Feather.FILE_TEXT,
                "No sources yet",
                "Drop interview transcripts (.txt, .docx) or GitHub issues (.json) here, or a folder"
                        + " of them. You see what was found before anything is stored. Nothing"
                        + " leaves this machine.",
                Pieces.primary("Import …", "Ctrl+O", this::chooseFiles));
    }

    private void open(SourceSummary row) {
        session.go(Destination.in(row.source().id(), 0, 0));
    }

    private void attributes() {
        AttributesSheet.show(session, sheets, this::chooseTable);
    }

    private void export() {
        acts.export(view.getScene().getWindow());
    }

    private void chooseFiles() {
        FileChooser chooser = Choosers.file("Import transcripts and issues");
        List<File> files = chooser.showOpenMultipleDialog(view.getScene().getWindow());
        if (files != null) {
            Choosers.near(files.getFirst());
            take(files.stream().map(File::toPath).toList());
        }
    }

    private void chooseTable() {
        FileChooser chooser = Choosers.file("Attributes from a table");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Tables", "*.csv", "*.tsv", "*.xlsx"));
        File file = chooser.showOpenDialog(view.getScene().getWindow());
        if (file != null) {
            Choosers.near(file);
            take(List.of(file.toPath()));
        }
    }

    /// Reads files and folders and shows what they would bring; a table brings attributes.
    public void take(List<Path> files) {
        if (FileDrop.tables(files)) {
            AttributeTableSheet.show(session, sheets, files.getFirst());
        } else if (!files.isEmpty()) {
            new ImportFlow(session, sheets).read(files, false);
        }
    }
}
