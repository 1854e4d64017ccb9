package org.concordqda.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class TableReaderTest {
    @TempDir Path folder;

    private Path write(XSSFWorkbook book, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        return file;
    }

    private static String refused(Path file) {
        return assertThrows(ConcordException.class, () -> TableReader.read(file, Progress.NONE))
                .getMessage();
    }

    @Test
    void cellsAsDisplayed() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Anna");
            XSSFRow head = sheet.createRow(1);
            for (int i = 1; i < 7; i++) {
                head.createCell(i).setCellValue("c" + i);
            }
            XSSFRow row = sheet.createRow(3);
            row.createCell(0).setCellValue(0);
            row.createCell(1).setCellValue(" Py Torch\u00a0");
            row.createCell(2).setCellValue(12);
            row.createCell(3).setCellValue(0.5);
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            row.createCell(4).setCellValue(LocalDate.of(2024, 5, 6));
            row.getCell(4).setCellStyle(date);
            row.createCell(5).setCellFormula("1+1");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(6).setCellValue(true);
            row.createCell(9).setCellValue("  ");
            book.createSheet("Empty");
            book.createSheet("Ben").createRow(0).createCell(0).setCellValue("x");
            Path file = write(book, "a.xlsx");
            List<ImportedTable> tables = TableReader.read(file, Progress.NONE);
            assertEquals(2, tables.size());
            ImportedTable anna = tables.getFirst();
            assertEquals("Anna", anna.sheet());
            assertEquals(List.of("", "c1", "c2", "c3", "c4", "c5", "c6"), anna.columns());
            assertEquals(3, anna.firstRow());
            assertEquals(
                    List.of(
                            List.of("", "", "", "", "", "", ""),
                            List.of(
                                    "0",
                                    " Py Torch\u00a0",
                                    "12",
                                    "0.5",
                                    "2024-05-06",
                                    "2",
                                    "TRUE")),
                    anna.rows());
            assertEquals(
                    List.of("Ben"),
                    TableReader.read(file, "Ben"::equals, Progress.NONE).stream()
                            .map(ImportedTable::sheet)
                            .toList());
        }
    }

    @Test
    void mergedHeadersAreASentence() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Ratings");
            sheet.createRow(0).createCell(0).setCellValue("both");
            sheet.createRow(1).createCell(0).setCellValue("x");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
            book.createSheet("Fine").createRow(0).createCell(0).setCellValue("x");
            Path file = write(book, "m.xlsx");
            assertEquals(
                    "m.xlsx, sheet Ratings, cells A1:C1: the header has merged cells, so its"
                            + " columns cannot be told apart; unmerge them and give each column its own"
                            + " name.",
                    refused(file));
            assertEquals(1, TableReader.read(file, "Fine"::equals, Progress.NONE).size());
        }
    }

    @Test
    void delimitersAndEncodings() throws IOException {
        String[][] cases = {
            {",", "UTF-8"}, {";", "UTF-8"}, {"\t", "UTF-8"}, {";", "windows-1252"}, {",", "UTF-16"}
        };
        for (String[] each : cases) {
            String text =
                    String.join(each[0], "", "Añ", "b")
                            + "\r\n"
                            + String.join(each[0], "1", "\"x, y; \"\"z\"\"\n2\"", " q ")
                            + "\r\n\r\n"
                            + String.join(each[0], "2", "", "r", "more")
                            + "\r\n\r\n";
            Path file =
                    Files.write(folder.resolve("a.csv"), text.getBytes(Charset.forName(each[1])));
            ImportedTable table = TableReader.read(file, Progress.NONE).getFirst();
            assertEquals(List.of("", "Añ", "b", ""), table.columns(), String.join(" ", each));
            assertEquals(
                    List.of(
                            List.of("1", "x, y; \"z\"\n2", " q ", ""),
                            List.of("", "", "", ""),
                            List.of("2", "", "r", "more")),
                    table.rows());
        }
        Path sep = Files.writeString(folder.resolve("s.csv"), "sep=|\na|b\n1|2\n");
        ImportedTable table = TableReader.read(sep, Progress.NONE).getFirst();
        assertEquals(List.of("a", "b"), table.columns());
        assertEquals(3, table.firstRow());
        Path one = Files.writeString(folder.resolve("o.csv"), "name\nx\n");
        assertEquals(List.of("name"), TableReader.read(one, Progress.NONE).getFirst().columns());
    }

    @Test
    void badTablesAreSentences() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.xlsx"), "a,b\n1,2\n");
        assertEquals(
                "a.xlsx: the file is named as a workbook but is not one; if it is a CSV file, give"
                        + " it the ending .csv.",
                refused(csv));
        Path empty = Files.writeString(folder.resolve("b.csv"), "");
        assertEquals("b.csv: the file is empty.", refused(empty));
        assertEquals(
                "c.csv: the table holds nothing.",
                refused(Files.writeString(folder.resolve("c.csv"), "\n,,\n")));
        assertEquals("d.csv: there is no such file.", refused(folder.resolve("d.csv")));
        Path zip = folder.resolve("e.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("x"));
            out.write("y".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("e.xlsx: the workbook is damaged or holds XML that is refused.", refused(zip));
        assertEquals(
                "f.csv, row 1: a cell is longer than 1,000,000 characters; this is no table.",
                refused(Files.writeString(folder.resolve("f.csv"), "a".repeat(9_000_000))));
        assertEquals(
                "g.csv, row 2: the row cannot be told apart: a quotation mark is not closed.",
                refused(Files.writeString(folder.resolve("g.csv"), "a,b\n1,\"2\n3,4\n")));
    }

    @Test
    void bombsAreRefused() throws IOException {
        Path file;
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("s").createRow(0).createCell(0).setCellValue("x");
            file = write(book, "plain.xlsx");
        }
        Path bomb = folder.resolve("bomb.xlsx");
        try (var in = new java.util.zip.ZipFile(file.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (var entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith("sheet1.xml")) {
                    String xml = new String(bytes, StandardCharsets.UTF_8);
                    int at = xml.indexOf("<sheetData>");
                    out.write(xml.substring(0, at).getBytes(StandardCharsets.UTF_8));
                    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 60; i++) {
                        out.write(blanks);
                    }
                    out.write(xml.substring(at).getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(bytes);
                }
            }
        }
        assertEquals(
                "bomb.xlsx: a part of the workbook unpacks to far too much and is refused.",
                refused(bomb));
    }
}
