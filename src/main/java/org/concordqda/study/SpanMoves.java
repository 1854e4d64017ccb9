package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.Span;
import org.concordqda.store.Blind;
import org.concordqda.store.Db;
import org.concordqda.store.Row;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;
import org.concordqda.text.TextChange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the codings, evidence and memos of one text stand after a change of it. Decides, writes nothing.
final class SpanMoves {
    /// How far the context hashes of a place look.
    private static final int CONTEXT = 40;

    private final Db db;
    private final long text;
    private final TextChange change;
    private final Positions after;

    SpanMoves(Db db, long text, TextChange change, Positions after) {
        this.db = db;
        this.text = text;
        this.change = change;
        this.after = after;
    }

    /// What a place was and is.
    ///
    /// @param span in which text
    /// @param quote the words there
    /// @param before hash of what stands before it
    /// @param behind hash of what stands after it
    record Place(Span span, String quote, String before, String behind) {}

    /// One place that moves.
    ///
    /// @param table `coding`, `evidence` or `memo_link`
    /// @param id its row
    /// @param visible whether the person who corrects may know of it
    /// @param vanished whether nothing of its words was left
    record Move(String table, long id, boolean visible, Place was, Place now, boolean vanished) {
        /// Whether its coder must look at it: its words are others than those coded.
        boolean doubtful() {
            return vanished || !was.quote.equals(now.quote);
        }
    }

    /// Every place that stands in the text, live rows only.
    List<Move> all(Optional<CoderId> viewer) {
        List<Move> moves = new ArrayList<>();
        db.each(
                "SELECT c.id, c.start, c.end, c.start_cp, c.end_cp, c.quote, c.before_hash,"
                        + " c.after_hash, "
                        + Blind.visible("c")
                        + " FROM coding c WHERE c.text = ? ORDER BY c.id",
                row -> moves.add(move("coding", row)),
                Blind.viewer(viewer),
                text);
        db.each(
                "SELECT c.id, c.start, c.end, c.start_cp, c.end_cp, c.quote, c.before_hash,"
                        + " c.after_hash, "
                        + Blind.visible("r")
                        + " FROM evidence c JOIN rating r ON r.id = c.rating WHERE c.text = ? AND"
                        + " c.start IS NOT NULL ORDER BY c.id",
                row -> moves.add(move("evidence", row)),
                Blind.viewer(viewer),
                text);
        db.each(
                "SELECT c.id, c.start, c.end, c.start_cp, c.end_cp, c.quote, c.before_hash,"
                        + " c.after_hash, "
                        + Blind.MEMO
                        + " FROM memo_link c JOIN memo m ON m.id = c.memo WHERE c.text = ?2 AND"
                        + " c.start IS NOT NULL ORDER BY c.id",
                row -> moves.add(move("memo_link", row)),
                Blind.viewer(viewer),
                text);
        return moves;
    }

    private Move move(String table, Row row) {
        Span old = CorrectionWriter.span(row, 2);
        Place was = new Place(old, row.text(6), row.text(7), row.text(8));
        Landing landing = land(change, after, old, was.quote);
        Span span = landing.span;
        boolean words = landing.vanished || change.touches(old.start(), old.end());
        boolean around = words || change.reaches(old.start() - CONTEXT, old.end() + CONTEXT);
        Place now =
                new Place(
                        span,
                        words ? change.after().substring(span.start(), span.end()) : was.quote,
                        around ? Hashes.before(change.after(), span) : was.before,
                        around ? Hashes.after(change.after(), span) : was.behind);
        return new Move(table, row.number(1), row.flag(9), was, now, landing.vanished);
    }

    /// Where a place comes down.
    ///
    /// @param vanished whether nothing of its words was left
    record Landing(Span span, boolean vanished) {}

    /// Where a place of the old text comes down in the new one.
    static Landing land(TextChange change, Positions after, Span old, String quote) {
        int start = change.from(old.start());
        int end = change.to(old.end());
        boolean nothing =
                start >= end
                        || (change.touches(old.start(), old.end())
                                && !quote.isBlank()
                                && change.after().substring(start, end).isBlank());
        return nothing
                ? new Landing(nearest(change.after(), after, Math.max(start, end)), true)
                : new Landing(after.span(start, end), false);
    }

    /// The word nearest to where the words were: before it on its line, else after it on its line, else
    /// before it, else after it anywhere. A coding whose words are gone stays there, in doubt.
    private static Span nearest(String all, Positions after, int at) {
        for (boolean line : new boolean[] {true, false}) {
            int left = at;
            while (left > 0 && skip(all.charAt(left - 1), line)) {
                left--;
            }
            if (left > 0 && !Character.isWhitespace(all.charAt(left - 1))) {
                int start = left;
                while (start > 0 && !Character.isWhitespace(all.charAt(start - 1))) {
                    start--;
                }
                return after.span(start, left);
            }
            int right = at;
            while (right < all.length() && skip(all.charAt(right), line)) {
                right++;
            }
            if (right < all.length() && !Character.isWhitespace(all.charAt(right))) {
                int end = right;
                while (end < all.length() && !Character.isWhitespace(all.charAt(end))) {
                    end++;
                }
                return after.span(right, end);
            }
        }
        return after.span(0, all.length());
    }

    private static boolean skip(char c, boolean line) {
        return Character.isWhitespace(c) && !(line && c == '\n');
    }
}
