package org.concordqda.report;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.analysis.Table;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes an xlsx file and, beside it, one CSV per sheet in a folder of the same name. Sheets are tidy: header
/// in row 1, nothing merged, frozen and filtered, widths set, dates as dates, text never a formula. Rows are
/// streamed: memory does not grow with them. The same sheets give the same bytes.
public final class WorkbookFile {
    /// Rows of a sheet held in memory.
    private static final int WINDOW = 100;

    private WorkbookFile() {}

    /// Writes the sheets in order. The file and its CSVs appear only when all went well.
    ///
    /// @param file the xlsx to write; `agreement.xlsx` puts its CSVs into the folder `agreement`
    /// @return the files written, the workbook first
    /// @throws ConcordException when something cannot be written
    public static List<Path> write(Path file, List<Sheet> sheets, Progress progress) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.xlsx$", "");
        Path beside = file.resolveSibling(name);
        Path aside = file.resolveSibling(name + ".csv.part");
        List<Path> written = new ArrayList<>();
        written.add(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (SXSSFWorkbook workbook = open()) {
                Styles styles = new Styles(workbook);
                SheetNames names = new SheetNames();
                for (int i = 0; i < sheets.size(); i++) {
                    Sheet sheet = sheets.get(i);
                    progress.check();
                    progress.report(i / (double) sheets.size(), name + ": " + sheet.table().name());
                    int[] parts = new int[sheet.table().columns().size()];
                    Table measured = SheetWriter.measured(sheet.table(), parts);
                    if (sheet.csv()) {
                        String csv = names.file(sheet.table().name());
                        Csv.write(measured, aside.resolve(csv));
                        written.add(beside.resolve(csv));
                    } else {
                        measured.rows().each(values -> {});
                    }
                    new SheetWriter(workbook, styles, names, progress).write(sheet, parts);
                }
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    workbook.write(out);
                }
            }
            ZipClock.stop(part);
            if (written.size() > 1) {
                Files.createDirectories(beside);
            }
            for (Path csv : written.subList(1, written.size())) {
                Replace.move(aside.resolve(csv.getFileName()), csv);
            }
            Files.deleteIfExists(aside);
            Replace.move(part, file);
            progress.report(1, name);
            return List.copyOf(written);
        } catch (IOException e) {
            Replace.discard(aside, e);
            throw Replace.failed(file, part, e);
        } catch (RuntimeException e) {
            Replace.discard(aside, e);
            throw Replace.explained(file, part, e);
        }
    }

    /// Writes one table as a workbook of its own, without CSV.
    public static Path write(Path file, Table table, Progress progress) {
        return write(file, List.of(Sheet.note(table)), progress).getFirst();
    }

    private static SXSSFWorkbook open() throws IOException {
        XSSFWorkbook inner = new XSSFWorkbook();
        var core = inner.getProperties().getCoreProperties();
        core.setCreator("Concord");
        try {
            core.setCreated(ZipClock.MOMENT.toString());
            core.setModified(ZipClock.MOMENT.toString());
        } catch (InvalidFormatException e) {
            throw new IOException("the workbook's dates were refused", e);
        }
        return new SXSSFWorkbook(inner, WINDOW, true, false);
    }
}
