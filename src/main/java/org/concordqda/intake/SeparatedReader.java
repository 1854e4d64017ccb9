package org.concordqda.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.concordqda.model.ImportedTable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads CSV whose delimiter is a comma, a semicolon or a tab, told by counting.
final class SeparatedReader {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    /// A first line by which Excel tells the delimiter.
    private static final Pattern SEP = Pattern.compile("(?i)^sep=(.)\\n");

    private static final int SAMPLE = 50;

    private SeparatedReader() {}

    static ImportedTable read(byte[] bytes, String file, String ending) throws Unreadable {
        String text = Decoded.of(bytes).text();
        char delimiter;
        int from = 0;
        Matcher sep = SEP.matcher(text);
        if (sep.find()) {
            delimiter = sep.group(1).charAt(0);
            from = sep.end();
        } else {
            delimiter = ending.equals("tsv") || ending.equals("tab") ? '\t' : delimiter(text);
        }
        TableRows rows = new TableRows();
        int number = from > 0 ? 1 : 0;
        try (CsvReader<CsvRecord> csv = open(from > 0 ? text.substring(from) : text, delimiter)) {
            for (CsvRecord row : csv) {
                rows.add(++number, row.getFields());
            }
        } catch (CsvParseException e) {
            throw new Unreadable(
                    "row " + (number + 1),
                    "the row cannot be told apart: a quotation mark is not closed.");
        } catch (IOException | UncheckedIOException e) {
            throw new Unreadable("row " + (number + 1), "the file could not be read.");
        }
        return rows.table(file, "")
                .orElseThrow(() -> new Unreadable("", "the table holds nothing."));
    }

    /// The delimiter that gives the most columns in the most rows of the beginning.
    private static char delimiter(String text) {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(text, delimiter);
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static double score(String text, char delimiter) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        int header = 0;
        try (CsvReader<CsvRecord> csv = open(text, delimiter)) {
            for (CsvRecord row : csv) {
                if (row.getFieldCount() == 1 && row.getField(0).isBlank()) {
                    continue;
                }
                if (rows++ == 0) {
                    header = row.getFieldCount();
                }
                widths.merge(row.getFieldCount(), 1, Integer::sum);
                if (rows == SAMPLE) {
                    break;
                }
            }
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            return 0;
        }
        if (header < 2) {
            return 0;
        }
        double same = widths.getOrDefault(header, 0) / (double) rows;
        return same * same * (1 + Math.log(header));
    }

    private static CsvReader<CsvRecord> open(String text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(1 << 22)
                .ofCsvRecord(text);
    }
}
