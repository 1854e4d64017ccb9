package org.concordqda.study;

import org.concordqda.intake.TableReader;
import org.concordqda.job.Progress;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportReport;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.RatingsReport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bringing files in. A whole import is one act: undo takes it back.
public final class Imports {
    private final Study study;

    Imports(Study study) {
        this.study = study;
    }

    /// Imports transcripts and issues. A file that cannot be read never stops the others.
    ///
    /// @param files files and folders
    /// @param kind `auto`, `transcript` or `issue`
    public ImportReport sources(List<Path> files, String kind, Progress progress) {
        try (StagedImport staged = stage(files, kind, false, progress)) {
            return staged.store(ImportChoices.DEFAULT, progress);
        }
    }

    /// Reads transcripts and issues and says what they would bring; nothing is stored yet. A file that
    /// cannot be read never stops the others.
    ///
    /// @param files files and folders
    /// @param kind `auto`, `transcript` or `issue`
    /// @param pullRequests whether pull requests are taken too
    /// @return to be stored and closed, or only closed
    /// @throws org.concordqda.job.Cancelled when cancelled
    public StagedImport stage(
            List<Path> files, String kind, boolean pullRequests, Progress progress) {
        return StagedImport.read(study, files, kind, pullRequests, progress);
    }

    /// The likeliest way to read a table as attributes of sources or cases.
    ///
    /// @throws ConcordException when the file cannot be read or holds no rows
    public AttributeMapping attributeMapping(Path file) {
        return AttributeTable.guess(study, table(file));
    }

    /// The named columns of a table.
    ///
    /// @throws ConcordException when the file cannot be read or holds no rows
    public List<String> columns(Path file) {
        return table(file).columns().stream().filter(c -> !c.isBlank()).toList();
    }

    /// What a table would bring as attributes; nothing is stored.
    ///
    /// @throws ConcordException when the file cannot be read or lacks the key column
    public AttributeMapping.Preview attributePreview(Path file, AttributeMapping mapping) {
        return new AttributeTable(study, table(file), mapping).preview();
    }

    /// Stores the attributes of a table, as one act.
    ///
    /// @throws ConcordException when the file cannot be read, or a value does not fit its attribute's type;
    ///     nothing was stored
    public AttributeMapping.Preview attributes(Path file, AttributeMapping mapping) {
        return new AttributeTable(study, table(file), mapping).store();
    }

    private static ImportedTable table(Path file) {
        return TableReader.read(file, Progress.NONE).stream()
                .filter(t -> !t.rows().isEmpty())
                .findFirst()
                .orElseThrow(
                        () -> new ConcordException(file + " holds no rows; nothing was stored."));
    }

    /// Imports ratings from a CSV or workbook. All or nothing.
    ///
    /// @param sheets sheet name to coder name; empty = every sheet is its coder's name
    /// @param coder whose ratings the file holds, when it is one coder's
    public RatingsReport ratings(
            Path file,
            Map<String, String> sheets,
            Optional<String> coder,
            RatingsImport.Options options,
            Progress progress) {
        return RatingsImport.run(
                study,
                sheets(TableReader.read(file, progress), sheets, coder, file),
                options,
                progress);
    }

    /// Whose table is whose.
    static List<RatingsImport.Sheet> sheets(
            List<ImportedTable> tables,
            Map<String, String> sheets,
            Optional<String> coder,
            Path file) {
        List<RatingsImport.Sheet> found = new ArrayList<>();
        if (coder.isPresent() && sheets.isEmpty()) {
            List<ImportedTable> filled = tables.stream().filter(t -> !t.rows().isEmpty()).toList();
            if (filled.size() != 1) {
                throw new ConcordException(
                        file
                                + " has "
                                + filled.size()
                                + " sheets with rows ("
                                + String.join(
                                        ", ", filled.stream().map(ImportedTable::sheet).toList())
                                + "); say whose each is with --sheet SHEET=CODER.");
            }
            return List.of(new RatingsImport.Sheet(filled.getFirst(), coder.get()));
        }
        if (sheets.isEmpty()) {
            for (ImportedTable table : tables) {
                if (table.sheet().isEmpty()) {
                    throw new ConcordException(
                            file + ": say whose ratings these are with --coder NAME.");
                }
                if (!table.rows().isEmpty()) {
                    found.add(new RatingsImport.Sheet(table, table.sheet()));
                }
            }
            if (found.isEmpty()) {
                throw new ConcordException(file + " holds no rows; nothing was stored.");
            }
            return found;
        }
        sheets.forEach(
                (sheet, who) ->
                        found.add(
                                new RatingsImport.Sheet(
                                        tables.stream()
                                                .filter(
                                                        t ->
                                                                t.sheet()
                                                                        .equalsIgnoreCase(
                                                                                sheet.strip()))
                                                .findFirst()
                                                .orElseThrow(
                                                        () ->
                                                                new ConcordException(
                                                                        file
                                                                                + " has no sheet “"
                                                                                + sheet
                                                                                + "”; it has "
                                                                                + String.join(
                                                                                        ", ",
                                                                                        tables
                                                                                                .stream()
                                                                                                .map(
                                                                                                        ImportedTable
                                                                                                                ::sheet)
                                                                                                .toList())
                                                                                + ".")),
                                        who)));
        return found;
    }
}
