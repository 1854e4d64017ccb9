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
import org.concordqda.analysis.AgreementTable;
import org.concordqda.analysis.AgreementTable.Head;
import org.concordqda.analysis.AgreementTable.Kind;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.desk.fx.Palette;
import org.concordqda.desk.fx.Pieces;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The table on show: columns made from its heads, sortable, rows virtual; under it how to read it.
final class TableCard extends VBox {
    private static final double HEADER = 37;
    private static final double ROW = 40;

    private final TableView<Line> table = new TableView<>();
    private final Label foot = Pieces.text("", "muted", "small");
    private final Cells cells;
    private List<Head> heads = List.of();
    private List<Double> widths = List.of();

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
        List<Double> needed =
                IntStream.range(0, shown.heads().size()).mapToObj(i -> width(shown, i)).toList();
        if (!heads.equals(shown.heads()) || !widths.equals(needed)) {
            heads = shown.heads();
            widths = needed;
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
            double width = widths.get(i);
            column.setMinWidth(head.kind() == Kind.NAME ? (i == 0 ? 96 : 76) : Math.min(width, 76));
            if (head.kind() == Kind.INTERVAL || head.kind() == Kind.TREND) {
                column.setMinWidth(width);
                column.setMaxWidth(width);
                column.setSortable(head.kind() == Kind.TREND);
            }
            if (figure) {
                column.setMinWidth(width);
                column.setMaxWidth(width + 6);
            }
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
            case NAME -> at == 0 ? 170 : 150;
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
            case COEFFICIENT -> Math.max(66, words);
            case MEASURED -> Math.clamp(words, 70, 130);
            case INTERVAL -> 190;
            case TREND -> 212;
        };
    }
}
