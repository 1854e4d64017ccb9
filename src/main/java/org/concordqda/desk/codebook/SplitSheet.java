package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodebookSplit;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Splits a code: its parts are named, its uses given to them one by one or all that a search shows; what is
/// not decided stays under the old code. Opened again for a code that was split, it decides the rest.
final class SplitSheet {
    private static final String STAYS = "stays for now";

    private final Session session;
    private final Sheets sheets;
    private final Code code;
    private final List<CodeUse> uses;
    private final List<CodeId> before;
    private final List<TextField> names = new ArrayList<>();
    private final Map<CodeUse, Integer> to = new HashMap<>();
    private final VBox parts = new VBox(6);
    private final FilterField search = new FilterField("Search these uses");
    private final ListView<CodeUse> list = new ListView<>();
    private final HBox give = Pieces.row(6);
    private final Label result = Pieces.text("", "muted", "small");
    private final Button go;
    private @Nullable VBox card;

    private SplitSheet(
            Session session, Sheets sheets, Code code, List<CodeUse> uses, List<CodeId> before) {
        this.session = session;
        this.sheets = sheets;
        this.code = code;
        // What can be decided comes first; what was said of one source stands together.
        this.uses =
                uses.stream()
                        .sorted(
                                Comparator.comparing((CodeUse u) -> !u.open())
                                        .thenComparing(CodeUse::key)
                                        .thenComparing(CodeUse::unit)
                                        .thenComparing(CodeUse::coderName)
                                        .thenComparingInt(CodeUse::start))
                        .toList();
        this.before = before;
        this.go = Pieces.primary(before.isEmpty() ? "Split" : "Decide", "", this::store);
    }

    private record Found(List<CodeUse> uses, List<CodeId> before) {}

    static void show(Session session, Sheets sheets, Code code) {
        session.jobs()
                .quietly(
                        progress -> {
                            CodebookSplit split = new CodebookSplit(session.study());
                            return new Found(split.uses(code.id()), split.into(code.id()));
                        },
                        found -> {
                            List<CodeUse> uses = found.uses;
                            if (uses.isEmpty()) {
                                session.say(
                                        "Nothing is coded “"
                                                + code.name()
                                                + "” yet, so there is nothing to split; add codes"
                                                + " beside it.");
                                return;
                            }
                            new SplitSheet(session, sheets, code, uses, found.before).open();
                        });
    }

    private void open() {
        if (before.isEmpty()) {
            part("");
            part("");
        } else {
            before.forEach(id -> part(session.study().codebooks().name(id)));
        }
        Button more = Pieces.button("+ Part", () -> part(""), "quiet");
        more.setVisible(before.isEmpty());
        search.textProperty().subscribe(this::filter);
        search.leadsTo(list);
        HBox.setHgrow(search, Priority.ALWAYS);
        list.setCellFactory(v -> new UseCell());
        list.setFixedCellSize(52);
        list.setPrefHeight(270);
        list.setAccessibleText("Uses of the code");
        result.setWrapText(true);
        result.setMinHeight(Region.USE_PREF_SIZE);
        VBox body =
                new VBox(
                        12,
                        new VBox(
                                6,
                                Pieces.caps("“" + code.name() + "” becomes"),
                                parts,
                                Pieces.row(0, more)),
                        new VBox(
                                6, Pieces.caps("Who gets what"), Pieces.row(8, search), give, list),
                        result);
        card =
                Sheets.card(
                        before.isEmpty() ? "Split a code" : "Decide what was left",
                        680,
                        body,
                        Pieces.button("Cancel", sheets::away),
                        go);
        sheets.show(card);
        filter();
        names.getFirst().requestFocus();
    }

    private void back() {
        if (card != null) {
            sheets.show(card);
        }
    }

    private void part(String name) {
        TextField field = new TextField(name);
        field.setPromptText("Name of part " + (names.size() + 1));
        field.setAccessibleText("Name of part " + (names.size() + 1));
        field.getStyleClass().add("field");
        field.setDisable(!before.isEmpty());
        field.textProperty().subscribe(this::refresh);
        names.add(field);
        parts.getChildren().add(field);
        refresh();
    }

    private String name(int part) {
        String name = names.get(part).getText().strip();
        return name.isEmpty() ? "part " + (part + 1) : name;
    }

