package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoKind;
import org.concordqda.model.SourceId;
import org.concordqda.store.Blind;
import org.concordqda.store.Row;
import org.concordqda.study.Memos.Memo;
import org.concordqda.study.Memos.Target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything that was written beside the data, as one list: memos, memos on codings, notes on answers.
/// Blind like every read. Any thread.
public final class MemoList {
    private final Study study;

    public MemoList(Study study) {
        this.study = study;
    }

    /// Where the words are kept, which decides how they are changed.
    public enum Kept {
        /// A memo of its own.
        MEMO,
        /// On a coding.
        CODING,
        /// On an answer.
        ANSWER
    }

    /// Something written.
    ///
    /// @param kept where the words are
    /// @param id row id of the memo, coding or answer
    /// @param kind what for; analytic for those on codings and answers
    /// @param title heading
    /// @param body the words
    /// @param coder who wrote
    /// @param coderName by name
    /// @param at when it was last changed, or made (UTC, ISO 8601)
    /// @param about what it is about
    /// @param aboutWords that in words
    /// @param source the source to go to, if there is one
    /// @param start where in it, in UTF-16 code units
    /// @param end position after the last; equal to `start` when the whole source is meant
    public record Line(
            Kept kept,
            long id,
            MemoKind kind,
            String title,
            String body,
            CoderId coder,
            String coderName,
            String at,
            MemoAbout about,
            String aboutWords,
            Optional<SourceId> source,
            int start,
            int end) {}

