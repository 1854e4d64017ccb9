package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportReport;

import java.util.List;

/// What came of an import: stored, known already, left out, not readable.
final class ReportSheet {
    private static final int MOST = 200;
    private static final double WIDTH = 560;
    private static final double HIGHEST = 420;

    private ReportSheet() {}

    /// @param pullRequests takes the pull requests that were left out
    static void show(Sheets sheets, ImportReport report, Runnable pullRequests) {
        VBox list = new VBox(6);
        line(list, report.added().size(), "stored", "ok");
        line(list, report.filled().size(), "got the text that was missing", "ok");
        line(
                list,
                report.unchanged().size(),
                report.unchanged().size() == 1
                        ? "was here already, unchanged"
                        : "were here already, unchanged",
                "muted");
        line(
                list,
                report.twice().size(),
                report.twice().size() == 1
                        ? "is twice among these files, stored once"
                        : "are twice among these files, stored once",
                "muted");
        line(
                list,
                report.different().size(),
                "are here with another text; what is here was kept",
                "look");
        line(
                list,
                report.clashing().size(),
                report.clashing().size() == 1
                        ? "has another text among these files; the first was stored"
                        : "have another text among these files; the first was stored",
                "look");
        line(list, report.refreshed().size(), "have the new text now; codings moved along", "ok");
        report.leftOut().forEach((what, n) -> line(list, n, what + " left out", "muted"));
        line(list, report.problems().size(), "could not be read", "wrong");
        details(list, report.problems().stream().map(ImportProblem::sentence).toList());
        details(list, report.twice().stream().map(ImportReport.Twice::sentence).toList());
        details(list, report.different());
        details(list, report.clashing().stream().map(ImportReport.Clash::sentence).toList());
        details(list, report.notes());
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(Pieces.text("There was nothing in these files.", "muted"));
        }
        list.setPadding(new Insets(0, 12, 0, 0));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        Node[] buttons =
                report.changed() || !report.leftOut().containsKey("pull request")
                        ? new Node[] {Pieces.primary("Close", "Esc", sheets::away)}
                        : new Node[] {
                            Pieces.button("Take the pull requests", pullRequests),
                            Pieces.primary("Close", "Esc", sheets::away)
                        };
        VBox card =
                Sheets.card(report.changed() ? "Imported" : "Nothing new", WIDTH, scroll, buttons);
        sheets.show(card);
        // A scroll pane asks for the height of words that do not wrap.
        card.applyCss();
        double inside = WIDTH - card.getInsets().getLeft() - card.getInsets().getRight();
        scroll.setPrefViewportHeight(Math.min(HIGHEST, list.prefHeight(inside)));
    }

    private static void line(VBox list, int n, String what, String style) {
        if (n > 0) {
            list.getChildren().add(Pieces.text(n + " " + what, style));
        }
    }

    private static void details(VBox list, List<String> sentences) {
        for (String sentence : sentences.subList(0, Math.min(MOST, sentences.size()))) {
            Label words = Pieces.text(sentence, "muted", "small");
            words.setWrapText(true);
            list.getChildren().add(words);
        }
        if (sentences.size() > MOST) {
            list.getChildren()
                    .add(Pieces.text((sentences.size() - MOST) + " more", "muted", "small"));
        }
    }
}
