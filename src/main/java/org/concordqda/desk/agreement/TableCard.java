package org.concordqda.desk.agreement;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// The table on show: columns made from its heads, sortable, rows virtual; under it how to read it.
final class TableCard extends VBox {
    private static final double HEADER = 37;
    private static final double ROW = 40;

    private final TableView<Line> table = new TableView<>();
    private final Label foot = Pieces.text("", "muted", "small");
    private final Cells cells;
    private List<Head> heads = List.of();
    private List<Room> rooms = List.of();

    /// The least a column takes beside an open detail, and what it would like.
    private record Room(double least, double wanted) {}

    TableCard(Supplier<Palette> palette, Supplier<BenchmarkScale> scale) {
        cells = new Cells(palette, scale);
        table.setAccessibleText("Agreement");
        table.getStyleClass().add("agreement-table");
        table.setMinHeight(HEADER + 3 * ROW);
        VBox.setVgrow(table, Priority.ALWAYS);
        foot.setWrapText(true);
        foot.setMinHeight(USE_PREF_SIZE);
        foot.setPadding(new Insets(9, 16, 11, 16));
        foot.getStyleClass().add("line-above");
        foot.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(table, foot);
    }

    TableView<Line> table() {
        return table;
    }

    /// Shows a table; sorting and the selected row stay where they still make sense.
    void show(AgreementTable shown, String words) {
        Line was = table.getSelectionModel().getSelectedItem();
        List<Room> needed =
                IntStream.range(0, shown.heads().size())
                        .mapToObj(i -> new Room(least(shown, i), width(shown, i)))
                        .toList();
        if (!heads.equals(shown.heads()) || !rooms.equals(needed)) {
            heads = shown.heads();
            rooms = needed;
            columns();
        }
        table.setAccessibleText("Agreement, " + shown.name());
        table.getItems().setAll(shown.lines());
        table.sort();
        double rows = HEADER + ROW * Math.max(1, shown.lines().size()) + 4;
        table.setPrefHeight(rows);
        table.setMaxHeight(rows);
        foot.setText(words);
        table.getSelectionModel().clearSelection();
        for (Line line : table.getItems()) {
            if (was != null && line.same(was)) {
                table.getSelectionModel().select(line);
            }
        }
    }

    /// Draws the cells again: other colours, another scale.
    void repaint() {
        table.refresh();
    }

    private void columns() {
        table.getColumns().clear();
        table.getSortOrder().clear();
        double least = 0;
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            int at = i;
            TableColumn<Line, Object> column = new TableColumn<>();
            Label title = Pieces.text(head.name());
            if (!head.about().isEmpty()) {
                title.setTooltip(new Tooltip(head.about()));
            }
            title.getStyleClass().add("head");
            title.setMinWidth(0);
            column.setGraphic(title);
            column.setText("");
            column.setId(head.name());
            column.setCellValueFactory(
                    c -> new ReadOnlyObjectWrapper<>(c.getValue().cells().get(at)));
            column.setCellFactory(c -> cells.of(head.kind()));
            column.setComparator(Cells::compare);
            boolean figure = figure(head.kind());
            if (figure) {
                column.getStyleClass().add("number");
            }
            double width = rooms.get(i).wanted();
            column.setMinWidth(rooms.get(i).least());
            if (figure || head.kind() == Kind.INTERVAL || head.kind() == Kind.TREND) {
                column.setMaxWidth(width);
            }
            column.setSortable(head.kind() != Kind.INTERVAL);
            column.setPrefWidth(width);
            least += column.getMinWidth();
            table.getColumns().add(column);
        }
        // Where even the narrowest columns do not fit the table scrolls sideways.
        double needed = least;
        table.setColumnResizePolicy(
                features ->
                        features.getTable().getWidth() < needed + 2
                                ? TableView.UNCONSTRAINED_RESIZE_POLICY.call(features)
                                : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS.call(features));
    }

    /// Figures are never cut; a name stands whole, a long one on two lines.
    private static double least(AgreementTable table, int at) {
        double width = width(table, at);
        return switch (table.heads().get(at).kind()) {
            case NAME -> Math.clamp(widest(table, at, TableCard::onTwoLines), 60, most(table, at));
            case WORDS ->
                    width < 100
                            ? Math.clamp(0.85 * widest(table, at, String::length), 64, width)
                            : 56;
            default -> width;
        };
    }

    /// Several names share what there is.
    private static double most(AgreementTable table, int at) {
        List<Integer> names =
                IntStream.range(0, table.heads().size())
                        .filter(i -> table.heads().get(i).kind() == Kind.NAME)
                        .boxed()
                        .toList();
        return switch (names.size()) {
            case 1 -> 156;
            case 2 -> at == 0 ? 258 - least(table, names.getLast()) : 132;
            default -> at == 0 ? 132 : 76;
        };
    }

    private static double widest(AgreementTable table, int at, ToIntFunction<String> letters) {
        return table.lines().stream()
                .mapToDouble(line -> 20 + 7.5 * letters.applyAsInt(line.cells().get(at).toString()))
                .reduce(0, Math::max);
    }

    /// Letters of the longer line, where words are broken between two lines as evenly as they can be.
    private static int onTwoLines(String name) {
        int least = name.length();
        for (int gap = name.indexOf(' '); gap >= 0; gap = name.indexOf(' ', gap + 1)) {
            least = Math.min(least, Math.max(gap, name.length() - gap - 1));
        }
        return least;
    }

    /// Whether a figure of the column is the word for none.
    private static boolean undefined(AgreementTable table, int at) {
        return table.lines().stream()
                .anyMatch(line -> line.cells().get(at) instanceof Estimate e && !e.defined());
    }

    private static boolean figure(Kind kind) {
        return switch (kind) {
            case COUNT, SHARE, COEFFICIENT, LEAD, MEASURED -> true;
            case NAME, WORDS, INTERVAL, TREND -> false;
        };
    }

    private static double width(AgreementTable table, int at) {
        Head head = table.heads().get(at);
        double words = 24 + 6.9 * head.name().length();
        return switch (head.kind()) {
            case NAME -> Math.clamp(widest(table, at, String::length), 60, 230);
            case WORDS ->
                    switch (head.name()) {
                        case "by each" -> 92;
                        case "statistic" -> 84;
                        default -> 190;
                    };
            // A number is never cut: that of a large study takes what it needs.
            case COUNT ->
                    table.lines().stream()
                            .mapToDouble(
                                    line -> 24 + 9.2 * line.cells().get(at).toString().length())
                            .reduce(Math.max(48, words), Math::max);
            case SHARE -> 72;
            case LEAD -> Math.max(72, words);
            case COEFFICIENT -> Math.max(undefined(table, at) ? 74 : 66, words);
            case MEASURED -> Math.clamp(words, 70, 130);
            case INTERVAL -> 190;
            case TREND -> 212;
        };
    }
}
