package org.concordqda.intake;

import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedCodebook;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a person's own codebook: YAML in the form of the templates, or a CSV or XLSX table whose columns
/// are found by their names.
public final class CodebookReader {
    private static final Set<String> YAML = Set.of("yaml", "yml");
    private static final Set<String> TABLE = Set.of("csv", "tsv", "xlsx", "xlsm");

    private CodebookReader() {}

    /// Reads a codebook and forgets the notes.
    ///
    /// @throws ConcordException with file, line and reason: unknown keys or values, duplicates among
    ///     siblings, missing parents, cycles, references to nothing
    public static ImportedCodebook read(Path file) {
        return read(file, note -> {});
    }

    /// Reads a codebook.
    ///
    /// @param notes told in sentences what was guessed or not used (columns of a table)
    /// @throws ConcordException as above
    public static ImportedCodebook read(Path file, Consumer<String> notes) {
        String name = FileWalk.name(file);
        InputFile input = new InputFile(file, name, name, true);
        String ending = input.ending();
        if (TABLE.contains(ending)) {
            return CodebookTable.read(TableReader.read(file, Progress.NONE), name, notes);
        }
        try {
            if (!YAML.contains(ending)) {
                throw new Unreadable(
                        "",
                        "a ."
                                + ending
                                + " file is not read as a codebook; .yaml, .csv and .xlsx"
                                + " are.");
            }
            InputFile.Meter meter = new InputFile.Meter(Progress.NONE, 1, "");
            return yaml(Decoded.of(input.bytes(meter, Limits.YAML_BYTES)).text());
        } catch (Unreadable e) {
            throw e.refused(name);
        }
    }

    /// Reads the YAML form from a text.
    ///
    /// @param name what messages call it
    /// @throws ConcordException as above
    public static ImportedCodebook readYaml(String text, String name) {
        try {
            return yaml(Decoded.clean(text));
        } catch (Unreadable e) {
            throw e.refused(name);
        }
    }

    private static ImportedCodebook yaml(String text) throws Unreadable {
        return new CodebookYamlReader().codebook(YamlTree.read(text));
    }
}