    private void filter() {
        String words = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        uses.stream()
                                .filter(
                                        u ->
                                                (u.words()
                                                                + "\n"
                                                                + u.title()
                                                                + "\n"
                                                                + u.key()
                                                                + "\n"
                                                                + u.unit()
                                                                + "\n"
                                                                + u.coderName()
                                                                + "\n"
                                                                + u.roundName())
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(words))
                                .toList());
        refresh();
    }

    private void refresh() {
        long open = list.getItems().stream().filter(CodeUse::open).count();
        give.getChildren().setAll(Pieces.text("Give these " + open + " to", "muted", "small"));
        for (int i = 0; i < names.size(); i++) {
            int part = i;
            give.getChildren().add(Pieces.button(name(i), () -> give(part), "small"));
        }
        give.setDisable(open == 0);
        long left = uses.stream().filter(u -> u.open() && !to.containsKey(u)).count();
        long others = uses.stream().filter(u -> !u.open()).count();
        result.setText(
                to.size()
                        + " decided, "
                        + Words.counted(left, "stays", "stay")
                        + " under “"
                        + code.name()
                        + "” for now"
                        + (others == 0
                                ? "."
                                : ", " + others + " are other coders’ or of finished rounds.")
                        + (before.isEmpty() ? " It is not offered any more." : ""));
        boolean named = names.stream().filter(n -> !n.getText().isBlank()).count() == names.size();
        go.setDisable(!named || (!before.isEmpty() && to.isEmpty()));
        list.refresh();
    }

    private void give(int part) {
        list.getItems().stream().filter(CodeUse::open).forEach(u -> to.put(u, part));
        // The button pressed is made anew: the keyboard goes on where one searches for the next.
        search.requestFocus();
        refresh();
    }

    private void store() {
        List<CodebookSplit.Part> made = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int part = i;
            List<CodeUse> own =
                    uses.stream()
                            .filter(u -> Optional.ofNullable(to.get(u)).equals(Optional.of(part)))
                            .toList();
            made.add(
                    new CodebookSplit.Part(
                            names.get(i).getText(),
                            "",
                            own.stream().flatMap(u -> u.coding().stream()).toList(),
                            own.stream().flatMap(u -> u.rating().stream()).toList()));
        }
        CodebookSplit split = new CodebookSplit(session.study());
        // It goes while the act is done, and comes back as it was when that is refused.
        sheets.away();
        session.act(
                before.isEmpty() ? "Splitting a code" : "Deciding uses",
                3L * to.size(),
                () -> {
                    if (before.isEmpty()) {
                        split.split(code.id(), made, "");
                    } else {
                        Map<CodeId, CodebookSplit.Part> all = new LinkedHashMap<>();
                        for (int i = 0; i < before.size(); i++) {
                            all.put(before.get(i), made.get(i));
                        }
                        split.decide(code.id(), all);
                    }
                    return true;
                },
                done -> {},
                this::back);
    }

    private final class UseCell extends ListCell<CodeUse> {
        private final Label words = Pieces.text("");
        private final Label where = Pieces.text("", "muted", "small");
        private final ComboBox<String> part = new ComboBox<>();
        private final HBox row;
        private boolean filling;

        UseCell() {
            words.setMinWidth(0);
            where.setMinWidth(0);
            VBox text = new VBox(1, words, where);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            part.setPrefWidth(170);
            part.setMinWidth(170);
            part.setAccessibleText("Goes to");
            part.setOnAction(
                    e -> {
                        CodeUse use = getItem();
                        if (!filling && use != null) {
                            int at = part.getSelectionModel().getSelectedIndex() - 1;
                            if (at < 0) {
                                to.remove(use);
                            } else {
                                to.put(use, at);
                            }
                            javafx.application.Platform.runLater(SplitSheet.this::refresh);
                        }
                    });
            row = Pieces.row(10, text, part);
            row.setPadding(new Insets(4, 8, 4, 10));
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(CodeUse use, boolean empty) {
            super.updateItem(use, empty);
            setGraphic(empty || use == null ? null : filled(use));
        }

        private Node filled(CodeUse use) {
            filling = true;
            String text = Words.oneLine(use.words());
            words.setText(use.coding().isPresent() ? "“" + text + "”" : use.title());
            String said = text.equalsIgnoreCase(code.name()) ? "" : text;
            where.setText(
                    Stream.of(
                                    use.key(),
                                    use.unit(),
                                    use.coderName(),
                                    use.roundName(),
                                    use.rating().isPresent() ? said : "",
                                    use.open() || use.mine() ? "" : "not yours to decide",
                                    use.mine() && use.frozen() ? "the round is finished" : "")
                            .filter(piece -> !piece.isEmpty())
                            .collect(Collectors.joining(" · ")));
            List<String> all = new ArrayList<>(List.of(STAYS));
            for (int i = 0; i < names.size(); i++) {
                all.add(name(i));
            }
            // The same names again would leave the box empty.
            if (!part.getItems().equals(all)) {
                part.getItems().setAll(all);
            }
            part.getSelectionModel().select(Optional.ofNullable(to.get(use)).orElse(-1) + 1);
            part.setDisable(!use.open());
            filling = false;
            return row;
        }
    }
}
