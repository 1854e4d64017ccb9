package org.concordqda.desk.shell;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.FilterField;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.KeyHint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every key, by place, with a field to look for one.
public final class KeysSheet {
    private KeysSheet() {}

    /// The keys of one place.
    public record Group(String name, List<KeyHint> keys) {
        public Group {
            keys = List.copyOf(keys);
        }
    }

    /// Shows them; the place one is in comes first.
    public static void show(Sheets sheets, List<Group> groups) {
        FilterField field = new FilterField("Look for a key or for what it does");
        VBox left = new VBox(4);
        VBox right = new VBox(4);
        HBox columns = new HBox(36, left, right);
        left.setPrefWidth(380);
        right.setPrefWidth(380);
        columns.setPadding(new Insets(0, 14, 0, 0));
        field.textProperty().subscribe(typed -> fill(left, right, matching(groups, typed)));
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(560);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText("All keys");
        field.leadsTo(scroll::requestFocus, scroll::requestFocus);
        VBox body = new VBox(14, field, scroll);
        body.setMinHeight(0);
        sheets.show(Sheets.card("Keys", 860, body, Pieces.primary("Close", "Esc", sheets::away)));
    }

    /// The groups with the keys that fit what was typed.
    static List<Group> matching(List<Group> groups, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        List<Group> fits = new ArrayList<>();
        for (Group group : groups) {
            List<KeyHint> keys =
                    group.keys().stream()
                            .filter(
                                    k ->
                                            (k.what() + " " + k.keys() + " " + group.name())
                                                    .toLowerCase(Locale.ROOT)
                                                    .contains(wanted))
                            .toList();
            if (!keys.isEmpty()) {
                fits.add(new Group(group.name(), keys));
            }
        }
        return fits;
    }

    /// Two columns of about the same length, groups kept whole.
    private static void fill(VBox left, VBox right, List<Group> groups) {
        left.getChildren().clear();
        right.getChildren().clear();
        if (groups.isEmpty()) {
            left.getChildren().add(Pieces.text("No key fits.", "muted"));
        }
        int here = 0;
        int there = 0;
        for (Group group : groups) {
            boolean first = here <= there;
            VBox column = first ? left : right;
            Label heading = Pieces.caps(group.name());
            heading.setPadding(new Insets(column.getChildren().isEmpty() ? 0 : 14, 0, 4, 0));
            column.getChildren().add(heading);
            for (KeyHint key : group.keys()) {
                Label what = Pieces.text(key.what());
                what.setWrapText(true);
                column.getChildren()
                        .add(Pieces.row(8, what, Pieces.spring(), Pieces.key(key.keys())));
            }
            if (first) {
                here += group.keys().size() + 2;
            } else {
                there += group.keys().size() + 2;
            }
        }
    }
}
