package org.concordqda.intake;

import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.text.Words;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The codebooks that come with the program. Read anew at each call; safe in any thread.
public final class Templates {
    private static final String FOLDER = "/org/concordqda/templates/";

    /// In the order they are offered.
    private static final List<String> KEYS = List.of("dl-defects", "dl-process", "dl-lifecycle");

    private Templates() {}

    /// Every template.
    public static List<ImportedCodebook> list() {
        List<ImportedCodebook> all = new ArrayList<>();
        for (String key : KEYS) {
            all.add(CodebookReader.readYaml(yaml(key), key + ".yaml"));
        }
        return List.copyOf(all);
    }

    /// The template with this key or name, in any case.
    public static Optional<ImportedCodebook> find(String keyOrName) {
        String wanted = Words.key(keyOrName);
        return list().stream()
                .filter(
                        t ->
                                Words.key(t.key()).equals(wanted)
                                        || Words.key(t.name()).equals(wanted))
                .findFirst();
    }

    /// The template with this key or name.
    ///
    /// @throws ConcordException naming the ones there are
    public static ImportedCodebook load(String keyOrName) {
        return find(keyOrName)
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "There is no codebook template “"
                                                + keyOrName
                                                + "”; there are "
                                                + String.join(", ", KEYS)
                                                + "."));
    }

    /// The file of a template as it is shipped.
    ///
    /// @throws ConcordException when the program is incomplete
    public static String yaml(String key) {
        try (InputStream in = Templates.class.getResourceAsStream(FOLDER + key + ".yaml")) {
            if (in == null) {
                throw new ConcordException("The template " + key + " is missing from the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConcordException("The template " + key + " could not be read.", e);
        }
    }
}
