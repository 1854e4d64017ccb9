package org.concordqda.cli;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.concordqda.study.Study;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Command(
        name = "code",
        description =
                "Put a code on a passage of a source, change it or take it away; without a code: list"
                        + " the source's codings.",
        mixinStandardHelpOptions = true)
final class CodeCommand extends StudyCommand {
    /// Most characters of a passage in the table.
    private static final int LONGEST = 60;

    @Parameters(index = "1", paramLabel = "SOURCE", description = "The source's key.")
    private String key = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "CODE",
            description = "The code: its name, or “Parent > Name” where names repeat.")
    private @Nullable String code;

    @Option(
            names = "--quote",
            paramLabel = "WORDS",
            description = "The passage: these words as they stand in the text.")
    private @Nullable String quote;

    @Option(
            names = "--nth",
            paramLabel = "N",
            description = "Which of several places the words of --quote stand at, from 1.")
    private int nth;

    @Option(
            names = "--turn",
            paramLabel = "N",
            description = "The passage: a whole turn or comment, from 1.")
    private int turn;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "The passage: its first code point, from 0; with --to.")
    private int from = -1;

    @Option(names = "--to", paramLabel = "N", description = "The code point after its last.")
    private int to = -1;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "The round to code in (default: the latest open one).")
    private @Nullable String round;

    @Option(names = "--memo", paramLabel = "WORDS", description = "A memo on the coding.")
    private @Nullable String memo;

    @Option(
            names = "--recode",
            paramLabel = "NEW",
            description = "Your coding there gets this code instead.")
    private @Nullable String recode;

    @Option(names = "--remove", description = "Take your coding there away.")
    private boolean remove;

    @Override
    int run(Study open) {
        Source source = Named.source(open, key);
        if (code == null) {
            if (given() > 0 || remove || recode != null || memo != null) {
                throw usage("Say which code: concord code STUDY SOURCE CODE ….");
            }
            list(open, source);
            return 0;
        }
        if (given() != 1) {
            throw usage(
                    "Say which passage, in one way: --quote WORDS, --turn N, or --from N --to N.");
        }
        if (remove && recode != null) {
            throw usage("--remove or --recode, not both.");
        }
        CodeId id = Named.passageCode(open, code);
        SourceText text =
                open.sources()
                        .text(source.id())
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "The text of “"
                                                        + key
                                                        + "” was not imported; nothing was"
                                                        + " coded."));
        int[] at = passage(open, text);
        act(open, source, text, at, id);
        return 0;
    }

    private int given() {
        return (quote != null ? 1 : 0) + (turn != 0 ? 1 : 0) + (from >= 0 || to >= 0 ? 1 : 0);
    }

    private void act(Study open, Source source, SourceText text, int[] at, CodeId id) {
        RoundId in = Named.round(open, round).id();
        String words = text.text().substring(at[0], at[1]);
        // What the code is called now, however it was named.
        String called = open.codebooks().name(id);
        CodingId done;
        String said;
        if (remove || recode != null) {
            Coding mine = mine(open, source, at, id, in).orElseThrow(this::noCoding);
            done = mine.id();
            if (recode == null) {
                open.codings().remove(List.of(done));
                said = "Taken away: “" + called + "”";
            } else {
                CodeId other = Named.passageCode(open, recode);
                open.codings().recode(done, other);
                said = "“" + open.codebooks().name(other) + "” instead of “" + called + "”";
                called = open.codebooks().name(other);
            }
        } else {
            // The same code is not put on the same passage twice, as at the desk.
            Optional<Coding> there = mine(open, source, at, id, in);
            done =
                    there.map(Coding::id)
                            .orElseGet(
                                    () -> open.codings().apply(in, source.id(), at[0], at[1], id));
            said = "“" + called + "”" + (there.isPresent() ? " is already" : "");
        }
        if (memo != null && !remove) {
            open.codings().memo(done, memo);
        }
        if (json()) {
            Positions positions = new Positions(text.text());
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("source", source.key());
            row.put("start", positions.toCodePoint(at[0]));
            row.put("end", positions.toCodePoint(at[1]));
            row.put("code", called);
            row.put("quote", words);
            row.put("removed", remove);
            JsonOut.print(out(), row);
        } else {
            out().println(said + " on “" + Words.oneLine(words) + "”.");
        }
    }

    private Optional<Coding> mine(Study open, Source source, int[] at, CodeId id, RoundId in) {
        CoderId actor = open.actor();
        return open.codings().of(source.id()).stream()
                .filter(
                        c ->
                                c.coder().equals(actor)
                                        && c.round().equals(in)
                                        && c.code().equals(id)
                                        && c.span().start() == at[0]
                                        && c.span().end() == at[1])
                .findFirst();
    }

    private ConcordException noCoding() {
        return new ConcordException(
                "You have no coding “"
                        + code
                        + "” on exactly that passage; nothing was changed. Without a code, “concord"
                        + " code” lists what is there.");
    }

    /// First and end position of the passage in UTF-16 units.
    private int[] passage(Study open, SourceText text) {
        if (quote != null) {
            return Quoted.find(key, text.text(), quote, nth);
        }
        if (turn != 0) {
            List<Turn> turns = open.sources().turns(text.id());
            if (turn < 1 || turn > turns.size()) {
                throw new ConcordException(
                        "“"
                                + key
                                + "” has "
                                + Words.counted(turns.size(), "turn")
                                + "; there is no turn "
                                + turn
                                + ". Nothing was coded.");
            }
            Turn chosen = turns.get(turn - 1);
            return new int[] {chosen.body().start(), chosen.body().end()};
        }
        int length = text.text().codePointCount(0, text.text().length());
        if (from < 0 || to <= from || to > length) {
            throw new ConcordException(
                    "A passage begins at --from and ends before --to, within the "
                            + length
                            + " characters of “"
                            + key
                            + "”; nothing was coded.");
        }
        int begin = text.text().offsetByCodePoints(0, from);
        return new int[] {begin, text.text().offsetByCodePoints(begin, to - from)};
    }

    private void list(Study open, Source source) {
        Optional<RoundId> only =
                round == null ? Optional.empty() : Optional.of(Named.round(open, round).id());
        List<Coding> codings =
                open.codings().of(source.id()).stream()
                        .filter(c -> only.isEmpty() || c.round().equals(only.get()))
                        .toList();
        Map<CoderId, String> people =
                open.coders().list().stream().collect(Collectors.toMap(Coder::id, Coder::name));
        Codebook book = open.codebooks().draft();
        if (json()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Coding c : codings) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("start", c.span().startCp());
                row.put("end", c.span().endCp());
                row.put("code", name(book, open, c.code()));
                row.put("coder", people.getOrDefault(c.coder(), ""));
                row.put("round", open.rounds().get(c.round()).name());
                row.put("quote", c.quote());
                row.put("memo", c.memo());
                rows.add(row);
            }
            JsonOut.print(out(), rows);
            return;
        }
        if (codings.isEmpty()) {
            out().println(
                            "Nothing is coded in “"
                                    + source.key()
                                    + "”"
                                    + (open.rounds().list().stream().anyMatch(Round::sealed)
                                            ? " that you may see: a blind round is open, and each"
                                                    + " sees only their own there. --as NAME says who"
                                                    + " looks."
                                            : "."));
            return;
        }
        TextTable table = new TextTable(">From", ">To", "Code", "Coder", "Passage");
        for (Coding c : codings) {
            table.row(
                    c.span().startCp(),
                    c.span().endCp(),
                    name(book, open, c.code()),
                    people.getOrDefault(c.coder(), ""),
                    cut(Words.oneLine(c.quote())));
        }
        table.print(out());
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static String name(Codebook book, Study open, CodeId id) {
        return book.code(id).map(Code::name).orElseGet(() -> open.codebooks().name(id));
    }
}
