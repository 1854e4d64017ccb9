package org.concordqda.study;

import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.store.Db;
import org.concordqda.store.Merges;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An older codebook version as it is read under today's codes: a merged code gives way to the code it went
/// into, which takes its children, its place where it has none of its own in that version, its names as
/// aliases and its part in conditions. Nothing stored changes.
final class ReadThrough {
    private static final class Node {
        private Code code;
        private List<Node> siblings;
        private final List<Node> children = new ArrayList<>();

        Node(Code code, List<Node> siblings) {
            this.code = code;
            this.siblings = siblings;
        }

        /// Takes the children of a node that goes; its place too where this one stood below it.
        void swallow(Node gone) {
            if (gone.holds(this)) {
                siblings.remove(this);
                siblings = gone.siblings;
                siblings.add(siblings.indexOf(gone), this);
            }
            gone.siblings.remove(gone);
            gone.children.forEach(child -> child.siblings = children);
            children.addAll(gone.children);
        }

        private boolean holds(Node other) {
            return children.stream().anyMatch(c -> c.equals(other) || c.holds(other));
        }
    }

    private final Map<Long, Node> nodes = new LinkedHashMap<>();

    private ReadThrough() {}

    /// The version with merged codes read through.
    static Codebook merged(Db db, Codebook raw) {
        Map<Long, Long> into = Merges.all(db);
        boolean touched =
                raw.dimensions().stream()
                        .flatMap(d -> d.allCodes().stream())
                        .anyMatch(c -> into.containsKey(c.id().value()));
        if (!touched) {
            return raw;
        }
        Map<String, Map<String, String>> keys = new HashMap<>();
        List<Dimension> dimensions = new ArrayList<>();
        for (Dimension d : raw.dimensions()) {
            ReadThrough tree = new ReadThrough();
            List<Node> roots = tree.nodes(d.codes());
            Map<String, String> renamed = tree.merge(into, id -> newest(db, id));
            keys.put(d.key(), renamed);
            dimensions.add(d.withCodes(codes(roots)));
        }
        return new Codebook(
                raw.version(),
                raw.number(),
                dimensions.stream().map(d -> rekeyed(d, keys)).toList());
    }

    /// A round's codebook as merged, and every code used in the round that came into the codebook after the
    /// round opened (made of a passage's own words, or by a split), where the draft has it; its dimension too
    /// where the round opened without.
    static Codebook used(Study study, Round round, RatingColumns ratings) {
        Codebook book = study.codebooks().version(round.version());
        Set<CodeId> known = new LinkedHashSet<>();
        book.dimensions().forEach(d -> d.allCodes().forEach(c -> known.add(c.id())));
        Set<CodeId> late = new LinkedHashSet<>();
        boolean[] sets = new boolean[ratings.sets().size()];
        for (int r = 0; r < ratings.size(); r++) {
            if (ratings.round()[r] == round.id().value()) {
                sets[ratings.set()[r]] = true;
            }
        }
        for (int s = 0; s < sets.length; s++) {
            if (sets[s]) {
                late.addAll(ratings.sets().get(s));
            }
        }
        study.file()
                .read()
                .each(
                        "SELECT DISTINCT "
                                + Merges.through("c.code")
                                + " FROM coding c WHERE c.round = ?",
                        row -> late.add(new CodeId(row.number(1))),
                        round.id().value());
        late.removeAll(known);
        return late.isEmpty() ? book : with(book, study.codebooks().draft(), late);
    }

    private static Codebook with(Codebook book, Codebook draft, Set<CodeId> late) {
        List<Dimension> dimensions = new ArrayList<>();
        book.dimensions()
                .forEach(
                        d ->
                                dimensions.add(
                                        draft.dimension(d.id())
                                                .map(n -> with(d, n, late))
                                                .orElse(d)));
        for (Dimension now : draft.dimensions()) {
            if (book.dimension(now.id()).isEmpty()
                    && now.allCodes().stream().anyMatch(c -> late.contains(c.id()))) {
                dimensions.add(with(now.withCodes(List.of()), now, late));
            }
        }
        return new Codebook(book.version(), book.number(), dimensions);
    }

