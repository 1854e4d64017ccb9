package org.concordqda.intake;

import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Tables out of spreadsheets and CSV files, cells exactly as written or displayed. The first row with
/// anything in it is the header; blank rows between others stay, so that row numbers hold; blank rows and
/// unnamed empty columns at the end go.
public final class TableReader {
    private static final Set<String> WORKBOOK = Set.of("xlsx", "xlsm");
    private static final Set<String> SEPARATED = Set.of("csv", "tsv", "tab", "txt");

    private TableReader() {}

    /// Every sheet that holds anything; a CSV is one table.
    ///
    /// @throws ConcordException with one sentence that names file and place when it cannot be read, or
    ///     when a header has merged cells
    public static List<ImportedTable> read(Path file, Progress progress) {
        return read(file, sheet -> true, progress);
    }

    /// The wanted sheets that hold anything; of a CSV the one table, whatever is wanted.
    ///
    /// @param wanted asked with each sheet's name; what is wrong with other sheets does not matter
    /// @throws ConcordException with one sentence that names file and place when it cannot be read
    public static List<ImportedTable> read(Path file, Predicate<String> wanted, Progress progress) {
        String name = FileWalk.name(file);
        try {
            InputFile input = new InputFile(file, name, name, true);
            InputFile.Meter meter = new InputFile.Meter(progress, input.size(), "Reading " + name);
            byte[] bytes = input.bytes(meter, Limits.TABLE_BYTES);
            String ending = input.ending();
            boolean workbook = WORKBOOK.contains(ending);
            if (!workbook && !SEPARATED.contains(ending)) {
                throw new Unreadable(
                        "", "a ." + ending + " file is not a table; .xlsx, .csv and .tsv are.");
            }
            check(bytes, workbook);
            return workbook
                    ? WorkbookReader.read(bytes, name, wanted, progress)
                    : List.of(SeparatedReader.read(bytes, name, ending));
        } catch (Unreadable e) {
            throw e.refused(name);
        }
    }

    private static void check(byte[] bytes, boolean workbook) throws Unreadable {
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean ole = bytes.length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF;
        if (ole) {
            throw new Unreadable(
                    "",
                    "this is an old (.xls) or password-protected workbook; save it as .xlsx without"
                            + " password.");
        }
        if (workbook && !zip) {
            throw new Unreadable(
                    "",
                    "the file is named as a workbook but is not one; if it is a CSV file, give it"
                            + " the ending .csv.");
        }
        if (!workbook && zip) {
            throw new Unreadable(
                    "",
                    "the file is named as text but is a workbook or archive; if it is a workbook,"
                            + " give it the ending .xlsx.");
        }
    }
}
