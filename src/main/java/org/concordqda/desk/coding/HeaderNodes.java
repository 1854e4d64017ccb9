package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

import org.concordqda.desk.fx.Palette;
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

    /// Pixels that are always free on the left of a text.
    private static final double HANGING = 14;

    private HeaderNodes() {}

    /// The header of a turn.
    ///
    /// @param ordinal place in the source, from 0
    /// @param size of the text below, in pixels
    static Region node(Turn turn, int ordinal, double size, Palette palette) {
        double own = size * 0.93;
        Color muted = palette.of("muted");
        Font plain = Letters.plain(own * 0.93);
        Letters.Row row = new Letters.Row();
        row.setMinWidth(0);
        // Beside a large text what does not fit goes on below.
        Letters.Rows said = new Letters.Rows();
        said.setHgap(Math.rint(own * 0.6));
        HBox.setHgrow(said, Priority.ALWAYS);
        Letters number =
                new Letters(
                        Integer.toString(ordinal + 1),
                        Letters.plain(own * 0.86),
                        palette.of("faint"));
        double room = SourceModel.INDENT - 10 - Math.ceil(number.getLayoutBounds().getWidth());
        // A long number hangs out to the left, so that every name begins where its text does.
        double hung = Math.clamp(room, -HANGING, 0);
        number.setTranslateX(hung);
        HBox.setMargin(number, new Insets(own * 0.07, 10 + hung, 0, Math.max(0, room)));
        String speaker = turn.speaker().orElse("Unknown");
        row.getChildren().addAll(number, said);
        said.getChildren().add(new Letters(speaker, Letters.strong(own * 0.93), palette.of("ink")));
        turn.role()
                .filter(r -> tells(speaker, r))
                .ifPresent(
                        r ->
                                said.getChildren()
                                        .add(
                                                chip(
                                                        r.toLowerCase(Locale.ROOT),
                                                        palette.of("muted"),
                                                        palette)));
        String when = turn.time().map(HeaderNodes::day).orElse("");
        String words =
                turn.kind() == TurnKind.BODY
                        ? "opened this" + (when.isEmpty() ? "" : " · " + when)
                        : when.isEmpty() ? "" : "· " + when;
        if (!words.isEmpty()) {
            said.getChildren().add(new Letters(words, plain, muted));
        }
        String changed = turn.details().getOrDefault("changed", "");
        if (!changed.isEmpty()) {
            Region chip = chip("changed " + changed, palette.of("look"), palette);
            chip.setAccessibleText("Its words changed when the source was refreshed on " + changed);
            said.getChildren().add(chip);
        }
        return row;
    }

    private static Region chip(String words, Color ink, Palette palette) {
        Letters.Row chip = new Letters.Row();
        chip.setPadding(new Insets(1, 6, 1, 6));
        chip.setMaxHeight(Region.USE_PREF_SIZE);
        chip.setAlignment(Pos.CENTER);
        chip.setBorder(
                new Border(
                        new BorderStroke(
                                palette.of("line"),
                                BorderStrokeStyle.SOLID,
                                new CornerRadii(4),
                                new BorderWidths(1))));
        chip.getChildren().add(new Letters(words, Letters.plain(11), ink));
        return chip;
    }

    /// A date as people write it; anything else as it was given.
    static String day(String time) {
        try {
            return OffsetDateTime.parse(time).format(DAY);
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    /// Whether a role says more than the name; GitHub says NONE of whoever has no part in the repository.
    private static boolean tells(String speaker, String role) {
        String word = role.strip().toLowerCase(Locale.ROOT);
        return !word.isEmpty()
                && !word.equals("none")
                && !speaker.toLowerCase(Locale.ROOT).startsWith(word);
    }
}
