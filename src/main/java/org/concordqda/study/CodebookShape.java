package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes to the shape of the working draft: where a code stands, and whether it is still offered. Ratings
/// and codings stay as they are. Any thread.
public final class CodebookShape {
    private final Study study;

    public CodebookShape(Study study) {
        this.study = study;
    }

    /// Retires a code (kept so that old data can be read, never offered) or offers it again.
    public void retire(CodeId code, boolean retired) {
        Codebook draft = study.codebooks().draft();
        Code old = code(draft, code);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "code.retire",
                                (retired ? "retire " : "offer again ") + old.name()),
                        tx ->
                                tx.update(
                                        "code_text",
                                        row(tx, draft, code),
                                        Map.of("retired", retired)));
    }

    /// Puts a code under another of its dimension (or at the top), before the sibling at `position`.
    ///
    /// @param parent the new parent; empty for the top of the dimension
    /// @throws ConcordException when that would put a code under itself or into another dimension
    public void move(CodeId code, Optional<CodeId> parent, int position) {
        Codebook draft = study.codebooks().draft();
        Dimension dimension = draft.dimensionOf(code).orElseThrow(CodebookShape::gone);
        Code moved = code(draft, code);
        if (parent.isPresent() && moved.find(parent.get()).isPresent()) {
            throw new ConcordException(
                    "“" + moved.name() + "” cannot stand under itself; nothing was moved.");
        }
        List<Code> siblings = new ArrayList<>(siblings(dimension, parent));
        int was = siblings.indexOf(moved);
        siblings.remove(moved);
        int to =
                Math.clamp(
                        was >= 0 && was < position ? position - 1 : position, 0, siblings.size());
        siblings.add(to, moved);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "code.move", "move " + moved.name()),
                        tx -> {
                            for (int i = 0; i < siblings.size(); i++) {
                                Map<String, @Nullable Object> changes = new LinkedHashMap<>();
                                changes.put("position", i);
                                if (siblings.get(i).id().equals(code)) {
                                    changes.put("parent", parent.map(CodeId::value).orElse(null));
                                }
                                tx.update(
                                        "code_text", row(tx, draft, siblings.get(i).id()), changes);
                            }
                            return null;
                        });
    }

    private static List<Code> siblings(Dimension dimension, Optional<CodeId> parent) {
        if (parent.isEmpty()) {
            return dimension.codes();
        }
        return dimension.allCodes().stream()
                .filter(c -> c.id().equals(parent.get()))
                .findFirst()
                .map(Code::children)
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "A code stays in its dimension; nothing was moved."));
    }

    private static Code code(Codebook draft, CodeId code) {
        return draft.code(code).orElseThrow(CodebookShape::gone);
    }

    private static long row(Tx tx, Codebook draft, CodeId code) {
        return CodebookRows.textRow(tx.read(), draft.version(), code)
                .orElseThrow(CodebookShape::gone);
    }

    private static ConcordException gone() {
        return new ConcordException(
                "This code is not in the codebook any more; nothing was changed.");
    }
}
