package org.concordqda.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.concordqda.analysis.Table;
import org.concordqda.model.ConcordException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/// Tables as CSV: comma, LF, UTF-8 without a mark, numbers without loss and without exponent, times in ISO
/// 8601 (UTC), TRUE and FALSE, nothing for an empty cell. The same table gives the same bytes. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front, as the spreadsheet itself would show it.
public final class Csv {
    private Csv() {}

    /// Writes a table to a file, by way of a file beside it, so that a failure leaves what was there.
    ///
    /// @throws ConcordException when it cannot be written
    public static void write(Table table, Path file) {
        Replace.text(file, out -> write(table, out));
    }

    /// Writes a table; the writer stays open.
    public static void write(Table table, Writer out) {
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord(table.header());
            String[] texts = new String[table.columns().size()];
            table.rows()
                    .each(
                            values -> {
                                for (int i = 0; i < texts.length; i++) {
                                    Object value = values[i];
                                    String text = CellText.plain(value);
                                    texts[i] = value instanceof String ? guarded(text) : text;
                                }
                                csv.writeRecord(texts);
                            });
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String guarded(String text) {
        return CellText.looksLikeFormula(text) ? "'" + text : text;
    }
}
