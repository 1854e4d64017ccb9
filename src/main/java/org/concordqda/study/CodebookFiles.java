package org.concordqda.study;

import org.concordqda.intake.CodebookReader;
import org.concordqda.intake.Templates;
import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedCodebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Codebooks from outside a study: the built-in templates and a person's own files.
public final class CodebookFiles {
    private CodebookFiles() {}

    /// Keys of the built-in templates.
    public static List<String> templates() {
        return Templates.list().stream().map(ImportedCodebook::key).toList();
    }

    /// The built-in templates.
    public static List<ImportedCodebook> builtIn() {
        return Templates.list();
    }

    /// A built-in template by key or name, else a YAML, CSV or XLSX file.
    ///
    /// @throws ConcordException when there is neither, or the file is not a codebook
    public static ImportedCodebook read(String templateOrFile) {
        return Templates.find(templateOrFile)
                .orElseGet(
                        () -> {
                            Path file = Path.of(templateOrFile);
                            if (!Files.exists(file)) {
                                throw new ConcordException(
                                        "There is no template and no file “"
                                                + templateOrFile
                                                + "”; the built-in templates are "
                                                + String.join(", ", templates())
                                                + ".");
                            }
                            return CodebookReader.read(file);
                        });
    }
}
