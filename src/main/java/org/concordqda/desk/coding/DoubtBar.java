package org.concordqda.desk.coding;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Icons;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Doubt;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.study.Doubts;
import org.concordqda.text.Words;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;

/// Between head and text: how many of one's codings a correction left to look at; opened, one after the
/// other with what it said and what it says, to accept, to put on the selection or to take away. The text
/// stays in reach meanwhile.
final class DoubtBar extends VBox {
    private final Session session;
    private final SourceTextView text;
    private Optional<SourceId> source = Optional.empty();
    private List<Doubt> waiting = List.of();
    private final Latest latest = new Latest();
    private final Button accept =
            Pieces.primary("Accept", "", () -> settle(d -> doubts().accept(List.of(d))));
    private int at;
    private boolean looking;

    DoubtBar(Session session, SourceTextView text) {
        super(8);
        this.session = session;
        this.text = text;
        getStyleClass().addAll("doubt-bar", "line-below");
        setPadding(new Insets(8, 16, 8, 28));
        setMinWidth(0);
        fill();
    }

    /// Shows what waits in this source.
    void open(Optional<SourceId> now) {
        if (!now.equals(source)) {
            looking = false;
            at = 0;
        }
        source = now;
        refresh();
    }

    /// Reads again what waits.
    void refresh() {
        Optional<SourceId> now = source;
        if (now.isEmpty()) {
            latest.forget();
            take(List.of());
            return;
        }
        latest.read(
                session.jobs(),
                progress -> new Doubts(session.study()).mine(now.get()),
                this::take,
                why -> session.say("Not known whether a passage waits to be looked at. " + why));
    }

    private void take(List<Doubt> found) {
        Optional<Doubt> was = at < waiting.size() ? Optional.of(waiting.get(at)) : Optional.empty();
        waiting = found;
        at = Math.clamp(at, 0, Math.max(0, found.size() - 1));
        looking = looking && !found.isEmpty();
        boolean keyboard = isFocusWithin();
        fill();
        if (looking && was.filter(d -> same(d, found.get(at))).isEmpty()) {
            // The selection is never that of another one, nor is it put there by mistake.
            reveal();
            if (keyboard) {
                accept.requestFocus();
            }
        }
    }

    /// Opens the first one; says so when nothing waits.
    void look() {
        if (waiting.isEmpty()) {
            session.say("Nothing waits to be looked at in this source.");
            return;
        }
        looking = true;
        fill();
        reveal();
        accept.requestFocus();
    }

    private static boolean same(Doubt a, Doubt b) {
        return a.kind() == b.kind() && a.target() == b.target();
    }

    private void fill() {
        setVisible(!waiting.isEmpty());
        setManaged(!waiting.isEmpty());
        getChildren().clear();
        if (waiting.isEmpty()) {
            return;
        }
        String count = Words.counted(waiting.size(), "passage") + " to look at";
        Label words = Pieces.text(count, "look", "strong");
        words.setGraphic(Icons.of(Feather.ALERT_CIRCLE, 14));
        words.setMinWidth(USE_PREF_SIZE);
        Label why =
                Pieces.text(
                        waiting.size() == 1
                                ? "A correction changed its words."
                                : "A correction changed their words.",
                        "muted",
                        "small");
        why.setMinWidth(0);
        HBox head = Pieces.row(8, words, why, Pieces.spring());
        if (looking) {
            Label which = Pieces.text((at + 1) + " of " + waiting.size(), "muted", "small");
            which.setMinWidth(USE_PREF_SIZE);
            head.getChildren()
                    .addAll(
                            which,
                            Pieces.icon(Feather.CHEVRON_LEFT, "The one before", () -> step(-1)),
                            Pieces.icon(Feather.CHEVRON_RIGHT, "The next one", () -> step(1)),
                            Pieces.button("Close", this::close, "link-button"));
            getChildren().addAll(head, one(waiting.get(at)));
        } else {
            head.getChildren()
                    .addAll(
                            Pieces.button("Accept all", this::acceptAll, "link-button"),
                            Pieces.button("Look", this::look));
            getChildren().add(head);
        }
    }

    private VBox one(Doubt doubt) {
        Label name = Pieces.text(doubt.name(), "strong");
        name.setMinWidth(0);
        String sentence =
                switch (doubt.why()) {
                    case CHANGED -> "";
                    case VANISHED -> "Its words are gone; it stands at the nearest word.";
                    case EARLIER -> "It was made on an earlier version of the text.";
                };
        HBox head = Pieces.row(8, name, Pieces.text(sentence, "muted", "small"));
        HBox sides = ChangeView.sides(doubt.old(), doubt.quote());
        for (Node side : sides.getChildren()) {
            // As wide as it will be: its height is known from that.
            ((Region) side).prefWidthProperty().bind(widthProperty().subtract(60).divide(2));
        }
        HBox buttons =
                Pieces.row(
                        8,
                        Pieces.spring(),
                        Pieces.button("Remove", () -> settle(d -> doubts().remove(d))),
                        Pieces.button("Put on the selection", this::adjust),
                        accept);
        return new VBox(6, head, sides, buttons);
    }

    private Doubts doubts() {
        return new Doubts(session.study());
    }

    private void settle(java.util.function.Consumer<Doubt> how) {
        Doubt doubt = waiting.get(at);
        session.act(() -> how.accept(doubt));
    }

    private void adjust() {
        Optional<Span> selection = text.selection().get();
        if (selection.isEmpty()) {
            session.say("Select in the text where it belongs; then it can be put there.");
            return;
        }
        settle(d -> doubts().adjust(d, selection.get().start(), selection.get().end()));
    }

    private void acceptAll() {
        List<Doubt> all = waiting;
        session.act("Accepting corrected places", 2L * all.size(), () -> doubts().accept(all));
    }

    private void close() {
        looking = false;
        fill();
    }

    private void step(int by) {
        at = Math.floorMod(at + by, waiting.size());
        fill();
        reveal();
    }

    private void reveal() {
        Doubt doubt = waiting.get(at);
        text.select(doubt.now().start(), doubt.now().end());
    }
}
