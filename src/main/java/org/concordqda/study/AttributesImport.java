package org.concordqda.study;

import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Source;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
                                        theCase(
                                                tx,
                                                cells.get(kind).strip(),
                                                cells.get(name).strip());
                                for (Source source :
                                        matching(
                                                all,
                                                cells.get(sources),
                                                table.file() + ", row " + row)) {
                                    link(tx, id, source.id().value());
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

    private static long theCase(Tx tx, String kind, String name) {
        long there =
                tx.read().number("SELECT id FROM \"case\" WHERE kind = ? AND name = ?", kind, name);
        if (there != 0) {
            return there;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("kind", kind);
        row.put("name", name);
        return tx.insert("case", row);
    }

    private static void link(Tx tx, long id, long source) {
        if (tx.read()
                        .number(
                                "SELECT count(*) FROM case_source WHERE \"case\" = ? AND source ="
                                        + " ?",
                                id,
                                source)
                == 0) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("case", id);
            row.put("source", source);
            tx.insert("case_source", row);
        }
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
