package org.concordqda.desk.coding;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Turn;
import org.concordqda.model.TurnKind;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Draws who spoke and when above each turn.
final class HeaderNodes {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private HeaderNodes() {}

    /// The header of a turn.
    ///
    /// @param ordinal place in the source, from 0
    /// @param size of the text below, in pixels
    static Region node(Turn turn, int ordinal, double size) {
        Label number = Pieces.text(Integer.toString(ordinal + 1), "turn-number");
        number.setMinWidth(SourceModel.INDENT);
        number.setPrefWidth(SourceModel.INDENT);
        number.setPadding(new javafx.geometry.Insets(0, 10, 0, 0));
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(6, number);
        row.setSpacing(0);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("source-header");
        row.setStyle("-fx-font-size: " + size * 0.93 + "px;");
        Label who = Pieces.text(turn.speaker().orElse("Unknown"), "who", "strong");
        row.getChildren().add(who);
        turn.role()
                .filter(r -> !r.isBlank())
                .ifPresent(
                        r -> {
                            Label chip = Pieces.chip(r.toLowerCase(Locale.ROOT), "square");
                            HBox.setMargin(chip, new javafx.geometry.Insets(0, 0, 0, 6));
                            row.getChildren().add(chip);
                        });
        String when = turn.time().map(HeaderNodes::day).orElse("");
        String words =
                turn.kind() == TurnKind.BODY
                        ? " opened this" + (when.isEmpty() ? "" : " · " + when)
                        : when.isEmpty() ? "" : " · " + when;
        if (!words.isEmpty()) {
            Label said = Pieces.text(words, "when");
            HBox.setMargin(said, new javafx.geometry.Insets(0, 0, 0, 4));
            row.getChildren().add(said);
        }
        String changed = turn.details().getOrDefault("changed", "");
        if (!changed.isEmpty()) {
            Label chip = Pieces.chip("changed " + changed, "square", "look");
            chip.setAccessibleText("Its words changed when the source was refreshed on " + changed);
            HBox.setMargin(chip, new javafx.geometry.Insets(0, 0, 0, 6));
            row.getChildren().add(chip);
        }
        return row;
    }

    /// A date as people write it; anything else as it was given.
    static String day(String time) {
        try {
            return OffsetDateTime.parse(time).format(DAY);
        } catch (DateTimeParseException e) {
            return time;
        }
    }
}
