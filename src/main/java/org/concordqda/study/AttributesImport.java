package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Source;
import org.concordqda.store.Journal;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;

/// Brings in cases (participants, repositories) and their attributes from a table with the columns `kind`,
/// `case` and `sources`; every other column is an attribute. `owner/repo#*` means every issue of that
/// repository.
final class AttributesImport {
    private AttributesImport() {}

    /// Stores them; how many cases the table names.
    static int run(Study study, ImportedTable table) {
        int kind = column(table, "kind");
        int name = column(table, "case");
        int sources = column(table, "sources");
        List<Source> all = study.sources().list();
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "attributes.import",
                                "import attributes of " + table.file()),
                        tx -> {
                            AttributeWriter writer = new AttributeWriter(tx);
                            int row = table.firstRow();
                            for (List<String> cells : table.rows()) {
                                long id =
                                        Cases.theCase(
                                                tx,
                                                cells.get(kind).strip(),
                                                cells.get(name).strip());
                                for (Source source :
                                        matching(
                                                all,
                                                cells.get(sources),
                                                table.file() + ", row " + row)) {
                                    Cases.link(tx, id, source.id().value());
                                }
                                for (int i = 0; i < cells.size(); i++) {
                                    String attribute = table.columns().get(i).strip();
                                    if (i != kind
                                            && i != name
                                            && i != sources
                                            && !attribute.isEmpty()
                                            && !cells.get(i).isBlank()) {
                                        writer.ofCase(id, attribute, cells.get(i).strip());
                                    }
                                }
                                row++;
                            }
                            return table.rows().size();
                        });
    }

    private static List<Source> matching(List<Source> all, String cell, String place) {
        List<Source> found = new ArrayList<>();
        for (String part : cell.split(";")) {
            String wanted = part.strip();
            if (wanted.isEmpty()) {
                continue;
            }
            List<Source> fits =
                    all.stream()
                            .filter(
                                    s ->
                                            wanted.endsWith("#*")
                                                    ? s.key()
                                                            .startsWith(
                                                                    wanted.substring(
                                                                            0, wanted.length() - 1))
                                                    : s.key().equals(wanted))
                            .toList();
            if (fits.isEmpty()) {
                throw new ConcordException(
                        place + ": there is no source “" + wanted + "”; nothing was stored.");
            }
            found.addAll(fits);
        }
        return found;
    }

    private static int column(ImportedTable table, String name) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (Words.key(table.columns().get(i)).equals(name)) {
                return i;
            }
        }
        throw new ConcordException(
                table.file() + " has no column “" + name + "”; nothing was stored.");
    }
}
