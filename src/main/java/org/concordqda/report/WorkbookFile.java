package org.concordqda.report;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.analysis.Table;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(WorkbookFile.class);

    private WorkbookFile() {}

    /// Writes the sheets in order. The file and its CSVs appear only when all went well.
    ///
    /// @param file the xlsx to write; `agreement.xlsx` puts its CSVs into the folder `agreement`
    /// @return the files written, the workbook first
    /// @throws ConcordException when something cannot be written
    public static List<Path> write(Path file, List<Sheet> sheets, Progress progress) {
        try (Aside aside = aside(file, sheets, progress)) {
            return aside.place();
        }
    }

    /// Writes the sheets in order beside where they belong, for several workbooks that are to appear together.
    ///
    /// @param file as in [#write]
    /// @throws ConcordException when something cannot be written
    public static Aside aside(Path file, List<Sheet> sheets, Progress progress) {
        Aside aside = new Aside(file);
        String name = aside.name;
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
                        Csv.write(measured, aside.csv(names.file(sheet.table().name())));
                    } else {
                        measured.rows().each(values -> {});
                    }
                    new SheetWriter(workbook, styles, names, progress).write(sheet, parts);
                }
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(aside.part))) {
                    workbook.write(out);
                }
            }
            ZipClock.stop(aside.part);
            progress.check();
            progress.report(1, name);
            return aside;
        } catch (IOException e) {
            throw aside.failed(e);
        } catch (RuntimeException e) {
            throw aside.failed(e);
        }
    }

    /// A workbook and its CSVs, whole, beside where they belong. Closed before they are placed they are deleted.
    public static final class Aside implements AutoCloseable {
        private final Path file;
        private final String name;
        private final Path part;
        private final Path csvs;
        private final List<String> tables = new ArrayList<>();

        private Aside(Path file) {
            this.file = file;
            name = String.valueOf(file.getFileName()).replaceFirst("\\.xlsx$", "");
            part = file.resolveSibling(file.getFileName() + ".part");
            csvs = file.resolveSibling(name + ".csv.part");
        }

        private Path csv(String table) {
            tables.add(table);
            return csvs.resolve(table);
        }

        /// Puts them in the place of older ones.
        ///
        /// @return the files, the workbook first
        /// @throws ConcordException when one cannot be put there
        public List<Path> place() {
            Path folder = file.resolveSibling(name);
            List<Path> placed = new ArrayList<>();
            placed.add(file);
            try {
                if (!tables.isEmpty()) {
                    Files.createDirectories(folder);
                }
                for (String table : tables) {
                    Replace.move(csvs.resolve(table), folder.resolve(table));
                    placed.add(folder.resolve(table));
                }
                Files.deleteIfExists(csvs);
                Replace.move(part, file);
                return List.copyOf(placed);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private ConcordException failed(IOException e) {
            Replace.discard(csvs, e);
            return Replace.failed(file, part, e);
        }

        private RuntimeException failed(RuntimeException e) {
            Replace.discard(csvs, e);
            return Replace.explained(file, part, e);
        }

        @Override
        public void close() {
            try {
                Replace.discard(csvs);
                Replace.discard(part);
            } catch (IOException left) {
                // It is called .part, and the next run writes over it.
                LOG.info("Left behind: {}", part, left);
            }
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
