package org.concordqda.desk.codebook;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.fx.Unread;
import org.concordqda.desk.memos.MemoLinks;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodeUses;
import org.concordqda.study.CodebookStale;
import org.concordqda.study.Memos.Memo;
import org.concordqda.study.Memos.Target;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Beside the fields: how a code is used and by whom, what wants a second look, its exemplar passages.
final class UsePane extends VBox {
    private static final int MOST = 30;

    private final Session session;
    private final Sheets sheets;
    private final CodebookModel model;
    private final Runnable second;
    private final Latest latest = new Latest();
    private Optional<Code> code = Optional.empty();

    UsePane(Session session, Sheets sheets, CodebookModel model, Runnable second) {
        super(10);
        this.session = session;
        this.sheets = sheets;
        this.model = model;
        this.second = second;
        setPadding(new Insets(18, 18, 18, 18));
        getStyleClass().addAll("panel", "line-left");
        setPrefWidth(300);
        setMinWidth(300);
    }

    private record Read(List<CodeUse> exemplars, List<CodeUse> stale, List<Memo> memos) {}

    void show(CodebookNode node) {
        code = node.code();
        if (code.isEmpty()) {
            latest.forget();
            dimension(node);
            return;
        }
        Code now = code.get();
        latest.read(
                session.jobs(),
                progress ->
                        new Read(
                                new CodeUses(session.study()).exemplars(now.id()),
                                new CodebookStale(session.study()).of(now.id()),
                                session.study().memos().on(about(now))),
                read -> fill(now, read),
                why -> getChildren().setAll(Pieces.caps("Use"), Unread.of(why, () -> show(node))));
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
                        fact("Codes", "" + node.dimension().allCodes().size()),
                        fact("Values given", counts.words(ratings)),
                        fact("Passages", counts.words(passages)));
    }

    private void fill(Code now, Read read) {
        CodebookModel.Counts counts = model.counts().get();
        CodeUses.Count n = counts.of(now.id());
        getChildren()
                .setAll(
                        Pieces.caps("Use"),
                        fact("Ratings", counts.words(n.ratings())),
                        fact("Passages", counts.words(n.codings())));
        if (!n.byCoder().isEmpty()) {
            getChildren().add(Pieces.hairline());
            for (Map.Entry<String, Integer> who : n.byCoder().entrySet()) {
                getChildren().add(fact(who.getKey(), "" + who.getValue()));
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
        MemoLinks memos = new MemoLinks(session, sheets, about(now), "this code", read.memos);
        VBox.setMargin(memos, new Insets(0, 0, 8, 0));
        getChildren().addAll(Pieces.caps("Memos"), memos);
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

    /// A code as something to write about.
    static Target about(Code code) {
        return new Target("code", code.id().value());
    }

    /// Reads again what is shown of a code: a memo was written.
    void again(CodebookNode node) {
        if (code.isPresent() && node.code().map(Code::id).equals(code.map(Code::id))) {
            show(node);
        }
    }

    private static HBox fact(String words, String n) {
        Label name = Pieces.text(words, "muted");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        return Pieces.row(8, name, Pieces.text(n, "number"));
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
