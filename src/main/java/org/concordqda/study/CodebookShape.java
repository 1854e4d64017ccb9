package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Scope;
import org.concordqda.store.Journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The shape of the working draft: what is in it, where it stands, whether it is still offered. Ratings and
/// codings stay as they are. Any thread.
public final class CodebookShape {
    private final Study study;

    public CodebookShape(Study study) {
        this.study = study;
    }

    /// Adds a code.
    ///
    /// @param parent the code above; empty for the top of the dimension
    /// @param after the sibling it stands after; empty for the end
    /// @throws ConcordException when the name is blank, a sibling has it, or the code above stands for no answer
    public CodeId add(
            DimensionId dimension, Optional<CodeId> parent, String name, Optional<CodeId> after) {
        Codebook draft = study.codebooks().draft();
        Dimension d = draft.dimension(dimension).orElseThrow(Codebooks::gone);
        String clean = CodebookNames.clean(name, "A code");
        mayHold(draft, parent);
        List<Code> siblings = siblings(d, parent);
        CodebookNames.free(siblings, Optional.empty(), clean);
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "code.add", "add code " + clean + " to " + d.name()),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            CodeId id =
                                    writer.insertCode(
                                            List.of(draft.version()),
                                            d,
                                            parent.orElse(null),
                                            clean,
                                            false);
                            List<CodeId> order =
                                    new ArrayList<>(siblings.stream().map(Code::id).toList());
                            int at = after.map(order::indexOf).orElse(-1);
                            if (at >= 0 && at < order.size() - 1) {
                                order.add(at + 1, id);
                                writer.arrange(order, parent.orElse(null));
                            }
                            return id;
                        });
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
                                        new CodebookWriter(tx).row(code),
                                        Map.of("retired", retired)));
    }

    /// Which conditions and checks name a code, as sentences; to be read before it is retired or removed.
    public List<String> naming(CodeId code) {
        Codebook draft = study.codebooks().draft();
        return DimensionRules.naming(draft, code(draft, code));
    }

    /// Puts a code under another of its dimension (or at the top), before the sibling at `position`.
    ///
    /// @param parent the new parent; empty for the top of the dimension
    /// @throws ConcordException when that would put a code under itself, into another dimension, beside a
    ///     code of the same name, or under one that stands for no answer
    public void move(CodeId code, Optional<CodeId> parent, int position) {
        Codebook draft = study.codebooks().draft();
        Dimension dimension = draft.dimensionOf(code).orElseThrow(Codebooks::gone);
        Code moved = code(draft, code);
        if (parent.isPresent() && moved.find(parent.get()).isPresent()) {
            throw new ConcordException(
                    "“" + moved.name() + "” cannot stand under itself; nothing was moved.");
        }
        List<Code> siblings = new ArrayList<>(siblings(dimension, parent));
        mayHold(draft, parent);
        int was = siblings.indexOf(moved);
        CodebookNames.free(siblings, Optional.of(code), moved.name());
        siblings.remove(moved);
        int to =
                Math.clamp(
                        was >= 0 && was < position ? position - 1 : position, 0, siblings.size());
        siblings.add(to, moved);
        if (was == to && was >= 0) {
            return;
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "code.move", "move " + moved.name()),
                        tx -> {
                            new CodebookWriter(tx)
                                    .arrange(
                                            siblings.stream().map(Code::id).toList(),
                                            parent.orElse(null));
                            return null;
                        });
    }

    /// Read at an upper level a code under “Unsure” would be no answer at all.
    private static void mayHold(Codebook draft, Optional<CodeId> parent) {
        parent.flatMap(draft::code)
                .filter(above -> above.special().answerless())
                .ifPresent(
                        above -> {
                            throw new ConcordException(
                                    "“"
                                            + above.name()
                                            + "” stands for no answer, so no code stands under it;"
                                            + " nothing was changed.");
                        });
    }

    /// Removes a code that nothing uses, and all below it, from the draft. Versions that have it keep it.
    ///
    /// @throws ConcordException when it, or one below it, is in use
    public void remove(CodeId code) {
        Codebook draft = study.codebooks().draft();
        Code old = code(draft, code);
        List<CodeId> all = old.withDescendants().stream().map(Code::id).toList();
        if (new CodeUses(study).anyUsed(all)) {
            throw new ConcordException(
                    "“"
                            + old.name()
                            + "”"
                            + (all.size() > 1 ? " or a code below it" : "")
                            + " is in use, so it cannot be removed; retire it or merge it into"
                            + " another. Nothing was changed.");
        }
        List<String> named = DimensionRules.naming(draft, old);
        if (!named.isEmpty()) {
            throw new ConcordException(
                    named.getFirst() + " Change that first; nothing was removed.");
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "code.remove", "remove code " + old.name()),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            all.forEach(id -> tx.hide("code_text", writer.row(id)));
                            return null;
                        });
    }

    /// Adds a dimension at the end: nominal, measured, asked of every kind of source.
    public DimensionId addDimension(String name, Scope scope, Choice choice) {
        Codebook draft = study.codebooks().draft();
        Dimension fresh = fresh(draft, name, scope, choice);
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "dimension.add", "add dimension " + fresh.name()),
                        tx ->
                                new CodebookWriter(tx)
                                        .insert(
                                                draft.version(),
                                                fresh,
                                                draft.dimensions().size() + 1));
    }

    /// A dimension that the draft does not have yet.
    ///
    /// @throws ConcordException when the name is blank or taken
    static Dimension fresh(Codebook draft, String name, Scope scope, Choice choice) {
        String clean = CodebookNames.clean(name, "A dimension");
        Set<String> keys = new HashSet<>();
        for (Dimension d : draft.dimensions()) {
            keys.add(d.key());
            if (Codebooks.names(d).contains(Codebooks.bare(clean))) {
                throw new ConcordException(
                        "The codebook has a dimension “"
                                + d.name()
                                + "” already; nothing was added.");
            }
        }
        return Dimension.named(
                CodebookNames.key(keys, clean, "dimension"), clean, scope, choice, List.of());
    }

    /// Puts a dimension before the one at `position` in the order they are asked.
    public void moveDimension(DimensionId dimension, int position) {
        Codebook draft = study.codebooks().draft();
        Dimension moved = draft.dimension(dimension).orElseThrow(Codebooks::gone);
        List<Dimension> order = new ArrayList<>(draft.dimensions());
        int was = order.indexOf(moved);
        order.remove(was);
        order.add(Math.clamp(was < position ? position - 1 : position, 0, order.size()), moved);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "dimension.move", "move dimension " + moved.name()),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            for (int i = 0; i < order.size(); i++) {
                                tx.update(
                                        "dimension_text",
                                        writer.row(order.get(i).id()),
                                        Map.of("position", i + 1));
                            }
                            return null;
                        });
    }

    /// Removes a dimension that nothing uses from the draft. Versions that have it keep it.
    ///
    /// @throws ConcordException when it is in use, or another dimension is asked after it
    public void removeDimension(DimensionId dimension) {
        Codebook draft = study.codebooks().draft();
        Dimension old = draft.dimension(dimension).orElseThrow(Codebooks::gone);
        if (new CodeUses(study).everUsed(old) > 0) {
            throw new ConcordException(
                    "“"
                            + old.name()
                            + "” is in use, so it cannot be removed. To stop asking it, retire its"
                            + " codes or let it wait for a value. Nothing was changed.");
        }
        for (Dimension d : draft.dimensions()) {
            if (d.askedWhen().filter(c -> c.dimension().equals(old.key())).isPresent()) {
                throw new ConcordException(
                        "“"
                                + d.name()
                                + "” is asked after “"
                                + old.name()
                                + "”; change that first. Nothing was removed.");
            }
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "dimension.remove",
                                "remove dimension " + old.name()),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            old.allCodes().forEach(c -> tx.hide("code_text", writer.row(c.id())));
                            tx.hide("dimension_text", writer.row(dimension));
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
        return draft.code(code).orElseThrow(Codebooks::gone);
    }
}