    private static Dimension with(Dimension d, Dimension now, Set<CodeId> late) {
        List<Code> added = now.allCodes().stream().filter(c -> late.contains(c.id())).toList();
        if (added.isEmpty()) {
            return d;
        }
        ReadThrough tree = new ReadThrough();
        List<Node> roots = tree.nodes(d.codes());
        for (Code code : added) {
            Node above =
                    now.parent(code.id()).map(p -> tree.nodes.get(p.id().value())).orElse(null);
            List<Node> siblings = above == null ? roots : above.children;
            Node node = new Node(code.withChildren(List.of()), siblings);
            siblings.add(node);
            tree.nodes.put(code.id().value(), node);
        }
        return d.withCodes(codes(roots));
    }

    private List<Node> nodes(List<Code> codes) {
        List<Node> level = new ArrayList<>();
        for (Code code : codes) {
            Node node = new Node(code, level);
            level.add(node);
            nodes.put(code.id().value(), node);
            List<Node> below = nodes(code.children());
            below.forEach(child -> child.siblings = node.children);
            node.children.addAll(below);
        }
        return level;
    }

    /// Puts merged codes away; their keys and the keys they are read as.
    private Map<String, String> merge(
            Map<Long, Long> into, java.util.function.LongFunction<Optional<Code>> newest) {
        Map<String, String> renamed = new HashMap<>();
        for (Node node : List.copyOf(nodes.values())) {
            Long to = into.get(node.code.id().value());
            if (to == null) {
                continue;
            }
            Code was = node.code;
            Node target = nodes.get(to);
            if (target == null) {
                Optional<Code> code = newest.apply(to);
                if (code.isEmpty()) {
                    continue;
                }
                node.code = code.get();
                nodes.put(to, node);
                target = node;
            } else {
                target.swallow(node);
            }
            target.code = named(target.code, was);
            renamed.put(was.key(), target.code.key());
        }
        return renamed;
    }

    private static Code named(Code code, Code was) {
        Set<String> aliases = new LinkedHashSet<>(code.aliases());
        aliases.add(was.name());
        aliases.addAll(was.aliases());
        aliases.remove(code.name());
        return code.withAliases(List.copyOf(aliases));
    }

    private static List<Code> codes(List<Node> nodes) {
        return nodes.stream().map(n -> n.code.withChildren(codes(n.children))).toList();
    }

    private static Optional<Code> newest(Db db, long id) {
        return db.one(
                        "SELECT t.version FROM code_text t JOIN codebook_version v ON v.id ="
                                + " t.version WHERE t.code = ? ORDER BY v.number = 0 DESC, v.number"
                                + " DESC LIMIT 1",
                        row -> new org.concordqda.model.VersionId(row.number(1)),
                        id)
                .flatMap(version -> CodebookRows.read(db, version).code(new CodeId(id)))
                .map(code -> code.withChildren(List.of()));
    }

    /// A dimension whose conditions and checks name codes by other keys.
    ///
    /// @param keys by dimension key: old code keys and what they are now
    static Dimension rekeyed(Dimension d, Map<String, Map<String, String>> keys) {
        Optional<Condition> when =
                d.askedWhen()
                        .map(
                                c ->
                                        new Condition(
                                                c.dimension(),
                                                mapped(c.values(), keys.get(c.dimension()))));
        List<Check> checks =
                d.checks().stream()
                        .map(
                                c ->
                                        new Check(
                                                mapped(List.of(c.when()), keys.get(d.key()))
                                                        .getFirst(),
                                                c.dimension(),
                                                mapped(c.values(), keys.get(c.dimension())),
                                                c.warn()))
                        .toList();
        return d.withRules(when, checks);
    }

    private static List<String> mapped(List<String> values, @Nullable Map<String, String> keys) {
        UnaryOperator<String> now = v -> keys == null ? v : keys.getOrDefault(v, v);
        return values.stream().map(now).distinct().toList();
    }
}
