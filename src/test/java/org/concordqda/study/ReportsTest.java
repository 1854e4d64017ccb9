package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.Facet;
import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.job.Cancelled;
import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Rating;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

class ReportsTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;

    @BeforeEach
    void aSmallStudy() {
        study = ReportStudies.make(folder);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private XSSFWorkbook open(String name) throws Exception {
        try (var in = Files.newInputStream(folder.resolve("out").resolve(name))) {
            return new XSSFWorkbook(in);
        }
    }

    private static List<Map<String, Cell>> rows(Sheet sheet) {
        List<Map<String, Cell>> rows = new ArrayList<>();
        for (int r = 1; r <= sheet.getLastRowNum(); r++) {
            Map<String, Cell> row = new TreeMap<>();
            for (Cell cell : sheet.getRow(r)) {
                row.put(sheet.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue(), cell);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Cell> row(Sheet sheet, String column, String value) {
        return rows(sheet).stream()
                .filter(r -> r.containsKey(column) && r.get(column).toString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theAgreementWorkbookHoldsItsSheetsAndNumbers() throws Exception {
        study.reports().agreement(folder.resolve("out"), ReportOptions.DEFAULT).run(Progress.NONE);
        try (XSSFWorkbook book = open("agreement.xlsx")) {
            List<String> names = new ArrayList<>();
            book.forEach(s -> names.add(s.getSheetName()));
            assertEquals(
                    List.of(
                            "Read me",
                            "Summary",
                            "By dimension",
                            "By code",
                            "By pair",
                            "By source",
                            "By round",
                            "Confusion",
                            "Matrix Stage",
                            "Matrix Symptom",
                            "Disagreements",
                            "Ratings long",
                            "By level",
                            "Coders and rounds",
                            "Coverage"),
                    names);
            tidy(book);
            String methods =
                    row(book.getSheet("Read me"), "item", "methods paragraph (draft)")
                            .get("value")
                            .getStringCellValue();
            assertTrue(methods.contains("“Main” 2 coders rated up to 10 units"), methods);
            assertTrue(methods.contains("coders differed on 4 units"), methods);
            Map<String, Cell> stage = row(book.getSheet("By dimension"), "dimension", "Stage");
            assertEquals(10, stage.get("n units").getNumericCellValue());
            assertEquals(9, stage.get("pairable").getNumericCellValue());
            assertEquals(1, stage.get("missing on one side").getNumericCellValue());
            // 8 of 9 agree; margins A 4,3,2 and B 3,4,2: p_e = (12 + 12 + 4) / 81.
            double kappa = (8 / 9.0 - 28 / 81.0) / (1 - 28 / 81.0);
            assertEquals(kappa, stage.get("cohen_kappa").getNumericCellValue(), 1e-12);
            assertEquals(
                    "Environment",
                    stage.get("most frequent disagreement, value 1").getStringCellValue());
            Map<String, Cell> code = row(book.getSheet("By code"), "code", "Environment");
            assertEquals(3, code.get("both").getNumericCellValue());
            assertEquals(1, code.get("A only").getNumericCellValue());
            assertEquals(0, code.get("B only").getNumericCellValue());
            assertEquals(5, code.get("neither").getNumericCellValue());
            assertEquals(6 / 7.0, code.get("positive agreement").getNumericCellValue(), 1e-12);
            assertEquals(4, rows(book.getSheet("Disagreements")).size());
            Map<String, Cell> open = rows(book.getSheet("Disagreements")).getFirst();
            assertEquals("Environment", open.get("coder Ana").getStringCellValue());
            assertEquals("Training", open.get("coder Ben").getStringCellValue());
            assertEquals("open", open.get("status").getStringCellValue());
            String rests = open.get("evidence").getStringCellValue();
            assertTrue(rests.startsWith("Ana "), rests);
            assertTrue(rests.contains("–") && rests.contains("“😀 part”"), rests);
            assertTrue(rests.contains("Ana https://example.org/pull/7"), rests);
            Map<String, Cell> coverage = row(book.getSheet("Coverage"), "dimension", "Stage");
            assertEquals(1, coverage.get("coded by one").getNumericCellValue());
            assertEquals(9, coverage.get("coded by two").getNumericCellValue());
            Map<String, Cell> ana = row(book.getSheet("Coders and rounds"), "coder", "Ana");
            assertEquals(10, ana.get("done").getNumericCellValue());
            assertEquals(1, ana.get("overlap share").getNumericCellValue());
            assertTrue(DateUtil.isCellDateFormatted(ana.get("opened (UTC)")));
            XSSFSheet matrix = book.getSheet("Matrix Stage");
            assertEquals(1, matrix.getSheetConditionalFormatting().getNumConditionalFormattings());
            assertEquals(
                    1,
                    row(matrix, "value of A", "Environment")
                            .get("B: Training")
                            .getNumericCellValue());
            // 10 + 10 ratings of Symptom with one more code, 10 + 9 of Stage.
            assertEquals(40, rows(book.getSheet("Ratings long")).size());
        }
    }

    @Test
    void theSummaryWorkbookHoldsItsSheetsAndNumbers() throws Exception {
        ReportOptions options =
                new ReportOptions(
                        List.of(),
                        List.of(new ReportOptions.Pair("Stage", "Symptom")),
                        0,
                        ReportOptions.DEFAULT.numbers());
        study.reports().summary(folder.resolve("out"), options).run(Progress.NONE);
        try (XSSFWorkbook book = open("summary.xlsx")) {
            List<String> names = new ArrayList<>();
            book.forEach(s -> names.add(s.getSheetName()));
            assertEquals(
                    List.of(
                            "Read me",
                            "Codebook",
                            "Codebook history",
                            "Sources",
                            "Codings",
                            "Ratings wide",
                            "Code x source",
                            "Code x source presence",
                            "Code x attribute",
                            "Stage x Symptom",
                            "Co-occurrence",
                            "Unit 0-1",
                            "Quotes",
                            "Memos",
                            "Change log"),
                    names);
            tidy(book);
            Map<String, Cell> coding = rows(book.getSheet("Codings")).getFirst();
            assertEquals("😀 part", coding.get("text").getStringCellValue());
            int start = (int) coding.get("start").getNumericCellValue();
            assertEquals(6, coding.get("end").getNumericCellValue() - start);
            assertEquals("Reuse > Same code", coding.get("code").getStringCellValue());
            assertEquals("Same code", coding.get("code level 2").getStringCellValue());
            assertEquals("user1", coding.get("speaker or author").getStringCellValue());
            assertEquals(2, coding.get("turn").getNumericCellValue());
            Map<String, Cell> first = rows(book.getSheet("Ratings wide")).getFirst();
            assertEquals("Environment", first.get("Stage").getStringCellValue());
            assertEquals("agreed", first.get("Stage, settled by").getStringCellValue());
            Map<String, Cell> fourth = row(book.getSheet("Ratings wide"), "source", "o/r#4");
            assertFalse(fourth.containsKey("Stage"));
            assertEquals("open", fourth.get("Stage, settled by").getStringCellValue());
            assertEquals(
                    "single coder",
                    row(book.getSheet("Ratings wide"), "source", "o/r#10")
                            .get("Stage, settled by")
                            .getStringCellValue());
            Map<String, Cell> zero = row(book.getSheet("Unit 0-1"), "source", "o/r#1");
            assertEquals(1, zero.get("Symptom: Crash").getNumericCellValue());
            assertEquals(0, zero.get("Symptom: Hang").getNumericCellValue());
            Map<String, Cell> memo = rows(book.getSheet("Memos")).getFirst();
            assertEquals("@title", memo.get("title").getStringCellValue());
            assertTrue(memo.get("body").getCellStyle().getQuotePrefixed());
            assertEquals(
                    1, book.getSheet("Stage x Symptom").getDrawingPatriarch().getCharts().size());
            Map<String, Cell> tab = row(book.getSheet("Stage x Symptom"), "Stage", "Environment");
            assertEquals(3, tab.get("Crash").getNumericCellValue());
            assertEquals(3, tab.get("n").getNumericCellValue());
        }
        assertTrue(
                Files.readString(folder.resolve("out/summary/memos.csv"))
                        .contains(",'@title,'-body,"));
    }

    /// The rules every sheet keeps.
    private static void tidy(XSSFWorkbook book) {
        for (Sheet sheet : book) {
            String name = sheet.getSheetName();
            assertTrue(name.length() <= 31, name);
            assertEquals(0, sheet.getNumMergedRegions(), name);
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition(), name);
            int width = sheet.getRow(0).getLastCellNum();
            for (int c = 0; c < width; c++) {
                assertFalse(sheet.getRow(0).getCell(c).getStringCellValue().isBlank(), name);
            }
            for (Row row : sheet) {
                assertTrue(row.getLastCellNum() <= width, name);
                for (Cell cell : row) {
                    assertFalse(cell.getCellType() == CellType.FORMULA, name);
                }
            }
        }
    }

    @Test
    void csvFilesAreTheSameEveryTimeAndHoldTheSheetsNumbers() throws Exception {
        List<Path> files =
                study.reports()
                        .both(folder.resolve("out"), ReportOptions.DEFAULT)
                        .run(Progress.NONE);
        Map<Path, byte[]> before = new TreeMap<>();
        for (Path file : files) {
            if (file.toString().endsWith(".csv")) {
                before.put(file, Files.readAllBytes(file));
            }
        }
        assertTrue(before.size() >= 24, before.keySet().toString());
        assertEquals(List.of(), Reports.left(files));
        Path gone = folder.resolve("out/summary/older.csv");
        Files.writeString(gone, "a,b\n");
        assertEquals(List.of(gone), Reports.left(files));
        study.reports().both(folder.resolve("out"), ReportOptions.DEFAULT).run(Progress.NONE);
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            assertArrayEquals(
                    file.getValue(), Files.readAllBytes(file.getKey()), file.getKey().toString());
        }
        aRunThatIsCancelledLeavesBothWorkbooks(files);
        String coverage = Files.readString(folder.resolve("out/agreement/coverage.csv"));
        assertTrue(coverage.contains(",Stage,10,0,1,9,0,0.9\n"), coverage);
    }

    /// Also when the first of the two was whole already.
    private void aRunThatIsCancelledLeavesBothWorkbooks(List<Path> files) throws Exception {
        for (Path file : files) {
            Files.writeString(file, "before");
        }
        boolean[] summary = {false};
        Progress late =
                new Progress() {
                    @Override
                    public void report(double fraction, String message) {
                        summary[0] |= message.startsWith("summary");
                    }

                    @Override
                    public boolean cancelled() {
                        return summary[0];
                    }
                };
        assertThrows(
                Cancelled.class,
                () -> study.reports().both(folder.resolve("out"), ReportOptions.DEFAULT).run(late));
        for (Path file : files) {
            assertEquals("before", Files.readString(file), file.toString());
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertEquals(List.of(), left.filter(f -> f.toString().endsWith(".part")).toList());
        }
        study.reports().both(folder.resolve("out"), ReportOptions.DEFAULT).run(Progress.NONE);
    }

    @Test
    void tablesArePrintedInEveryForm() {
        CrossTab tab = study.reports().table("stage", "Symptom", Optional.of("Main"), 0);
        assertEquals(
                List.of("Environment", "Training", "Modeling"),
                tab.rows().stream().map(Facet.Value::label).toList());
        // Open: 4 (both), 5 (Symptom), 10 (Symptom).
        assertEquals(7, tab.n());
        assertTrue(print(tab.wide(), Printed.TEXT).contains("Environment"));
        assertTrue(print(tab.wide(), Printed.CSV).startsWith("Stage id,Stage,total,Crash,Hang,"));
        assertTrue(
                print(tab.lengthwise(), Printed.JSON)
                        .startsWith("[\n{\"row dimension\":\"Stage\""));
        assertTrue(print(tab.wide(), Printed.MARKDOWN).contains("| Environment |"));
        String latex = print(tab.wide(), Printed.LATEX);
        assertTrue(latex.contains("\\toprule") && latex.contains("Crash, row \\%"), latex);
        assertEquals("[]\n", print(empty(), Printed.JSON));
        CrossTab byAttribute = study.reports().table("Stage", "labels", Optional.empty(), 0);
        assertEquals(9, byAttribute.n());
        assertThrows(
                ConcordException.class,
                () -> study.reports().table("Stage", "No such", Optional.empty(), 0));
        assertThrows(
                ConcordException.class,
                () -> study.reports().table("Stage", "Theme", Optional.empty(), 0));
    }

    private static Table empty() {
        return new Table("none", List.of(org.concordqda.analysis.Column.text("a")), sink -> {});
    }

    @Test
    void exportsHoldEveryRatingCodingAndCode() {
        assertEquals(40, study.reports().ratings().list().size());
        assertEquals(1, study.reports().codings().list().size());
        Table codebook = study.reports().codebook();
        assertEquals(11, codebook.list().size());
        Table decisions = study.reports().decisions();
        assertEquals(4, decisions.list().size());
        String json = print(study.reports().ratings(), Printed.JSON);
        assertEquals(40, json.lines().filter(l -> l.startsWith("{\"rating id\":")).count());
        assertTrue(json.endsWith("}\n]\n"), json.substring(json.length() - 40));
        assertTrue(Set.copyOf(study.reports().ratings().header()).contains("as written"));
        whatAFileSaidGoesWithTheAnswerItWasAbout();
    }

    /// Else an answer that was changed would be compared “as written” by the value it no longer has.
    private void whatAFileSaidGoesWithTheAnswerItWasAbout() {
        Source source = study.sources().byKey("o/r#4").orElseThrow();
        Dimension stage = study.codebooks().draft().dimension("stage").orElseThrow();
        Ratings.Place place =
                new Ratings.Place(
                        study.rounds().byName("Main").orElseThrow().id(),
                        source.id(),
                        study.units().of(source.id()).stream().findFirst().map(Unit::id),
                        stage.id());
        List<Object> before = written();
        Rating mine = study.ratings().mine(place).orElseThrow();
        study.ratings().set(place, mine.codes(), new Ratings.Beside("", "again", "", List.of()));
        assertEquals(before, written(), "the same answer, said again");
        CodeId another =
                stage.allCodes().stream()
                        .map(c -> c.id())
                        .filter(id -> !mine.codes().contains(id))
                        .findFirst()
                        .orElseThrow();
        study.ratings().set(place, List.of(another), Ratings.Beside.NONE);
        List<Object> after = written();
        assertEquals(
                1, after.stream().filter(w -> String.valueOf(w).isEmpty() || w == null).count());
        study.history().undo();
        assertEquals(before, written());
    }

    private List<Object> written() {
        int at = study.reports().ratings().header().indexOf("as written");
        List<Object> all = new ArrayList<>();
        study.reports().ratings().list().forEach(row -> all.add(row.get(at)));
        return all;
    }

    private static String print(Table table, Printed form) {
        StringWriter out = new StringWriter();
        Reports.print(table, form, out);
        return out.toString();
    }
}
