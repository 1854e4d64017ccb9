package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.CorrectionPlan.Change;
import org.concordqda.model.CorrectionPlan.Part;
import org.concordqda.model.CorrectionPlan.Sample;
import org.concordqda.text.Words;

import java.util.List;

/// How changes of a text are shown: what goes is struck through, what comes is underlined, so that colour is
/// not needed to tell them apart.
final class ChangeView {
    private static final int MOST = 60;

    /// Of each source, where there are several.
    private static final int FEW = 3;

    private ChangeView() {}

    /// The samples of a plan and the codings it would leave to look at.
    static void fill(VBox list, CorrectionPlan plan, boolean named) {
        list.getChildren().clear();
        List<Part> changed = plan.parts().stream().filter(part -> !part.edits().isEmpty()).toList();
        int shown = 0;
        int parts = 0;
        for (Part part : changed) {
            if (shown >= MOST) {
                break;
            }
            parts++;
            List<Sample> some =
                    changed.size() == 1
                            ? part.samples()
                            : part.samples().subList(0, Math.min(FEW, part.samples().size()));
            for (Sample s : some) {
                list.getChildren().add(sample(s, named ? part.key() + " · line " : "Line "));
                shown++;
            }
            int more = part.edits().size() - some.size();
            if (more > 0) {
                list.getChildren()
                        .add(Pieces.text(more + " more in " + part.key(), "muted", "small"));
            }
        }
        if (changed.size() > parts) {
            list.getChildren()
                    .add(
                            Pieces.text(
                                    "and " + Words.counted(changed.size() - parts, "more source"),
                                    "muted"));
        }
        if (!plan.changes().isEmpty()) {
            list.getChildren().add(Pieces.caps("Codings to look at afterwards"));
            for (Change c : plan.changes().subList(0, Math.min(MOST, plan.changes().size()))) {
                list.getChildren()
                        .add(
                                sides(
                                        c.old(),
                                        c.vanished() ? c.fresh() + "  (nearest word)" : c.fresh()));
            }
        }
    }

    /// Samples of the difference of two versions.
    static void fill(VBox list, List<Sample> samples) {
        list.getChildren().clear();
        for (Sample s : samples.subList(0, Math.min(MOST, samples.size()))) {
            list.getChildren().add(sample(s, "Line "));
        }
        if (samples.size() > MOST) {
            list.getChildren()
                    .add(Pieces.text((samples.size() - MOST) + " more places", "muted", "small"));
        }
    }

    private static Node sample(Sample s, String where) {
        Label head = Pieces.text(where + s.line(), "muted", "small");
        TextFlow flow =
                new TextFlow(
                        word(s.before(), "change-around"),
                        word(s.old(), "change-old"),
                        word(s.fresh(), "change-new"),
                        word(s.after(), "change-around"));
        flow.setAccessibleText("“" + s.old() + "” becomes “" + s.fresh() + "”");
        VBox box = new VBox(2, head, flow);
        box.setMinWidth(0);
        return box;
    }

    private static Text word(String words, String style) {
        Text text = new Text(words.length() > 400 ? words.substring(0, cut(words)) + " …" : words);
        text.getStyleClass().add(style);
        text.setStrikethrough(style.equals("change-old"));
        text.setUnderline(style.equals("change-new"));
        return text;
    }

    private static int cut(String words) {
        return Character.isHighSurrogate(words.charAt(399)) ? 399 : 400;
    }

    /// What a coding said and says, side by side.
    static HBox sides(String old, String fresh) {
        HBox box = new HBox(16, side("was", old), side("is", fresh));
        box.setMinWidth(0);
        return box;
    }

    private static VBox side(String title, String quote) {
        String line = Words.oneLine(quote);
        Label words =
                Pieces.text(
                        "“"
                                + (line.length() > 400 ? line.substring(0, cut(line)) + " …" : line)
                                + "”");
        words.setWrapText(true);
        words.setMinWidth(0);
        VBox side = new VBox(2, Pieces.text(title, "muted", "tiny"), words);
        side.setMinWidth(0);
        side.setPrefWidth(100);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }
}
