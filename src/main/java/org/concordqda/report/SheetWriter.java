package org.concordqda.report;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.job.Progress;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Writes one table as a sheet, or as several where it has more rows than a sheet holds. Text longer than a
/// cell goes on in further columns at the end (`text (part 2)` …), and a last column names what was split.
final class SheetWriter {
    /// Rows that an xlsx sheet holds, the header counted.
    static final int MOST_ROWS = 1_048_576;

    private static final int CHECK_EVERY = 2_000;

    /// Excel counts days from 1900 and knows no earlier one.
    private static final int FIRST_YEAR = 1900;

    private final SXSSFWorkbook workbook;
    private final Styles styles;
    private final SheetNames names;
    private final Progress progress;

    SheetWriter(SXSSFWorkbook workbook, Styles styles, SheetNames names, Progress progress) {
        this.workbook = workbook;
        this.styles = styles;
        this.names = names;
        this.progress = progress;
    }

    /// Where the columns of a table stand when some of them need more than one cell.
    private record Layout(List<Column> columns, int[] more, int flag) {
        /// @param parts for each column how many cells its longest text takes
        static Layout of(Table table, int[] parts) {
            int n = table.columns().size();
            List<Column> columns = new ArrayList<>(table.columns());
            int[] more = new int[n];
            for (int i = 0; i < n; i++) {
                more[i] = columns.size();
                for (int p = 2; p <= parts[i]; p++) {
                    columns.add(Column.text(table.columns().get(i).name() + " (part " + p + ")"));
                }
            }
            int flag = columns.size() > n ? columns.size() : -1;
            if (flag >= 0) {
                columns.add(Column.text("split over columns"));
            }
            return new Layout(columns, more, flag);
        }
    }

    /// The table again, noting in `parts` how many cells the longest text of each column takes whenever its
    /// rows are read.
    static Table measured(Table table, int[] parts) {
        return new Table(
                table.name(),
                table.columns(),
                sink ->
                        table.rows()
                                .each(
                                        values -> {
                                            for (int i = 0; i < parts.length; i++) {
                                                if (values[i] instanceof String text) {
                                                    parts[i] =
                                                            Math.max(
                                                                    parts[i],
                                                                    CellText.partCount(text));
                                                }
                                            }
                                            sink.row(values);
                                        }));
    }

    /// @param parts from [#measured]
    void write(Sheet what, int[] parts) {
        Table table = what.table();
        Layout layout = Layout.of(table, parts);
        Filling filling = new Filling(what, layout);
        table.rows().each(filling);
        filling.close();
    }

    /// Takes the rows, and begins a further sheet when one is full.
    private final class Filling implements Table.Sink {
        private final Sheet what;
        private final Layout layout;
        private final @Nullable ChartData chart;
        private SXSSFSheet sheet;
        private int next = 1;

        Filling(Sheet what, Layout layout) {
            this.what = what;
            this.layout = layout;
            this.chart = what.chart().map(ChartData::new).orElse(null);
            this.sheet = begin();
        }

        private SXSSFSheet begin() {
            SXSSFSheet fresh = workbook.createSheet(names.sheet(what.table().name()));
            SXSSFRow row = fresh.createRow(0);
            for (int i = 0; i < layout.columns().size(); i++) {
                Column column = layout.columns().get(i);
                Cell cell = row.createCell(i);
                cell.setCellStyle(styles.header);
                cell.setCellValue(CellText.forSheet(column.name()));
                fresh.setColumnWidth(i, Math.clamp(column.width(), 4, 100) * 256);
            }
            fresh.createFreezePane(0, 1);
            return fresh;
        }

        @Override
        public void row(@Nullable Object... values) {
            if (next == MOST_ROWS) {
                close();
                sheet = begin();
                next = 1;
            }
            if (next % CHECK_EVERY == 0) {
                progress.check();
            }
            SXSSFRow row = sheet.createRow(next++);
            StringBuilder split = new StringBuilder();
            int n = what.table().columns().size();
            for (int i = 0; i < n; i++) {
                Object value = values[i];
                if (value instanceof String text && text.length() > CellText.LONGEST) {
                    List<String> parts = CellText.parts(text);
                    text(row, i, parts.getFirst());
                    for (int p = 1; p < parts.size(); p++) {
                        text(row, layout.more()[i] + p - 1, parts.get(p));
                    }
                    split.append(split.isEmpty() ? "" : ", ")
                            .append(layout.columns().get(i).name());
                } else if (value != null) {
                    cell(row, i, layout.columns().get(i).kind(), value);
                }
            }
            if (!split.isEmpty()) {
                text(row, layout.flag(), split.toString());
            }
            if (chart != null) {
                chart.add(values);
            }
        }

        void close() {
            int last = Math.max(1, next - 1);
            sheet.setAutoFilter(new CellRangeAddress(0, last, 0, layout.columns().size() - 1));
            what.shade().ifPresent(shade -> Shading.add(sheet, shade, next - 1));
            if (chart != null && next > 1) {
                chart.draw(workbook, sheet, layout.columns());
            }
        }
    }

    private void cell(SXSSFRow row, int at, Column.Kind kind, Object value) {
        switch (value) {
            case String text -> text(row, at, text);
            case Double number -> {
                if (!number.isNaN() && !number.isInfinite()) {
                    Cell cell = row.createCell(at);
                    cell.setCellStyle(kind == Column.Kind.SHARE ? styles.share : styles.number);
                    cell.setCellValue(number);
                }
            }
            case Number number -> {
                Cell cell = row.createCell(at);
                cell.setCellStyle(styles.whole);
                cell.setCellValue(number.doubleValue());
            }
            case Boolean flag -> row.createCell(at).setCellValue(flag);
            case Instant moment -> {
                LocalDateTime utc =
                        LocalDateTime.ofInstant(
                                moment.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
                if (utc.getYear() < FIRST_YEAR) {
                    text(row, at, CellText.plain(moment));
                } else {
                    Cell cell = row.createCell(at);
                    cell.setCellStyle(styles.moment);
                    cell.setCellValue(utc);
                }
            }
            case LocalDate day -> {
                if (day.getYear() < FIRST_YEAR) {
                    text(row, at, day.toString());
                } else {
                    Cell cell = row.createCell(at);
                    cell.setCellStyle(styles.day);
                    cell.setCellValue(day);
                }
            }
            default -> text(row, at, CellText.plain(value));
        }
    }

    private void text(SXSSFRow row, int at, String text) {
        if (text.isEmpty()) {
            return;
        }
        Cell cell = row.createCell(at);
        cell.setCellStyle(CellText.looksLikeFormula(text) ? styles.quoted : styles.text);
        cell.setCellValue(CellText.forSheet(text));
    }
}
