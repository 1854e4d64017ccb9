package org.concordqda.study;

import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.SpanException;
import org.concordqda.intake.AgreementTableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SpanSheet;
import org.concordqda.text.Words;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes a continuum of a table of spans.
final class SpanSheets {
    private SpanSheets() {}

    /// A table read.
    record Read(Continua continua, List<String> remarks) {}

    static Read read(Path file, int begin, int length, Progress progress) {
        SpanSheet sheet = AgreementTableReader.spans(file, progress);
        int n = sheet.spans().size();
        int[] coder = new int[n];
        int[] start = new int[n];
        int[] end = new int[n];
        int[] code = new int[n];
        for (int i = 0; i < n; i++) {
            SpanSheet.Span span = sheet.spans().get(i);
            coder[i] = span.coder();
            start[i] = span.start();
            end[i] = span.end();
            code[i] = span.code();
        }
        boolean[] present = new boolean[sheet.coders().size()];
        Arrays.fill(present, true);
        try {
            Continuum source =
                    Continuum.of(
                            "",
                            begin,
                            length,
                            present,
                            sheet.codes().size(),
                            coder,
                            start,
                            end,
                            code);
            int merged = n - source.spanCount();
            List<String> remarks =
                    merged == 0
                            ? List.of()
                            : List.of(
                                    Words.counted(merged, "span overlaps", "spans overlap")
                                            + " another of the same code by the same coder and was"
                                            + " merged with it.");
            return new Read(new Continua(sheet.coders(), sheet.codes(), List.of(source)), remarks);
        } catch (SpanException e) {
            Optional<SpanSheet.Span> at =
                    e.span() < 0 ? Optional.empty() : Optional.of(sheet.spans().get(e.span()));
            throw new ConcordException(
                    file.getFileName()
                            + at.map(s -> ", row " + s.row()).orElse("")
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }
}
