package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

/// The right-hand side: the form or the codes for passages, and at its foot the one primary act.
final class SidePanel extends VBox {
    private final Node form;
    private final Node codes;
    private final Button formTab = Pieces.button("Form", () -> choose(true), "tab");
    private final Button codesTab = Pieces.button("Codes", () -> choose(false), "tab");
    private final HBox tabs = Pieces.row(4, formTab, codesTab);
    private final StackPane body = new StackPane();
    private final Label open = Pieces.text("", "muted", "small");
    private final Button reopen;
    private final Button primary;
    private final Node primaryKey;
    private boolean chosen;

    /// @param reopen takes *done* back
    SidePanel(Node form, Node codes, Runnable flag, Runnable note, Runnable reopen, Runnable done) {
        this.form = form;
        this.codes = codes;
        getStyleClass().addAll("side-panel", "panel", "line-left");
        setMinWidth(306);
        setPrefWidth(344);
        setMaxWidth(344);
        tabs.setPadding(new Insets(0, 12, 0, 12));
        tabs.setMinHeight(52);
        tabs.getStyleClass().add("line-below");
        HBox.setMargin(open, new Insets(0, 4, 0, 0));
        tabs.getChildren().addAll(Pieces.spring(), open);
        VBox.setVgrow(body, Priority.ALWAYS);
        this.reopen = Pieces.button("Reopen", reopen);
        primary = Pieces.primary("Done, next", "Ctrl+Enter", done);
        primaryKey = primary.getGraphic();
        HBox foot =
                Pieces.row(
                        8,
                        Pieces.icon(Feather.FLAG, "Flag for discussion (F)", flag),
                        Pieces.button("Note", note),
                        this.reopen,
                        Pieces.spring(),
                        primary);
        foot.setPadding(new Insets(12, 16, 12, 12));
        foot.getStyleClass().add("line-above");
        getChildren().addAll(tabs, body, foot);
        choose(true);
        finished(false);
    }

    /// Says which of the two there is anything in; the person's choice stays while it can.
    void offer(boolean hasForm, boolean hasCodes) {
        formTab.setDisable(!hasForm);
        if (!hasForm && hasCodes) {
            choose(false);
        } else if (!chosen) {
            choose(hasForm);
        }
    }

    void opened(long count, int of) {
        open.setText(
                of == 0
                        ? ""
                        : count == 0
                                ? "all answered"
                                : count + " of " + Words.counted(of, "dimension") + " open");
    }

    /// Says whether the source is done already: then it can be reopened, and the primary act only goes on.
    void finished(boolean done) {
        reopen.setVisible(done);
        reopen.setManaged(done);
        primary.setText(done ? "Next" : "Done, next");
        primary.setAccessibleText(primary.getText());
        primary.setGraphic(done ? null : primaryKey);
    }

    /// Whether the form is what shows here.
    boolean showsForm() {
        return body.getChildren().contains(form);
    }

    private void choose(boolean showForm) {
        chosen = true;
        body.getChildren().setAll(showForm ? form : codes);
        formTab.getStyleClass().remove("chosen");
        codesTab.getStyleClass().remove("chosen");
        (showForm ? formTab : codesTab).getStyleClass().add("chosen");
    }
}
