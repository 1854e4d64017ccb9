package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.MemoId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.TextId;
import org.concordqda.store.Blind;
import org.concordqda.store.FullText;
import org.concordqda.text.Finding;
import org.concordqda.text.Finding.Place;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds words anywhere in the study: in texts by the full-text index, in memos, codes and notes by reading
/// them. Blind like every read. Any thread.
public final class Finder {
    private static final int CONTEXT = 70;

    private final Study study;

    public Finder(Study study) {
        this.study = study;
    }

    /// Where words can stand.
    public enum Kind {
        /// The text of sources.
        TEXT,
        /// Memos.
        MEMO,
        /// The codebook's working draft: names, definitions, rules.
        CODE,
        /// Notes on ratings and codings.
        NOTE
    }

    /// Words found.
    ///
    /// @param kind what they stand in
    /// @param source the source, for a text or a note on one
    /// @param code the code, for [Kind#CODE]
    /// @param memo the memo, for [Kind#MEMO]
    /// @param where what to call the place
    /// @param start first position of the words in the source's text, in UTF-16 code units; with `end` the
    ///     passage that a note is about
    /// @param end position after them
    /// @param before what stands before them
    /// @param hit the words as they stand there
    /// @param after what follows
    public record Found(
            Kind kind,
            Optional<SourceId> source,
            Optional<CodeId> code,
            Optional<MemoId> memo,
            String where,
            int start,
            int end,
            String before,
            String hit,
            String after) {}

    /// Where all the words stand (the last also as a beginning), texts best first, then memos, codes, notes.
    ///
    /// @param limit how many of each kind at most
    public List<Found> find(String words, Set<Kind> kinds, int limit) {
        List<String> wanted = Finding.words(words);
        List<Found> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        for (Kind kind : EnumSet.copyOf(kinds)) {
            switch (kind) {
                case TEXT -> texts(words, wanted, limit, found);
                case MEMO -> memos(wanted, limit, found);
                case CODE -> codes(wanted, limit, found);
                case NOTE -> notes(wanted, limit, found);
            }
        }
        return found;
    }

    private void texts(String words, List<String> wanted, int limit, List<Found> into) {
        Map<TextId, String> texts = new HashMap<>();
        Map<SourceId, String> titles = new HashMap<>();
        for (FullText.Hit hit : study.sources().search(words, limit)) {
            String text = texts.computeIfAbsent(hit.text(), id -> study.sources().text(id).text());
            String title =
                    titles.computeIfAbsent(hit.source(), id -> study.sources().get(id).title());
            String body = text.substring(hit.start(), hit.end());
            Place at = Finding.first(body, wanted).orElse(new Place(0, 0));
            into.add(
                    new Found(
                            Kind.TEXT,
                            Optional.of(hit.source()),
                            Optional.empty(),
                            Optional.empty(),
                            title,
                            hit.start() + at.start(),
                            hit.start() + at.end(),
                            before(body, at),
                            Words.oneLine(body.substring(at.start(), at.end())),
                            after(body, at)));
        }
    }

    private void memos(List<String> wanted, int limit, List<Found> into) {
        study.memos().list().stream()
                .filter(m -> Finding.all(m.title() + "\n" + m.body(), wanted))
                .limit(limit)
                .forEach(
                        m ->
                                into.add(
                                        elsewhere(
                                                Kind.MEMO,
                                                Optional.empty(),
                                                Optional.of(m.id()),
                                                m.title().isBlank()
                                                        ? "Memo"
                                                        : "Memo “" + m.title() + "”",
                                                m.title() + "\n" + m.body(),
                                                wanted)));
    }

    private void codes(List<String> wanted, int limit, List<Found> into) {
        int found = 0;
        for (Dimension dimension : study.codebooks().draft().dimensions()) {
            for (Code code : dimension.allCodes()) {
                String all =
                        String.join(
                                "\n",
                                code.name(),
                                String.join(", ", code.aliases()),
                                code.definition(),
                                code.include(),
                                code.exclude(),
                                code.example(),
                                code.counterExample());
                if (found < limit && Finding.all(all, wanted)) {
                    found++;
                    into.add(
                            elsewhere(
                                    Kind.CODE,
                                    Optional.of(code.id()),
                                    Optional.empty(),
                                    dimension.name()
                                            + " › "
                                            + dimension.path(code.id()).orElse(code.name()),
                                    all,
                                    wanted));
                }
            }
        }
    }

    private void notes(List<String> wanted, int limit, List<Found> into) {
        long viewer = Blind.viewer(study.viewer());
        List<Found> found = new ArrayList<>();
        study.file()
                .read()
                .each(
                        "SELECT r.source, r.note, 0, 0 FROM rating r WHERE r.note <> '' AND "
                                + Blind.visible("r")
                                + " UNION ALL SELECT c.source, c.memo, c.start, c.end FROM coding c"
                                + " WHERE c.memo <> '' AND "
                                + Blind.visible("c"),
                        row -> {
                            if (found.size() < limit && Finding.all(row.text(2), wanted)) {
                                Source source = study.sources().get(new SourceId(row.number(1)));
                                Place at =
                                        Finding.first(row.text(2), wanted).orElse(new Place(0, 0));
                                found.add(
                                        new Found(
                                                Kind.NOTE,
                                                Optional.of(source.id()),
                                                Optional.empty(),
                                                Optional.empty(),
                                                source.title(),
                                                row.integer(3),
                                                row.integer(4),
                                                before(row.text(2), at),
                                                Words.oneLine(
                                                        row.text(2)
                                                                .substring(at.start(), at.end())),
                                                after(row.text(2), at)));
                            }
                        },
                        viewer,
                        viewer);
        into.addAll(found);
    }

    private static Found elsewhere(
            Kind kind,
            Optional<CodeId> code,
            Optional<MemoId> memo,
            String where,
            String text,
            List<String> wanted) {
        Place at = Finding.first(text, wanted).orElse(new Place(0, 0));
        return new Found(
                kind,
                Optional.empty(),
                code,
                memo,
                where,
                0,
                0,
                before(text, at),
                Words.oneLine(text.substring(at.start(), at.end())),
                after(text, at));
    }

    private static String before(String text, Place at) {
        int from = Math.max(0, at.start() - CONTEXT);
        return (from > 0 ? "… " : "") + Words.oneLine(text.substring(from, at.start()));
    }

    private static String after(String text, Place at) {
        return Words.oneLine(text.substring(at.end(), Math.min(text.length(), at.end() + CONTEXT)));
    }
}
