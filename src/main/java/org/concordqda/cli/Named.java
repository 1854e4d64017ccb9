package org.concordqda.cli;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person names on the command line, found in the study; each refusal names what was looked for.
final class Named {
    private Named() {}

    /// A source by its key.
    static Source source(Study study, String key) {
        return study.sources()
                .byKey(key)
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "There is no source “"
                                                + key
                                                + "” in this study; nothing was changed. “concord"
                                                + " sources” lists them."));
    }

    /// A round by its name; without one the latest that can be coded in, which is opened when there is none.
    static Round round(Study study, @Nullable String name) {
        return name == null
                ? study.rounds().get(study.rounds().orDefault())
                : study.rounds().named(name);
    }

    /// A code for passages that is not retired, by its name, key or path.
    static CodeId passageCode(Study study, String name) {
        Map<String, CodeId> found = new LinkedHashMap<>();
        for (Dimension dimension : study.codebooks().draft().dimensions()) {
            if (dimension.scope() != Scope.PASSAGE) {
                continue;
            }
            for (Code each : dimension.allCodes()) {
                String path = dimension.path(each.id()).orElse(each.name());
                if (!each.retired()
                        && (each.name().equalsIgnoreCase(name)
                                || each.key().equalsIgnoreCase(name)
                                || path.equalsIgnoreCase(name))) {
                    found.put(path, each.id());
                }
            }
        }
        if (found.size() == 1) {
            return found.values().iterator().next();
        }
        throw new ConcordException(
                found.isEmpty()
                        ? "No code for passages is called “" + name + "”; nothing was coded."
                        : "Several codes are called “"
                                + name
                                + "”: "
                                + String.join("; ", found.keySet())
                                + ". Say which; nothing was coded.");
    }

    /// A dimension that is rated, by its name, key or an alias.
    static Dimension rated(Codebook book, String name) {
        List<Dimension> rated =
                book.dimensions().stream().filter(d -> d.scope() != Scope.PASSAGE).toList();
        return rated.stream()
                .filter(d -> means(d, name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "No dimension that is rated is called “"
                                                + name
                                                + "”; nothing was rated. There are: "
                                                + String.join(
                                                        ", ",
                                                        rated.stream()
                                                                .map(Dimension::name)
                                                                .toList())
                                                + "."));
    }

    /// Whether a word is a dimension's name, key or alias.
    static boolean means(Dimension dimension, String word) {
        return dimension.name().equalsIgnoreCase(word)
                || dimension.key().equalsIgnoreCase(word)
                || dimension.aliases().stream().anyMatch(word::equalsIgnoreCase);
    }
}
