package org.concordqda.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.analysis.Column;
import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.Facet;
import org.concordqda.analysis.Table;
import org.concordqda.job.Cancelled;
import org.concordqda.job.Impatient;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class WorkbookFileTest {
    @TempDir Path folder;

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\")");

    private static Table mixed() {
        return new Table(
                "Mixed",
                List.of(
                        Column.id("id"),
                        Column.text("text"),
                        Column.whole("whole"),
                        Column.number("number"),
                        Column.share("share"),
                        Column.date("at"),
                        Column.flag("flag")),
                sink -> {
                    sink.row(
                            1L,
                            "plain, \"quoted\"\nnext 😀",
                            2,
                            0.1 + 0.2,
                            0.5,
                            Instant.parse("2024-02-29T12:34:56.789Z"),
                            true);
                    sink.row(2L, null, null, Double.NaN, 1e-7, LocalDate.of(1850, 1, 1), null);
                    for (String formula : FORMULAS) {
                        sink.row(3L, formula, 0, -1.5, 0.0, LocalDate.of(2020, 1, 2), false);
                    }
                });
    }

    private static Table texts(String name, List<String> values) {
        return new Table(
                name, List.of(Column.text("text")), sink -> values.forEach(v -> sink.row(v)));
    }

    private XSSFWorkbook written(List<Sheet> sheets) throws Exception {
        Path file = folder.resolve("book.xlsx");
        WorkbookFile.write(file, sheets, Progress.NONE);
        try (var in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    @Test
    void sheetsAreTidy() throws Exception {
        try (XSSFWorkbook book = written(List.of(Sheet.of(mixed())))) {
            XSSFSheet sheet = book.getSheet("Mixed");
            assertEquals("id", sheet.getRow(0).getCell(0).getStringCellValue());
            assertEquals(0, sheet.getNumMergedRegions());
            assertNotNull(sheet.getPaneInformation());
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition());
            assertEquals("A1:G10", sheet.getCTWorksheet().getAutoFilter().getRef());
            assertEquals(22 * 256, sheet.getColumnWidth(1));
            var first = sheet.getRow(1);
            assertEquals("plain, \"quoted\"\nnext 😀", first.getCell(1).getStringCellValue());
            assertEquals(0.1 + 0.2, first.getCell(3).getNumericCellValue());
            assertEquals("0.0%", first.getCell(4).getCellStyle().getDataFormatString());
            assertTrue(DateUtil.isCellDateFormatted(first.getCell(5)));
            assertEquals(
                    LocalDateTime.of(2024, 2, 29, 12, 34, 56),
                    first.getCell(5).getLocalDateTimeCellValue());
            assertTrue(first.getCell(6).getBooleanCellValue());
            assertNull(sheet.getRow(2).getCell(3));
            assertEquals("1850-01-01", sheet.getRow(2).getCell(5).getStringCellValue());
        }
    }

    @Test
    void textThatLooksLikeAFormulaIsText() throws Exception {
        try (XSSFWorkbook book = written(List.of(Sheet.of(mixed())))) {
            for (int i = 0; i < FORMULAS.size(); i++) {
                var cell = book.getSheet("Mixed").getRow(3 + i).getCell(1);
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(FORMULAS.get(i), cell.getStringCellValue());
                assertTrue(cell.getCellStyle().getQuotePrefixed());
            }
        }
        String csv = Files.readString(folder.resolve("book/mixed.csv"));
        assertTrue(csv.contains("\n3,'=1+1,0,-1.5,0,2020-01-02,FALSE\n"), csv);
        assertTrue(csv.contains("\n3,'@SUM(A1),"), csv);
    }

    @Test
    void csvHasTheSameContentWithoutLoss() throws Exception {
        written(List.of(Sheet.of(mixed()))).close();
        String csv = Files.readString(folder.resolve("book/mixed.csv"));
        assertTrue(
                csv.startsWith(
                        "id,text,whole,number,share,at,flag\n"
                                + "1,\"plain, \"\"quoted\"\"\nnext 😀\",2,0.30000000000000004,0.5,"
                                + "2024-02-29T12:34:56Z,TRUE\n"
                                + "2,,,,0.0000001,1850-01-01,\n"),
                csv);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        List<Sheet> sheets = List.of(Sheet.of(mixed()), Sheet.of(texts("T", List.of("a"))));
        written(sheets).close();
        byte[] workbook = Files.readAllBytes(folder.resolve("book.xlsx"));
        byte[] csv = Files.readAllBytes(folder.resolve("book/mixed.csv"));
        // Times in a zip file have two seconds' grain.
        Thread.sleep(2_100);
        written(sheets).close();
        assertArrayEquals(csv, Files.readAllBytes(folder.resolve("book/mixed.csv")));
        assertArrayEquals(workbook, Files.readAllBytes(folder.resolve("book.xlsx")));
    }

    @Test
    void namesAreUniqueAfterTheCutAndWithoutCase() throws Exception {
        String name = "DL-specific defect: a name / too long for a sheet";
        try (XSSFWorkbook book =
                written(
                        List.of(
                                Sheet.of(texts(name, List.of("a"))),
                                Sheet.of(texts(name + " 2", List.of("b"))),
                                Sheet.of(texts(name.toUpperCase(java.util.Locale.ROOT), List.of())),
                                Sheet.of(texts("History", List.of())),
                                Sheet.of(texts("'", List.of())),
                                Sheet.of(texts("", List.of()))))) {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                String sheet = book.getSheetName(i);
                assertTrue(sheet.length() <= 31, sheet);
                assertTrue(seen.add(sheet.toLowerCase(java.util.Locale.ROOT)), sheet);
            }
            assertEquals(6, seen.size());
            assertFalse(seen.contains("history"));
        }
        try (var files = Files.list(folder.resolve("book"))) {
            assertEquals(6, files.count());
        }
    }

    @Test
    void longTextIsSplitBetweenCharactersAndFlagged() throws Exception {
        String text = "x".repeat(32_766) + "😀" + "y".repeat(40_000);
        Table table = texts("Long", List.of("short", text));
        try (XSSFWorkbook book = written(List.of(Sheet.of(table)))) {
            var sheet = book.getSheet("Long");
            assertEquals("text (part 2)", sheet.getRow(0).getCell(1).getStringCellValue());
            assertEquals("split over columns", sheet.getRow(0).getCell(3).getStringCellValue());
            var row = sheet.getRow(2);
            StringBuilder whole = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                String part = row.getCell(i).getStringCellValue();
                assertTrue(part.length() <= 32_767);
                assertFalse(Character.isHighSurrogate(part.charAt(part.length() - 1)));
                whole.append(part);
            }
            assertEquals(text, whole.toString());
            assertEquals("text", row.getCell(3).getStringCellValue());
            assertNull(sheet.getRow(1).getCell(3));
        }
        assertTrue(Files.readString(folder.resolve("book/long.csv")).contains(text));
    }

    @Test
    void textThatLooksLikeAnEscapeComesBack() throws Exception {
        String text = "_x000D_ and _x0041_";
        try (XSSFWorkbook book = written(List.of(Sheet.of(texts("T", List.of(text)))))) {
            assertEquals(text, book.getSheet("T").getRow(1).getCell(0).getStringCellValue());
        }
    }

    @Test
    void aCrossTabHasANativeChartThatRefersToItsCells() throws Exception {
        CrossTab tab =
                CrossTab.of(
                        Facet.ofTexts("Stage", List.of("a", "a", "b", "b")),
                        Facet.ofTexts("Kind", List.of("x", "y", "x", "x")),
                        0);
        Sheet sheet =
                Sheet.of(tab.wide())
                        .shaded(3, 4)
                        .with(new Sheet.Chart("Stage x Kind", true, 1, List.of(3, 4), 2));
        try (XSSFWorkbook book = written(List.of(sheet))) {
            XSSFSheet read = book.getSheet("Stage x Kind");
            var charts = read.getDrawingPatriarch().getCharts();
            assertEquals(1, charts.size());
            var series =
                    charts.getFirst().getCTChart().getPlotArea().getBarChartArray(0).getSerArray();
            assertEquals(2, series.length);
            assertEquals("'Stage x Kind'!$D$2:$D$3", series[0].getVal().getNumRef().getF());
            assertEquals("1.0", series[0].getVal().getNumRef().getNumCache().getPtArray(0).getV());
            assertTrue(charts.getFirst().getCTChart().xmlText().contains("overlap val=\"100\""));
            assertEquals(1, read.getSheetConditionalFormatting().getNumConditionalFormattings());
        }
    }

    @Test
    void cancelledOrFailedLeavesWhatWasThere() throws Exception {
        Path file = folder.resolve("book.xlsx");
        Files.writeString(file, "before");
        Progress cancelled = Impatient.after(0);
        assertThrows(
                Cancelled.class,
                () -> WorkbookFile.write(file, List.of(Sheet.of(mixed())), cancelled));
        assertEquals("before", Files.readString(file));
        Path csv = Files.createDirectories(folder.resolve("book")).resolve("mixed.csv");
        Files.writeString(csv, "before");
        assertThrows(
                Cancelled.class,
                () ->
                        WorkbookFile.write(
                                file,
                                List.of(Sheet.of(mixed()), Sheet.of(mixed())),
                                Impatient.after(1)));
        assertEquals("before", Files.readString(csv), "the CSVs of a run belong together");
        Path blocked = folder.resolve("file-not-folder");
        Files.writeString(blocked, "x");
        ConcordException e =
                assertThrows(
                        ConcordException.class,
                        () ->
                                WorkbookFile.write(
                                        blocked.resolve("a.xlsx"), mixed(), Progress.NONE));
        assertTrue(
                e.getMessage().contains("a.xlsx could not be written (a file lies where a folder"),
                e.getMessage());
        try (var left = Files.list(folder)) {
            assertEquals(
                    Optional.empty(), left.filter(p -> p.toString().endsWith(".part")).findAny());
        }
    }
}
