package org.concordqda.desk.memos;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Session;
import org.concordqda.study.MemoList.Kept;
import org.concordqda.study.Memos.Memo;
import org.concordqda.study.Memos.Target;

import java.util.List;

/// The memos on one thing, by title, to be opened, and a button that begins another.
public final class MemoLinks extends VBox {
    private static final int MOST = 8;

    /// @param thing what they are on, as words: “code”, a name
    public MemoLinks(
            Session session, Sheets sheets, Target target, String thing, List<Memo> memos) {
        super(2);
        setFillWidth(false);
        for (Memo memo : memos.subList(0, Math.min(MOST, memos.size()))) {
            Button link =
                    Pieces.button(
                            memo.title(),
                            () -> MemosSheet.open(session, sheets, Kept.MEMO, memo.id().value()),
                            "link-button");
            link.setMaxWidth(250);
            link.setTooltip(new Tooltip(memo.title()));
            getChildren().add(link);
        }
        if (memos.size() > MOST) {
            getChildren()
                    .add(
                            Pieces.button(
                                    memos.size() - MOST + " more …",
                                    () -> MemosSheet.show(session, sheets),
                                    "link-button"));
        }
        getChildren()
                .add(
                        Pieces.button(
                                "Memo on " + thing + " …",
                                () -> MemosSheet.write(session, sheets, target),
                                "link-button"));
    }
}
