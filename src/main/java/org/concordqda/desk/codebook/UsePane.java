package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodeUses;
import org.concordqda.study.CodebookStale;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Beside the fields: how a code is used and by whom, what wants a second look, its exemplar passages.
final class UsePane extends VBox {
    private static final int MOST = 30;

    private final Session session;
    private final CodebookModel model;
    private final Runnable second;
    private Optional<Code> code = Optional.empty();

    UsePane(Session session, CodebookModel model, Runnable second) {
        super(10);
        this.session = session;
        this.model = model;
        this.second = second;
        setPadding(new Insets(18, 18, 18, 18));
        getStyleClass().addAll("panel", "line-left");
        setPrefWidth(300);
        setMinWidth(300);
    }

    private record Read(List<CodeUse> exemplars, List<CodeUse> stale) {}

    void show(CodebookNode node) {
        code = node.code();
        if (code.isEmpty()) {
            dimension(node);
            return;
        }
        Code now = code.get();
        session.jobs()
                .quietly(
                        progress ->
                                new Read(
                                        new CodeUses(session.study()).exemplars(now.id()),
                                        new CodebookStale(session.study()).of(now.id())),
                        read -> {
                            if (code.map(Code::id).equals(Optional.of(now.id()))) {
                                fill(now, read);
                            }
                        });
    }

    private void dimension(CodebookNode node) {
        CodebookModel.Counts counts = model.counts().get();
        int ratings = 0;
        int passages = 0;
        for (Code c : node.dimension().allCodes()) {
            ratings += counts.of(c.id()).ratings();
            passages += counts.of(c.id()).codings();
        }
        getChildren()
                .setAll(
                        Pieces.caps("Use"),
                        fact("Codes", node.dimension().allCodes().size()),
                        fact("Values given", ratings),
                        fact("Passages", passages));
    }

    private void fill(Code now, Read read) {
        CodeUses.Count n = model.counts().get().of(now.id());
        getChildren()
                .setAll(
                        Pieces.caps("Use"),
                        fact("Ratings", n.ratings()),
                        fact("Passages", n.codings()));
        if (!n.byCoder().isEmpty()) {
            getChildren().add(Pieces.hairline());
            for (Map.Entry<String, Integer> who : n.byCoder().entrySet()) {
                getChildren().add(fact(who.getKey(), who.getValue()));
            }
        }
        if (!read.stale.isEmpty()) {
            Label words =
                    Pieces.text(
                            read.stale.size() == 1
                                    ? "One use was made under an older meaning."
                                    : read.stale.size()
                                            + " uses were made under an older meaning.");
            words.setWrapText(true);
            VBox notice = new VBox(8, words, Pieces.button("Second look", second));
            notice.getStyleClass().add("notice");
            getChildren().add(notice);
        }
        VBox.setMargin(getChildren().getLast(), new Insets(0, 0, 8, 0));
        getChildren().add(Pieces.caps("Exemplar passages"));
        if (read.exemplars.isEmpty()) {
            Label none =
                    Pieces.text(
                            "None yet. Mark a passage as an example in Code; the best ones teach"
                                    + " the next coder.",
                            "muted",
                            "small");
            none.setWrapText(true);
            getChildren().add(none);
        }
        read.exemplars.stream().limit(MOST).map(this::quote).forEach(getChildren()::add);
    }

    private static HBox fact(String words, int n) {
        Label name = Pieces.text(words, "muted");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        return Pieces.row(8, name, Pieces.text("" + n, "number"));
    }

    private Node quote(CodeUse use) {
        Label words = Pieces.text("“" + use.words() + "”");
        words.setWrapText(true);
        return new VBox(
                2, words, Pieces.button(use.key(), () -> open(session, use), "link-button"));
    }

    /// Goes to where a use stands.
    static void open(Session session, CodeUse use) {
        session.go(Destination.in(use.source(), use.start(), use.end()));
    }
}
