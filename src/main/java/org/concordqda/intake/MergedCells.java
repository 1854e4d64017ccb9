package org.concordqda.intake;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/// Hands a sheet's XML on and tells of merged cells, which the streaming reader passes over.
final class MergedCells extends XMLFilterImpl {
    private final SheetRows rows;

    MergedCells(ContentHandler next, SheetRows rows) {
        setContentHandler(next);
        this.rows = rows;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes)
            throws SAXException {
        if (local.equals("mergeCell")) {
            String range = attributes.getValue("ref");
            if (range != null) {
                rows.merged(range);
            }
        }
        super.startElement(uri, local, name, attributes);
    }
}
