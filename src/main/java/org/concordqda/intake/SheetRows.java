package org.concordqda.intake;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.concordqda.model.ImportedTable;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the cells of one sheet as they stream by.
final class SheetRows implements SheetContentsHandler {
    private static final String ERROR = "ERROR:";

    private final String sheet;
    private final TableRows rows = new TableRows();
    private final List<String> merged = new ArrayList<>();
    private List<String> row = new ArrayList<>();

    SheetRows(String sheet) {
        this.sheet = sheet;
    }

    @Override
    public void startRow(int number) {
        row = new ArrayList<>();
    }

    @Override
    public void cell(
            @Nullable String reference, @Nullable String shown, @Nullable XSSFComment comment) {
        int column = reference == null ? row.size() : new CellReference(reference).getCol();
        while (row.size() < column) {
            row.add("");
        }
        String value = shown == null ? "" : shown;
        row.add(value.startsWith(ERROR) ? value.substring(ERROR.length()) : value);
    }

    @Override
    public void endRow(int number) {
        try {
            rows.add(number + 1, row);
        } catch (Unreadable e) {
            throw new Stopped(e);
        }
    }

    void merged(String range) {
        if (merged.size() < 100_000) {
            merged.add(range);
        }
    }

    Optional<ImportedTable> table(String file) throws Unreadable {
        int header = rows.headerRow() - 1;
        for (String range : merged) {
            CellRangeAddress cells = CellRangeAddress.valueOf(range);
            if (header >= cells.getFirstRow() && header <= cells.getLastRow()) {
                throw new Unreadable(
                        "sheet " + sheet + ", cells " + range,
                        "the header has merged cells, so its columns cannot be told apart; unmerge"
                                + " them and give each column its own name.");
            }
        }
        return rows.table(file, sheet);
    }

    /// Carries a reason through the XML parser.
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Unreadable reason;

        Stopped(Unreadable reason) {
            super(reason);
            this.reason = reason;
        }

        Unreadable reason() {
            return reason;
        }
    }
}
