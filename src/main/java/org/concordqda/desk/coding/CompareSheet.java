package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Destination;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.SourceId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Constant comparison: the other passages under a code beside its definition, newest and most distant
/// case first; a passage can be opened or recoded from here.
final class CompareSheet {
    private static final int MOST = 120;

    private CompareSheet() {}

    static void show(Session session, Sheets sheets, CodeModel model, CodeId id) {
        Optional<Code> code = session.codebook().get().code(id);
        if (code.isEmpty()) {
            session.say("This code is not in the codebook any more.");
            return;
        }
        List<Coding> all = ordered(session.study().codings().under(id), model.source());
        VBox list = new VBox(0);
        for (Coding coding : all.subList(0, Math.min(MOST, all.size()))) {
            list.getChildren().add(row(session, sheets, model, coding));
        }
        if (all.isEmpty()) {
            list.getChildren().add(Pieces.text("No other passage has this code yet.", "muted"));
        } else if (all.size() > MOST) {
            list.getChildren().add(Pieces.text((all.size() - MOST) + " more", "muted", "small"));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(480);
        scroll.setPrefWidth(560);
        VBox definition = new VBox(8, Pieces.caps("Definition"), DefinitionBox.of(code.get()));
        definition.setPrefWidth(260);
        definition.setMinWidth(260);
        HBox body = new HBox(18, scroll, definition);
        sheets.show(
                Sheets.card(
                        code.get().name() + " · " + all.size() + " passages",
                        880,
                        body,
                        Pieces.primary("Close", "Esc", sheets::away)));
    }

    /// Newest first, and those of sources seen least so far before further ones of the same source; the
    /// source that is open comes last.
    static List<Coding> ordered(List<Coding> codings, Optional<SourceId> open) {
        List<Coding> newest = new ArrayList<>(codings);
        newest.sort(Comparator.comparingLong((Coding c) -> -c.id().value()));
        Map<SourceId, Integer> seen = new HashMap<>();
        Map<Coding, Integer> turn = new HashMap<>();
        for (Coding coding : newest) {
            int before = seen.merge(coding.source(), 1, Integer::sum);
            boolean here = open.filter(coding.source()::equals).isPresent();
            turn.put(coding, here ? Integer.MAX_VALUE : before);
        }
        newest.sort(Comparator.comparingInt((Coding c) -> turn.getOrDefault(c, 0)));
        return newest;
    }

    private static VBox row(Session session, Sheets sheets, CodeModel model, Coding coding) {
        String where = session.study().sources().get(coding.source()).title();
        Label quote = Pieces.text("“" + coding.quote() + "”");
        quote.setWrapText(true);
        HBox foot =
                Pieces.row(
                        6,
                        Pieces.text(where, "muted", "small"),
                        Pieces.spring(),
                        Pieces.button(
                                "Open",
                                () -> {
                                    sheets.away();
                                    session.go(
                                            Destination.in(
                                                    coding.source(),
                                                    coding.span().start(),
                                                    coding.span().end()));
                                },
                                "quiet"),
                        Pieces.button(
                                "Recode",
                                () ->
                                        sheets.show(
                                                CodePicker.of(
                                                        sheets,
                                                        "Put another code on this passage",
                                                        session,
                                                        to -> {
                                                            model.recode(coding.id(), to);
                                                            show(
                                                                    session,
                                                                    sheets,
                                                                    model,
                                                                    coding.code());
                                                        })),
                                "quiet"));
        VBox row = new VBox(2, quote, foot);
        if (!coding.memo().isEmpty()) {
            Label memo = Pieces.text(coding.memo(), "muted", "small");
            memo.setWrapText(true);
            row.getChildren().add(1, memo);
        }
        row.setPadding(new Insets(8, 10, 4, 2));
        row.getStyleClass().add("line-below");
        return row;
    }
}
