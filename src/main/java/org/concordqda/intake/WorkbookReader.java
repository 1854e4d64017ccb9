package org.concordqda.intake;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportedTable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import javax.xml.parsers.ParserConfigurationException;

/// Reads a workbook sheet by sheet as a stream: text as stored, numbers and dates as displayed, formulas
/// by the value that was saved with them.
final class WorkbookReader {
    private WorkbookReader() {}

    static List<ImportedTable> read(
            byte[] bytes, String file, Predicate<String> wanted, Progress progress)
            throws Unreadable {
        List<ImportedTable> tables = new ArrayList<>();
        boolean any = false;
        String at = "";
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                progress.check();
                try (InputStream sheet = sheets.next()) {
                    String name = sheets.getSheetName();
                    if (wanted.test(name)) {
                        at = "sheet " + name;
                        SheetRows rows = new SheetRows(name);
                        parse(sheet, reader, strings, rows);
                        rows.table(file).ifPresent(tables::add);
                        any = true;
                    }
                }
            }
        } catch (SheetRows.Stopped e) {
            throw e.reason();
        } catch (SAXException e) {
            if (e.getException() instanceof SheetRows.Stopped stopped) {
                throw stopped.reason();
            }
            throw damaged(at);
        } catch (IOException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            if (message.contains("Zip bomb")) {
                throw new Unreadable(
                        at, "a part of the workbook unpacks to far too much and is refused.");
            }
            throw damaged(at);
        } catch (OpenXML4JException | ParserConfigurationException e) {
            throw damaged(at);
        } catch (RuntimeException e) {
            if (e instanceof org.concordqda.job.Cancelled) {
                throw e;
            }
            // POI says damage in many unchecked ways.
            throw damaged(at);
        }
        if (any && tables.isEmpty()) {
            throw new Unreadable("", "the workbook holds nothing.");
        }
        return tables;
    }

    private static Unreadable damaged(String at) {
        return new Unreadable(at, "the workbook is damaged or holds XML that is refused.");
    }

    private static void parse(
            InputStream sheet,
            XSSFReader reader,
            ReadOnlySharedStringsTable strings,
            SheetRows rows)
            throws IOException, SAXException, ParserConfigurationException, OpenXML4JException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
                new MergedCells(
                        new XSSFSheetXMLHandler(
                                reader.getStylesTable(),
                                strings,
                                rows,
                                new DataFormatter(Locale.US),
                                false),
                        rows));
        xml.parse(new InputSource(sheet));
    }
}
