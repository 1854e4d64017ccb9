package org.concordqda.intake;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The paragraphs of a Word document (.docx), read straight from its XML: tables cell by cell, insertions
/// in and deletions out, without headers, footnotes, text boxes and field codes. Nothing outside the file
/// is ever fetched, and no XML entity is resolved.
final class DocxReader {
    private static final Set<String> SKIPPED =
            Set.of(
                    "drawing",
                    "pict",
                    "object",
                    "del",
                    "moveFrom",
                    "instrText",
                    "delText",
                    "Fallback",
                    "sectPr",
                    "txbxContent");

    private final XMLStreamReader xml;
    private final Paragraphs.Builder into = new Paragraphs.Builder();
    private final StringBuilder paragraph = new StringBuilder();
    private int bold;
    private boolean boldSoFar;
    private boolean runBold;
    private boolean heading;
    private int deep;

    private DocxReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Paragraphs read(byte[] file) throws Unreadable {
        if (file.length >= 4 && file[0] == (byte) 0xD0 && file[1] == (byte) 0xCF) {
            throw new Unreadable(
                    "",
                    "this is an old or password-protected Word file; save it as .docx without"
                            + " password.");
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new Unreadable(
                    "", "the file is named .docx but is not a Word document (not a zip archive).");
        }
        byte[] document = part(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            return new DocxReader(xml).paragraphs();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new Unreadable(
                    "word/document.xml" + (line > 0 ? ", line " + line : ""),
                    "the document is damaged or holds XML that is refused (document types,"
                            + " entities).");
        }
    }

    /// The main part, found by its usual name or by the package's first relation.
    private static byte[] part(byte[] file) throws Unreadable {
        String name = "word/document.xml";
        byte[] document = entry(file, name);
        if (document == null) {
            byte[] relations = entry(file, "_rels/.rels");
            String text = relations == null ? "" : new String(relations, StandardCharsets.UTF_8);
            var target =
                    java.util.regex.Pattern.compile(
                                    "<[^>]*relationships/officeDocument\"[^>]*Target=\"/?([^\"]+)\""
                                            + "|<[^>]*Target=\"/?([^\"]+)\"[^>]*relationships/officeDocument\"")
                            .matcher(text);
            if (target.find()) {
                document = entry(file, target.group(1) != null ? target.group(1) : target.group(2));
            }
        }
        if (document == null) {
            throw new Unreadable(
                    "", "the archive holds no Word document (word/document.xml is missing).");
        }
        return document;
    }

    private static byte @Nullable [] entry(byte[] file, String name) throws Unreadable {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                // Every part counts, so that a bomb in another part is met here as well.
                InputStream bounded = new LimitedStream(zip, Limits.PART_BYTES);
                if (e.getName().equalsIgnoreCase(name)) {
                    return bounded.readAllBytes();
                }
                bounded.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return null;
        } catch (LimitedStream.Exceeded e) {
            throw new Unreadable(name, e.sentence());
        } catch (ZipException | java.io.EOFException e) {
            throw new Unreadable("", "the Word document is damaged or cut off.");
        } catch (IOException e) {
            throw new Unreadable("", "the Word document is damaged (" + e.getMessage() + ").");
        }
    }

    private Paragraphs paragraphs() throws XMLStreamException, Unreadable {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException("refused", xml.getLocation());
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> {
                    deep--;
                    if (xml.getLocalName().equals("p")) {
                        into.add(Decoded.clean(paragraph.toString()), bold, heading);
                    }
                }
                default -> {}
            }
        }
        return into.build();
    }

    private void start() throws XMLStreamException, Unreadable {
        if (++deep > Limits.JSON_DEPTH) {
            throw new Unreadable("word/document.xml", "the document is nested too deep.");
        }
        String name = xml.getLocalName();
        if (SKIPPED.contains(name)) {
            skip();
            return;
        }
        switch (name) {
            case "p" -> {
                paragraph.setLength(0);
                bold = 0;
                boldSoFar = true;
                heading = false;
            }
            case "pPr" -> paragraphStyle();
            case "r" -> runBold = false;
            case "rPr" -> runStyle();
            case "t" -> text(xml.getElementText());
            case "tab", "ptab" -> text("\t");
            case "br", "cr" -> text("\n");
            case "noBreakHyphen" -> text("\u2011");
            case "softHyphen" -> text("\u00AD");
            default -> {
                return;
            }
        }
        if (name.equals("t") || name.equals("pPr") || name.equals("rPr")) {
            deep--; // read to their end
        }
    }

    private void text(String text) {
        paragraph.append(text);
        boldSoFar &= runBold || text.isBlank();
        if (boldSoFar) {
            bold = paragraph.length();
        }
    }

    private void paragraphStyle() throws XMLStreamException {
        int inside = 1;
        while (inside > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
                String style = value();
                if (xml.getLocalName().equals("pStyle")
                        && (style.startsWith("Heading") || style.equals("Title"))) {
                    heading = true;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            }
        }
    }

    private void runStyle() throws XMLStreamException {
        int inside = 1;
        while (inside > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
                String value = value();
                switch (xml.getLocalName()) {
                    case "b", "bCs" ->
                            runBold |= !Set.of("0", "false", "off", "none").contains(value);
                    case "rStyle" -> runBold |= value.equals("Strong");
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            }
        }
    }

    /// The element's `w:val`, or "".
    private String value() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("val")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private void skip() throws XMLStreamException {
        int inside = 1;
        while (inside > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside--;
            }
        }
        deep--;
    }
}
