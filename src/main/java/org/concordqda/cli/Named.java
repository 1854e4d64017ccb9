package org.concordqda.cli;

import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import java.util.List;

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

    /// A code for passages that is not retired, by its name, key, path or alias; a code that was merged into
    /// another is found by the name it had.
    static CodeId passageCode(Study study, String name) {
        try {
            return Codebooks.passage(study.codebooks().draft(), name).id();
        } catch (ConcordException e) {
            throw new ConcordException(e.getMessage() + " Nothing was coded.", e);
        }
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
