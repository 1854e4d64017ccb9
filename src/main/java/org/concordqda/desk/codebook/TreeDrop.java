package org.concordqda.desk.codebook;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;

import java.util.List;
import java.util.Optional;

/// Where something that is dragged would go, and in words why not. Needs no window.
///
/// @param at before, into or after the line under the pointer
/// @param parent the new parent of a code; empty for the top of its dimension
/// @param position the place among its new siblings, counted as they stand
/// @param allowed whether it may
/// @param says what a drop does, or why it is refused
record TreeDrop(At at, Optional<CodeId> parent, int position, boolean allowed, String says) {
    enum At {
        BEFORE,
        INTO,
        AFTER
    }

    /// Where in a line the pointer is, from its height.
    static At at(double y, double height) {
        return y < height * 0.28 ? At.BEFORE : y > height * 0.72 ? At.AFTER : At.INTO;
    }

    static TreeDrop of(CodebookNode dragged, CodebookNode line, At at, List<Dimension> order) {
        if (dragged.code().isEmpty()) {
            return dimension(dragged, line, at, order);
        }
        Code code = dragged.code().get();
        Dimension d = line.dimension();
        if (!d.id().equals(dragged.dimension().id())) {
            return refused(
                    at,
                    "A code stays in its dimension; drop it within “"
                            + dragged.dimension().name()
                            + "”.");
        }
        if (line.code().isEmpty()) {
            return new TreeDrop(
                    At.INTO,
                    Optional.empty(),
                    d.codes().size(),
                    true,
                    "To the end of “" + d.name() + "”");
        }
        Code over = line.code().get();
        if (over.id().equals(code.id())) {
            return refused(at, "");
        }
        if (code.find(over.id()).isPresent()) {
            return refused(at, "“" + code.name() + "” cannot stand under itself.");
        }
        if (at == At.INTO && over.special().answerless()) {
            return refused(
                    at, "“" + over.name() + "” stands for no answer: no code stands under it.");
        }
        if (at == At.INTO) {
            return new TreeDrop(
                    at,
                    Optional.of(over.id()),
                    over.children().size(),
                    true,
                    "Under “" + over.name() + "”");
        }
        Optional<Code> above =
                d.allCodes().stream()
                        .filter(c -> c.children().stream().anyMatch(x -> x.id().equals(over.id())))
                        .findFirst();
        List<CodeId> siblings =
                above.map(Code::children).orElse(d.codes()).stream().map(Code::id).toList();
        int position = siblings.indexOf(over.id()) + (at == At.AFTER ? 1 : 0);
        return new TreeDrop(
                at,
                above.map(Code::id),
                position,
                true,
                (at == At.AFTER ? "After “" : "Before “") + over.name() + "”");
    }

    private static TreeDrop dimension(
            CodebookNode dragged, CodebookNode line, At at, List<Dimension> order) {
        List<?> ids = order.stream().map(Dimension::id).toList();
        int position = ids.indexOf(line.dimension().id());
        if (line.code().isPresent() || position < 0) {
            return refused(at, "A dimension goes before or after another dimension.");
        }
        if (line.dimension().id().equals(dragged.dimension().id())) {
            return refused(at, "");
        }
        boolean after = at != At.BEFORE;
        return new TreeDrop(
                after ? At.AFTER : At.BEFORE,
                Optional.empty(),
                position + (after ? 1 : 0),
                true,
                (after ? "After “" : "Before “") + line.dimension().name() + "”");
    }

    private static TreeDrop refused(At at, String why) {
        return new TreeDrop(at, Optional.empty(), 0, false, why);
    }
}
