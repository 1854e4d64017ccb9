package org.concordqda.desk.agreement;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.study.Agreements.Request;
import org.kordamp.ikonli.feather.Feather;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Dimensions by coefficients with their intervals drawn; behind each number its matrix and units.
public final class AgreementPlace implements Place {
    private final Session session;
    private final TableView<AgreementRow> table = new TableView<>();
    private final DetailView detail;
    private final ComboBox<Round> rounds = new ComboBox<>();
    private final Label foot = Pieces.text("", "muted", "small");
    private final HBox head = Pieces.row(8);
    private final HBox filled;
    private final StackPane view = new StackPane();
    private long asked;

    public AgreementPlace(Session session) {
        this.session = session;
        detail = new DetailView(session);
        rounds.setAccessibleText("Round");
        rounds.setConverter(RoundNames.CONVERTER);
        rounds.valueProperty().subscribe(r -> compute());
        table.setAccessibleText("Agreement by dimension");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns();
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        row -> {
                            if (row != null) {
                                detail.show(row);
                                detail.setVisible(true);
                            }
                        });
        foot.setWrapText(true);
        foot.setPadding(new Insets(10, 16, 12, 16));
        head.getChildren().addAll(Pieces.text("By dimension", "strong"), Pieces.spring(), rounds);
        head.setPadding(new Insets(10, 12, 10, 16));
        VBox left = new VBox(head, Pieces.hairline(), table, foot);
        left.getStyleClass().add("card");
        left.setPadding(new Insets(1));
        left.setMaxHeight(USE_PREF);
        HBox.setHgrow(left, Priority.ALWAYS);
        ScrollPane right = new ScrollPane(detail);
        right.setFitToWidth(true);
        right.setMinWidth(430);
        right.setPrefWidth(430);
        filled = new HBox(18, left, right);
        filled.setAlignment(Pos.TOP_LEFT);
        filled.setFillHeight(false);
        filled.setPadding(new Insets(22, 24, 22, 24));
        detail.setVisible(false);
        session.palette().subscribe(p -> repaint());
        session.onActed(
                tables -> {
                    boolean matters =
                            tables.stream()
                                    .anyMatch(
                                            t ->
                                                    t.startsWith("rating")
                                                            || t.equals("assignment")
                                                            || t.equals("round"));
                    if (matters && view.getScene() != null) {
                        entered();
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
        return view;
    }

    @Override
    public void entered() {
        List<Round> all = session.study().rounds().list();
        Round was = rounds.getValue();
        rounds.getItems().setAll(all);
        Optional<Round> same =
                all.stream().filter(r -> was != null && r.id().equals(was.id())).findFirst();
        Round now = same.or(() -> likely(all)).or(() -> session.round().get()).orElse(null);
        if (java.util.Objects.equals(now, rounds.getValue())) {
            compute();
        } else {
            rounds.setValue(now);
        }
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    /// The latest round in which two people rated.
    private Optional<Round> likely(List<Round> all) {
        RatingColumns ratings = session.study().ratings().columns(Optional.empty());
        Map<Integer, Set<Integer>> coders = new HashMap<>();
        for (int i = 0; i < ratings.size(); i++) {
            coders.computeIfAbsent(ratings.round()[i], r -> new HashSet<>())
                    .add(ratings.coder()[i]);
        }
        return all.reversed().stream()
                .filter(r -> coders.getOrDefault((int) r.id().value(), Set.of()).size() > 1)
                .findFirst();
    }

    private void repaint() {
        table.refresh();
        AgreementRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            detail.show(row);
        }
    }

    private void compute() {
        Round round = rounds.getValue();
        if (round == null) {
            empty("No round yet", "Agreement needs a round in which two people rated.");
            return;
        }
        if (round.sealed()) {
            empty(
                    round.name() + " is blind",
                    "Its ratings are compared once it is unsealed in Rounds, so that nobody codes"
                            + " towards a number.");
            return;
        }
        long mine = ++asked;
        Request request =
                new Request(
                        List.of(round.name()),
                        List.of(),
                        MatrixOptions.DEFAULT,
                        AgreementOptions.DEFAULT.withScopes(false, false));
        session.jobs()
                .quietly(
                        progress -> {
                            long start = System.nanoTime();
                            List<AgreementRow> rows =
                                    session.study().agreements().compute(request, progress).stream()
                                            .map(AgreementRow::of)
                                            .toList();
                            return new Computed(rows, (System.nanoTime() - start) / 1_000_000);
                        },
                        done -> {
                            if (mine == asked) {
                                show(round, done);
                            }
                        });
    }

    private record Computed(List<AgreementRow> rows, long millis) {}

    private void show(Round round, Computed done) {
        boolean paired = done.rows().stream().anyMatch(r -> r.numbers().matrix().pairable() > 0);
        if (!paired) {
            empty(
                    "Nothing to compare in " + round.name(),
                    "Agreement counts units that at least two people rated and marked as done.");
            return;
        }
        AgreementRow was = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(done.rows());
        table.setMinHeight(39 + 40.0 * Math.min(16, done.rows().size()));
        table.setPrefHeight(39 + 40.0 * done.rows().size());
        foot.setText(foot(done.rows()) + " Computed in " + done.millis() + " ms.");
        if (!head.getChildren().contains(rounds)) {
            head.getChildren().add(rounds);
        }
        view.getChildren().setAll(filled);
        if (view.getScene() != null
                && view.getScene().getFocusOwner() instanceof javafx.scene.control.Button) {
            table.requestFocus();
        }
        int at = lowest(done.rows());
        for (int i = 0; i < done.rows().size(); i++) {
            if (was != null && done.rows().get(i).name().equals(was.name())) {
                at = i;
            }
        }
        table.getSelectionModel().select(at);
    }

    /// The dimension that needs a look first.
    private static int lowest(List<AgreementRow> rows) {
        int lowest = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            double value =
                    rows.get(i)
                            .alpha()
                            .filter(Estimate::defined)
                            .map(Estimate::value)
                            .orElse(Double.MAX_VALUE);
            if (value < least) {
                least = value;
                lowest = i;
            }
        }
        return lowest;
    }

    private static String foot(List<AgreementRow> rows) {
        String method =
                rows.stream()
                        .map(AgreementRow::alpha)
                        .flatMap(Optional::stream)
                        .filter(Estimate::defined)
                        .map(Estimate::interval)
                        .distinct()
                        .limit(3)
                        .collect(java.util.stream.Collectors.joining("; "));
        return "Intervals: "
                + method
                + ". Band shown after Krippendorff (from .667). Missing: all ratings there are."
                + " Never pooled over dimensions.";
    }

    private void empty(String title, String sentence) {
        asked++;
        Node back = Pieces.button("Go to Rounds", () -> session.go(Destination.of("Rounds")));
        StackPane box = Pieces.empty(Feather.TARGET, title, sentence, back);
        if (rounds.getItems().size() > 1) {
            HBox chooser = Pieces.row(8, Pieces.spring(), rounds);
            StackPane.setAlignment(chooser, Pos.TOP_RIGHT);
            chooser.setMaxHeight(USE_PREF);
            chooser.setPadding(new Insets(32, 34, 0, 0));
            view.getChildren().setAll(box, chooser);
        } else {
            view.getChildren().setAll(box);
        }
    }

    private static final double USE_PREF = javafx.scene.layout.Region.USE_PREF_SIZE;

    private void columns() {
        table.getColumns().add(column("Dimension", 160, false, AgreementRow::name));
        table.getColumns().add(column("n", 58, true, r -> "" + r.numbers().matrix().pairable()));
        table.getColumns()
                .add(column("missing", 82, true, r -> "" + r.numbers().matrix().missing()));
        table.getColumns()
                .add(
                        column(
                                "agree",
                                78,
                                true,
                                r ->
                                        AgreementRow.percent(
                                                r.estimate(Statistic.PERCENT_AGREEMENT))));
        TableColumn<AgreementRow, String> alpha =
                column("α", 66, true, r -> AgreementRow.number(r.alpha()));
        alpha.setCellFactory(c -> new NumberCell(true));
        table.getColumns().add(alpha);
        TableColumn<AgreementRow, AgreementRow> interval =
                new TableColumn<>("95 % interval  −.2 … 1");
        interval.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        interval.setCellFactory(c -> new IntervalCell(() -> session.palette().get()));
        interval.setPrefWidth(186);
        interval.setMinWidth(186);
        interval.setSortable(false);
        table.getColumns().add(interval);
        table.getColumns().add(column("κ", 66, true, r -> AgreementRow.number(r.kappa())));
        table.getColumns()
                .add(
                        column(
                                "AC1",
                                66,
                                true,
                                r -> AgreementRow.number(r.estimate(Statistic.GWET_AC))));
        table.getColumns().add(column("most frequent conflict", 200, true, AgreementRow::conflict));
    }

    private static TableColumn<AgreementRow, String> column(
            String name, double width, boolean right, Function<AgreementRow, String> value) {
        TableColumn<AgreementRow, String> column = new TableColumn<>(name);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(value.apply(c.getValue())));
        column.setPrefWidth(width);
        if (right) {
            column.getStyleClass().add("number");
            column.setCellFactory(c -> new NumberCell(false));
        }
        return column;
    }

    /// A number, right aligned; the primary one strong, and red where it is very low.
    private static final class NumberCell extends TableCell<AgreementRow, String> {
        private final boolean primary;

        NumberCell(boolean primary) {
            this.primary = primary;
            getStyleClass().add("number");
            if (primary) {
                getStyleClass().add("strong");
            }
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? "" : text);
            getStyleClass().remove("wrong");
            AgreementRow row = getTableRow() == null ? null : getTableRow().getItem();
            if (primary && row != null) {
                boolean low =
                        row.alpha()
                                .filter(Estimate::defined)
                                .filter(e -> e.value() < 0.4)
                                .isPresent();
                if (low) {
                    getStyleClass().add("wrong");
                }
                setTooltip(
                        row.alpha()
                                .flatMap(Estimate::undefined)
                                .map(javafx.scene.control.Tooltip::new)
                                .orElse(null));
            }
        }
    }

    /// For tests: the dimensions on show.
    List<DimensionAgreement> shown() {
        return table.getItems().stream().map(AgreementRow::numbers).toList();
    }
}