    /// What to list.
    ///
    /// @param words each must occur in heading, words, what it is about or who wrote; "" for all
    public record Wanted(
            String words,
            Optional<MemoKind> kind,
            Optional<CoderId> coder,
            Optional<MemoAbout> about) {
        /// Everything.
        public static final Wanted ALL =
                new Wanted("", Optional.empty(), Optional.empty(), Optional.empty());

        /// Whether a line is wanted.
        public boolean fits(Line line) {
            if (kind.filter(k -> k != line.kind).isPresent()
                    || coder.filter(c -> !c.equals(line.coder)).isPresent()
                    || about.filter(a -> a != line.about).isPresent()) {
                return false;
            }
            if (words.isBlank()) {
                return true;
            }
            String text =
                    (line.title + " " + line.body + " " + line.aboutWords + " " + line.coderName)
                            .toLowerCase(Locale.ROOT);
            for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// What is wanted, changed last first.
    public List<Line> lines(Wanted wanted) {
        List<Line> all = new ArrayList<>();
        Map<CoderId, String> names = new HashMap<>();
        study.coders().list().forEach(c -> names.put(c.id(), c.name()));
        for (Memo memo : study.memos().list()) {
            all.add(line(memo, names));
        }
        codings(all, names);
        answers(all, names);
        all.removeIf(line -> !wanted.fits(line));
        all.sort(
                Comparator.comparing(Line::at)
                        .reversed()
                        .thenComparing(Line::kept)
                        .thenComparing(Comparator.comparingLong(Line::id).reversed()));
        return all;
    }

    private Line line(Memo memo, Map<CoderId, String> names) {
        Optional<Target> first = memo.targets().stream().findFirst();
        return new Line(
                Kept.MEMO,
                memo.id().value(),
                memo.kind(),
                memo.title(),
                memo.body(),
                memo.coder(),
                names.getOrDefault(memo.coder(), ""),
                memo.changed(),
                first.map(MemoList::about).orElse(MemoAbout.STUDY),
                words(memo.targets()),
                first.flatMap(this::source),
                first.map(t -> span(t)[0]).orElse(0),
                first.map(t -> span(t)[1]).orElse(0));
    }

    /// What a memo is about, as people read it.
    public String words(List<Target> targets) {
        return targets.isEmpty()
                ? "Analytic journal"
                : String.join("; ", targets.stream().map(this::words).toList());
    }

    /// The sort of thing a target is.
    public static MemoAbout about(Target target) {
        return target.passage().isPresent()
                ? MemoAbout.PASSAGE
                : MemoAbout.valueOf(target.kind().toUpperCase(Locale.ROOT));
    }

    private String words(Target target) {
        long id = target.id();
        return switch (about(target)) {
            case STUDY -> "Analytic journal";
            case SOURCE -> named("SELECT title FROM source WHERE id = ?", id, "source");
            case PASSAGE ->
                    "“"
                            + target.passage().orElseThrow().quote()
                            + "” · "
                            + named("SELECT key FROM source WHERE id = ?", id, "source");
            case UNIT ->
                    named(
                            "SELECT u.name || ' · ' || s.key FROM unit u JOIN source s ON s.id ="
                                    + " u.source WHERE u.id = ?",
                            id,
                            "unit");
            case CODE -> study.codebooks().name(new CodeId(id));
            case CODING ->
                    study.file()
                            .read()
                            .one(
                                    "SELECT code, quote FROM coding WHERE id = ?",
                                    row ->
                                            study.codebooks().name(new CodeId(row.number(1)))
                                                    + " · “"
                                                    + row.text(2)
                                                    + "”",
                                    id)
                            .orElse("(removed coding)");
            case RATING ->
                    named(
                            "SELECT dt.name || ' · ' || s.key FROM rating r JOIN dimension_text dt"
                                    + " ON dt.dimension = r.dimension AND dt.version = r.version JOIN"
                                    + " source s ON s.id = r.source WHERE r.id = ?",
                            id,
                            "answer");
            case CODER -> named("SELECT name FROM coder WHERE id = ?", id, "coder");
            case ROUND -> named("SELECT name FROM round WHERE id = ?", id, "round");
            case CASE -> named("SELECT name FROM \"case\" WHERE id = ?", id, "case");
        };
    }

    private String named(String sql, long id, String what) {
        return study.file()
                .read()
                .one(sql, row -> row.text(1), id)
                .orElse("(removed " + what + ")");
    }

    private Optional<SourceId> source(Target target) {
        String sql =
                switch (about(target)) {
                    case SOURCE, PASSAGE -> "SELECT id FROM source WHERE id = ?";
                    case CODING, RATING, UNIT ->
                            "SELECT source FROM " + target.kind() + " WHERE id = ?";
                    default -> "";
                };
        return sql.isEmpty()
                ? Optional.empty()
                : study.file().read().one(sql, row -> new SourceId(row.number(1)), target.id());
    }

    private int[] span(Target target) {
        if (target.kind().equals("coding")) {
            return study.file()
                    .read()
                    .one(
                            "SELECT start, end FROM coding WHERE id = ?",
                            row -> new int[] {row.integer(1), row.integer(2)},
                            target.id())
                    .orElse(new int[2]);
        }
        return target.passage()
                .map(p -> new int[] {p.span().start(), p.span().end()})
                .orElse(new int[2]);
    }

    private void codings(List<Line> into, Map<CoderId, String> names) {
        Codebook book = study.codebooks().draft();
        study.file()
                .read()
                .each(
                        "SELECT c.id, c.code, c.memo, c.coder, e.at, c.source, c.start, c.end,"
                                + " c.quote, s.key FROM coding c JOIN entry e ON e.id = c.made_by JOIN"
                                + " source s ON s.id = c.source WHERE c.memo <> '' AND "
                                + Blind.visible("c"),
                        row -> {
                            CodeId code = new CodeId(row.number(2));
                            String name = book.code(code).map(Code::name).orElse("(removed code)");
                            into.add(
                                    kept(
                                            Kept.CODING,
                                            row,
                                            name,
                                            "“" + row.text(9) + "” · " + row.text(10),
                                            names));
                        },
                        Blind.viewer(study.viewer()));
    }

    private void answers(List<Line> into, Map<CoderId, String> names) {
        study.file()
                .read()
                .each(
                        "SELECT r.id, 0, r.note, r.coder, e.at, r.source, 0, 0, dt.name, s.key ||"
                                + " coalesce(' · ' || u.name, '') FROM rating r JOIN entry e ON e.id ="
                                + " r.made_by JOIN source s ON s.id = r.source JOIN dimension_text dt"
                                + " ON dt.dimension = r.dimension AND dt.version = r.version LEFT JOIN"
                                + " unit u ON u.id = r.unit WHERE r.note <> '' AND "
                                + Blind.visible("r"),
                        row -> into.add(kept(Kept.ANSWER, row, row.text(9), row.text(10), names)),
                        Blind.viewer(study.viewer()));
    }

    private static Line kept(
            Kept kept, Row row, String title, String about, Map<CoderId, String> names) {
        CoderId coder = new CoderId(row.number(4));
        return new Line(
                kept,
                row.number(1),
                MemoKind.ANALYTIC,
                title,
                row.text(3),
                coder,
                names.getOrDefault(coder, ""),
                row.text(5),
                kept == Kept.CODING ? MemoAbout.CODING : MemoAbout.RATING,
                about,
                Optional.of(new SourceId(row.number(6))),
                row.integer(7),
                row.integer(8));
    }
}
