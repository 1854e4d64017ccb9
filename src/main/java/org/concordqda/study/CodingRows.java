package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.model.TextId;
import org.concordqda.store.Db;
import org.concordqda.store.Merges;
import org.concordqda.store.Row;

/// Reads codings; one under a code that was merged is read as one under the code it went into.
final class CodingRows {
    /// The columns of [#coding], to be followed by a condition on `c`.
    static final String COLUMNS =
            "SELECT c.id, c.guid, c.round, c.coder, c.source, c.text, c.start, c.end, c.start_cp,"
                    + " c.end_cp, "
                    + Merges.through("c.code")
                    + ", c.quote, c.memo, c.exemplar FROM coding c WHERE ";

    private CodingRows() {}

    static Coding coding(Row row) {
        return new Coding(
                new CodingId(row.number(1)),
                row.text(2),
                new RoundId(row.number(3)),
                new CoderId(row.number(4)),
                new SourceId(row.number(5)),
                new TextId(row.number(6)),
                new Span(row.integer(7), row.integer(8), row.integer(9), row.integer(10)),
                new CodeId(row.number(11)),
                row.text(12),
                row.text(13),
                row.flag(14));
    }

    /// Whether another coding of the same coder and round has this code on this passage.
    static boolean there(Db db, Coding changed, Span span, CodeId code) {
        return db.number(
                        "SELECT count(*) FROM coding c WHERE c.source = ? AND c.start = ? AND c.end = ? AND"
                                + " c.text = ? AND c.coder = ? AND c.round = ? AND c.id <> ? AND "
                                + Merges.through("c.code")
                                + " = ?",
                        changed.source().value(),
                        span.start(),
                        span.end(),
                        changed.text().value(),
                        changed.coder().value(),
                        changed.round().value(),
                        changed.id().value(),
                        code.value())
                > 0;
    }
}
