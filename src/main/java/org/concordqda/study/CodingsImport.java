package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.store.Tx;
import org.concordqda.text.Words;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Brings in codings that exist as a table of quotes: `source, coder, round, dimension, code, quote` and
/// optionally `memo`. Each quote must stand exactly once in its source. All or nothing.
final class CodingsImport {
    private record Line(
            int number,
            String coder,
            String round,
            SourceText text,
            Span span,
            Dimension dimension,
            String code,
            String memo) {}

    private final Study study;
    private final ImportedTable table;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<SourceId, SourceText> texts = new HashMap<>();

    private CodingsImport(Study study, ImportedTable table) {
        this.study = study;
        this.table = table;
        for (int i = 0; i < table.columns().size(); i++) {
            columns.putIfAbsent(Words.key(table.columns().get(i)), i);
        }
        for (String needed : List.of("source", "coder", "round", "dimension", "code", "quote")) {
            if (!columns.containsKey(needed)) {
                throw new ConcordException(
                        table.file() + " has no column “" + needed + "”; nothing was stored.");
            }
        }
    }

    /// Stores them; how many. A coding that is there already is not stored again.
    static int run(Study study, ImportedTable table, Progress progress) {
        CodingsImport one = new CodingsImport(study, table);
        Codebook draft = study.codebooks().draft();
        java.util.List<Line> lines = new java.util.ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            progress.check();
            lines.add(one.line(draft, table.rows().get(r), table.firstRow() + r));
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "codings.import",
                                "import codings of " + table.file()),
                        tx -> one.store(tx, lines));
    }

    private int store(Tx tx, List<Line> lines) {
        Map<String, RoundId> rounds = new LinkedHashMap<>();
        Map<String, CoderId> coders = new HashMap<>();
        Map<RoundId, Codebook> books = new HashMap<>();
        Set<List<Object>> done = new LinkedHashSet<>();
        int stored = 0;
        for (Line line : lines) {
            RoundId round =
                    rounds.computeIfAbsent(
                            line.round,
                            name ->
                                    study.rounds()
                                            .byName(name)
                                            .map(r -> study.rounds().changeable(r.id()).id())
                                            .orElseGet(
                                                    () -> study.rounds().insert(tx, name, false)));
            CoderId coder =
                    coders.computeIfAbsent(
                            line.coder, name -> study.coders().findOrImport(tx, name));
            Codebook book =
                    books.computeIfAbsent(round, id -> new CodebookWriter(tx).versionOf(id));
            CodeId code = code(book, line);
            if (done.add(List.of(round, coder, line.text.source()))) {
                Assignments.mark(tx, round, line.text.source(), coder, AssignmentState.DONE);
            }
            long there =
                    tx.read()
                            .number(
                                    "SELECT count(*) FROM coding c WHERE c.source = ? AND c.start ="
                                            + " ? AND c.end = ? AND "
                                            + Merges.through("c.code")
                                            + " = ? AND c.coder = ? AND c.round = ?",
                                    line.text.source().value(),
                                    line.span.start(),
                                    line.span.end(),
                                    code.value(),
                                    coder.value(),
                                    round.value());
            if (there == 0) {
                study.codings().insert(tx, round, coder, line.text, line.span, code, line.memo);
                stored++;
            }
        }
        return stored;
    }

    private Line line(Codebook draft, List<String> row, int number) {
        Source source = source(cell(row, "source"), number);
        SourceText text =
                texts.computeIfAbsent(
                        source.id(),
                        id ->
                                study.sources()
                                        .text(id)
                                        .orElseThrow(
                                                () ->
                                                        problem(
                                                                number,
                                                                source.key() + " has no text")));
        String quote = cell(row, "quote");
        int at = quote.isEmpty() ? -1 : text.text().indexOf(quote);
        if (at < 0) {
            throw problem(number, "the quote does not stand in " + source.key());
        }
        if (text.text().indexOf(quote, at + 1) >= 0) {
            throw problem(number, "the quote stands more than once in " + source.key());
        }
        Dimension dimension = Codebooks.named(draft, cell(row, "dimension"));
        if (dimension.scope() != Scope.PASSAGE) {
            throw problem(number, "“" + dimension.name() + "” is not for passages");
        }
        Line line =
                new Line(
                        number,
                        cell(row, "coder").strip(),
                        cell(row, "round").strip(),
                        text,
                        PassageSpans.of(text, at, at + quote.length()),
                        dimension,
                        cell(row, "code"),
                        columns.containsKey("memo") ? cell(row, "memo") : "");
        code(draft, line);
        return line;
    }

    private CodeId code(Codebook book, Line line) {
        Dimension dimension = Codebooks.named(book, line.dimension.name());
        List<Code> found = new ValueLookup(dimension).find(line.code).codes();
        if (found.size() != 1) {
            throw problem(
                    line.number,
                    "“"
                            + line.code
                            + "” is not one code of "
                            + dimension.name()
                            + "; give its path A > B");
        }
        return found.getFirst().id();
    }

    private Source source(String key, int number) {
        Optional<Source> exact = study.sources().byKey(key.strip());
        return exact.orElseThrow(() -> problem(number, "there is no source “" + key + "”"));
    }

    private String cell(List<String> row, String column) {
        return row.get(java.util.Objects.requireNonNull(columns.get(column)));
    }

    private ConcordException problem(int number, String what) {
        return new ConcordException(
                table.file() + ", row " + number + ": " + what + "; nothing was stored.");
    }
}
