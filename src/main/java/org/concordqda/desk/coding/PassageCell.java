package org.concordqda.desk.coding;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.Coding;
import org.concordqda.study.Comparisons;
import org.concordqda.study.Comparisons.Compared;
import org.concordqda.study.Comparisons.Context;
import org.concordqda.text.Words;

import java.util.function.Function;

/// One passage of a comparison: the quote in its context, who says it where, how far that is. Only passages
/// in view read their context.
final class PassageCell extends ListCell<Compared> {
    private static final int AROUND = 140;
    private static final int LONGEST = 600;

    private final Comparisons comparisons;
    private final RoundNames rounds;
    private final Function<Coding, String> other;

    /// @param other who coded a passage, when that is not the person here; else ""
    PassageCell(Comparisons comparisons, RoundNames rounds, Function<Coding, String> other) {
        this.comparisons = comparisons;
        this.rounds = rounds;
        this.other = other;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Compared compared, boolean empty) {
        super.updateItem(compared, empty);
        if (empty || compared == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Coding coding = compared.coding();
        Context context = comparisons.context(coding, AROUND);
        Text quote = new Text(shortened(coding.quote()));
        quote.getStyleClass().addAll("text", "quote");
        TextFlow flow =
                new TextFlow(
                        around("… " + Words.oneLine(context.before())),
                        quote,
                        around(Words.oneLine(context.after()) + " …"));
        flow.setLineSpacing(3);
        String who = context.speaker().isEmpty() ? "" : context.speaker() + " · ";
        String round = rounds.of(coding.round());
        String coder = other.apply(coding);
        String place =
                compared.title()
                        + (round.isEmpty() ? "" : " · " + round)
                        + (coder.isEmpty() ? "" : " · coded by " + coder);
        Label where = Pieces.text(who + place, "muted", "small");
        where.setMinWidth(0);
        HBox foot = Pieces.row(6, Pieces.chip(words(compared.distance()), "square"), where);
        VBox row = new VBox(5, flow, foot);
        if (coding.exemplar()) {
            foot.getChildren().add(0, Pieces.chip("★ example", "square", "look"));
        }
        if (!coding.memo().isEmpty()) {
            Label memo = Pieces.text(coding.memo(), "muted", "small");
            memo.setWrapText(true);
            memo.setMaxHeight(36);
            row.getChildren().add(memo);
        }
        row.setPadding(CompareSheet.padding());
        row.getStyleClass().add("line-below");
        setGraphic(row);
        setAccessibleText(coding.quote() + ", " + place);
    }

    private static Text around(String words) {
        Text text = new Text(words);
        text.getStyleClass().addAll("text", "around");
        return text;
    }

    private static String shortened(String quote) {
        String flat = Words.oneLine(quote);
        return flat.length() <= LONGEST
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, LONGEST / 2)) + " […]";
    }

    static String words(Comparisons.Distance distance) {
        return switch (distance) {
            case OTHER_CASE -> "other case";
            case OTHER_SOURCE -> "same case";
            case OTHER_SPEAKER -> "other speaker";
            case SAME_SPEAKER -> "same speaker";
        };
    }
}
