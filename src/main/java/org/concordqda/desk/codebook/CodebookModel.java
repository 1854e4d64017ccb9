package org.concordqda.desk.codebook;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.study.CodeUses;
import org.concordqda.study.CodebookFields;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.CodebookStale;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What the codebook place knows and does: counts of use, kept current off the window's thread, and the acts
/// of the tree. What is refused is said in [#hint], where the person looks. JavaFX thread only.
final class CodebookModel {
    private static final Set<String> COUNTED =
            Set.of("rating", "rating_code", "coding", "code", "codebook_edit", "source", "round");

    private final Session session;
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper aim = new ReadOnlyStringWrapper("");
    private String refused = "";
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private final Latest latest = new Latest();
    private boolean stale = true;

    CodebookModel(Session session) {
        this.session = session;
    }

    /// How often each code is used, and how often under an older meaning.
    ///
    /// @param known false before the first count: then no number is shown
    record Counts(boolean known, Map<CodeId, CodeUses.Count> uses, Map<CodeId, Integer> stale) {
        static final Counts NONE = new Counts(false, Map.of(), Map.of());

        /// A number as it is shown: “…” before it is known.
        String words(int n) {
            return known ? "" + n : "…";
        }

        CodeUses.Count of(CodeId code) {
            return uses.getOrDefault(code, CodeUses.Count.NONE);
        }

        int stale(CodeId code) {
            return stale.getOrDefault(code, 0);
        }

        /// How many uses want a second look.
        int wanting() {
            return stale.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /// Whether uses are being counted: the numbers on show may not be the latest.
    ReadOnlyBooleanProperty counting() {
        return counting.getReadOnlyProperty();
    }

    /// Why uses could not be counted; "" where they were. They are counted at the next occasion.
    ReadOnlyStringProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// What a drop would do, or why it is not allowed, while something is dragged; else "".
    ReadOnlyStringProperty aim() {
        return aim.getReadOnlyProperty();
    }

    void aim(String words, boolean allowed) {
        aim.set(words);
        refused = allowed ? "" : words;
    }

    /// Nothing is dragged any more; a refusal stays told.
    void aimed(boolean dropped) {
        hint.set(dropped ? "" : refused);
        aim("", true);
    }

    /// The last refusal; "" when there is nothing to say.
    ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    void hint(String words) {
        hint.set(words);
    }

    /// Told of an act: where it can have changed counts they are no longer true, nor is what was refused before.
    void acted(Set<String> tables) {
        hint.set("");
        stale |= tables.stream().anyMatch(COUNTED::contains);
    }

    /// Counts uses where they are no longer true; one count at a time, and one more when something changed
    /// meanwhile.
    void countIfStale() {
        if (counting.get() || !stale) {
            return;
        }
        stale = false;
        counting.set(true);
        unread.set("");
        latest.read(
                session.jobs(),
                progress ->
                        new Counts(
                                true,
                                new CodeUses(session.study()).counts(),
                                new CodebookStale(session.study()).counts()),
                fresh -> {
                    counting.set(false);
                    counts.set(fresh);
                    countIfStale();
                },
                why -> {
                    counting.set(false);
                    stale = true;
                    unread.set("Uses are not counted. " + why);
                });
    }

    /// Does something; a refusal becomes the hint.
    <T> Optional<T> attempt(Supplier<T> act) {
        try {
            T result = act.get();
            hint.set("");
            return Optional.of(result);
        } catch (ConcordException e) {
            hint.set(e.getMessage());
            return Optional.empty();
        }
    }

    boolean act(Runnable act) {
        return attempt(
                        () -> {
                            act.run();
                            return true;
                        })
                .isPresent();
    }

    /// The same for what looks through all ratings: beside the window where there are many.
    ///
    /// @param title what is being done
    /// @param refused run when it was refused
    void act(String title, Runnable act, Runnable refused) {
        Counts known = counts.get();
        long rows = known.uses().values().stream().mapToLong(CodeUses.Count::all).sum();
        session.act(
                title,
                known.known() ? rows : Long.MAX_VALUE,
                () -> {
                    try {
                        act.run();
                        return "";
                    } catch (ConcordException e) {
                        return e.getMessage();
                    }
                },
                why -> {
                    hint.set(why);
                    if (!why.isEmpty()) {
                        refused.run();
                    }
                },
                refused);
    }

    CodebookShape shape() {
        return new CodebookShape(session.study());
    }

    CodebookFields fields() {
        return new CodebookFields(session.study());
    }

    Optional<CodeId> add(
            DimensionId dimension, Optional<CodeId> parent, Optional<CodeId> after, String name) {
        return attempt(() -> shape().add(dimension, parent, name, after));
    }

    boolean rename(CodebookNode node, String name) {
        return node.code().isPresent()
                ? act(() -> fields().edit(node.code().get().id(), "name", name, false, ""))
                : act(
                        () ->
                                fields().change(
                                                CodebookFields.with(node.dimension(), "name", name),
                                                false,
                                                ""));
    }

    boolean drop(CodebookNode dragged, TreeDrop where) {
        return act(
                () -> {
                    if (dragged.code().isPresent()) {
                        shape().move(dragged.code().get().id(), where.parent(), where.position());
                    } else {
                        shape().moveDimension(dragged.dimension().id(), where.position());
                    }
                });
    }

    /// One step up or down among the siblings.
    void step(CodebookNode node, int by) {
        if (node.code().isEmpty()) {
            List<DimensionId> order =
                    session.codebook().get().dimensions().stream().map(Dimension::id).toList();
            int at = order.indexOf(node.dimension().id());
            int to = by < 0 ? at - 1 : at + 2;
            if (to >= 0 && to <= order.size()) {
                act(() -> shape().moveDimension(node.dimension().id(), to));
            }
            return;
        }
        CodeId id = node.code().get().id();
        List<CodeId> siblings = siblings(node).stream().map(Code::id).toList();
        int at = siblings.indexOf(id);
        int to = by < 0 ? at - 1 : at + 2;
        if (to >= 0 && to <= siblings.size()) {
            act(() -> shape().move(id, parent(node).map(Code::id), to));
        }
    }

    /// Under the sibling above.
    void indent(CodebookNode node) {
        List<Code> siblings = node.code().isEmpty() ? List.of() : siblings(node);
        int at =
                node.code()
                        .map(c -> siblings.stream().map(Code::id).toList().indexOf(c.id()))
                        .orElse(-1);
        if (at > 0) {
            act(
                    () ->
                            shape().move(
                                            node.code().orElseThrow().id(),
                                            Optional.of(siblings.get(at - 1).id()),
                                            Integer.MAX_VALUE));
        }
    }

    /// Beside its parent, after it.
    void outdent(CodebookNode node) {
        Optional<Code> parent = node.code().isEmpty() ? Optional.empty() : parent(node);
        if (parent.isPresent()) {
            CodebookNode above = new CodebookNode(node.dimension(), parent);
            List<CodeId> order = siblings(above).stream().map(Code::id).toList();
            act(
                    () ->
                            shape().move(
                                            node.code().orElseThrow().id(),
                                            parent(above).map(Code::id),
                                            order.indexOf(parent.get().id()) + 1));
        }
    }

    static Optional<Code> parent(CodebookNode node) {
        return node.code().flatMap(code -> node.dimension().parent(code.id()));
    }

    static List<Code> siblings(CodebookNode node) {
        return node.code()
                .map(code -> node.dimension().siblings(code.id()))
                .orElse(node.dimension().codes());
    }
}
