package org.concordqda.analysis;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.CodebookChange.Kind;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What changed from one codebook version to another: codes and dimensions are followed by identity, never by
/// name. Pure; any thread.
public final class CodebookDiff {
    /// How an older code lives on in newer ones.
    ///
    /// @param old the older code
    /// @param now the newer one
    /// @param how `merge` or `split`
    public record Replaced(CodeId old, CodeId now, String how) {}

    /// What was noted of an edit between the two versions.
    ///
    /// @param field the stored name of the field
    public record Noted(
            Optional<DimensionId> dimension,
            Optional<CodeId> code,
            String field,
            boolean meaning,
            String reason) {}

    private record Placed(Dimension dimension, Code code, Optional<Code> parent, String path) {}

    private final List<Noted> noted;
    private final List<CodebookChange> changes = new ArrayList<>();

    private CodebookDiff(List<Noted> noted) {
        this.noted = noted;
    }

    /// The differences by dimension, in the order of the newer version.
    public static List<CodebookChange> of(
            Codebook old, Codebook now, List<Replaced> replaced, List<Noted> noted) {
        CodebookDiff diff = new CodebookDiff(noted);
        Map<CodeId, Placed> before = placed(old);
        Map<CodeId, Placed> after = placed(now);
        diff.dimensions(old, now);
        Set<CodeId> explained = new HashSet<>();
        for (Placed p : before.values()) {
            diff.left(p, after, before, replaced, explained);
        }
        for (Placed p : after.values()) {
            Placed was = before.get(p.code.id());
            if (was != null) {
                diff.kept(was, p);
            } else if (!explained.contains(p.code.id())) {
                diff.add(Kind.ADDED, p, "", p.code.definition());
            }
        }
        diff.order(old, now);
        List<String> order =
                new ArrayList<>(now.dimensions().stream().map(Dimension::name).toList());
        old.dimensions().stream().map(Dimension::name).forEach(order::add);
        diff.changes.sort(Comparator.comparingInt(c -> order.indexOf(c.dimension())));
        return List.copyOf(diff.changes);
    }

    private static Map<CodeId, Placed> placed(Codebook book) {
        Map<CodeId, Placed> all = new LinkedHashMap<>();
        for (Dimension d : book.dimensions()) {
            for (Code root : d.codes()) {
                place(all, d, root, Optional.empty(), "");
            }
        }
        return all;
    }

    private static void place(
            Map<CodeId, Placed> all, Dimension d, Code code, Optional<Code> parent, String above) {
        String path = above.isEmpty() ? code.name() : above + " > " + code.name();
        all.put(code.id(), new Placed(d, code, parent, path));
        code.children().forEach(child -> place(all, d, child, Optional.of(code), path));
    }

    /// A code of the older version: merged, split, removed, or still there.
    private void left(
            Placed p,
            Map<CodeId, Placed> after,
            Map<CodeId, Placed> before,
            List<Replaced> replaced,
            Set<CodeId> explained) {
        List<Replaced> own = replaced.stream().filter(r -> r.old.equals(p.code.id())).toList();
        if (!after.containsKey(p.code.id())) {
            Optional<Placed> into =
                    own.stream()
                            .filter(r -> r.how.equals("merge"))
                            .reduce((first, last) -> last)
                            .map(r -> after.get(last(r.now, replaced, after)));
            if (into.isPresent()) {
                note(Kind.MERGED, p, "merged", p.path, into.get().path, into.get().code.id());
            } else {
                add(Kind.REMOVED, p, p.path, "");
            }
        }
        List<String> parts = new ArrayList<>();
        for (Replaced r : own) {
            Placed part = after.get(r.now);
            if (r.how.equals("split") && part != null && !before.containsKey(r.now)) {
                parts.add(part.code.name());
                explained.add(r.now);
            }
        }
        if (!parts.isEmpty()) {
            note(Kind.SPLIT, p, "split", p.code.name(), String.join("; ", parts), p.code.id());
        }
    }

    private static CodeId last(CodeId code, List<Replaced> replaced, Map<CodeId, Placed> after) {
        CodeId at = code;
        for (int hops = 0; hops < replaced.size() && !after.containsKey(at); hops++) {
            CodeId here = at;
            at =
                    replaced.stream()
                            .filter(r -> r.old.equals(here) && r.how.equals("merge"))
                            .map(Replaced::now)
                            .findFirst()
                            .orElse(here);
        }
        return at;
    }

    private void kept(Placed was, Placed is) {
        Code a = was.code;
        Code b = is.code;
        if (!a.name().equals(b.name())) {
            note(Kind.RENAMED, is, "name", a.name(), b.name(), b.id());
        }
        if (!was.parent.map(Code::id).equals(is.parent.map(Code::id))) {
            add(
                    Kind.MOVED,
                    is,
                    was.parent.map(c -> "under " + c.name()).orElse("at the top"),
                    is.parent.map(c -> "under " + c.name()).orElse("at the top"));
        }
        if (a.retired() != b.retired()) {
            add(b.retired() ? Kind.RETIRED : Kind.OFFERED, is, "", "");
        }
        field(is, "key", "key", a.key(), b.key());
        field(is, "definition", "definition", a.definition(), b.definition());
        field(is, "include when", "include", a.include(), b.include());
        field(is, "exclude when", "exclude", a.exclude(), b.exclude());
        field(is, "example", "example", a.example(), b.example());
        field(is, "counter-example", "counterExample", a.counterExample(), b.counterExample());
        field(is, "citation", "source", a.source(), b.source());
        field(is, "aliases", "aliases", lines(a.aliases()), lines(b.aliases()));
        field(is, "colour", "colour", a.colour(), b.colour());
        field(is, "kind", "special", Words.of(a.special()), Words.of(b.special()));
    }

    private static String lines(List<String> words) {
        return String.join("; ", words);
    }

    private void field(Placed p, String field, String stored, String old, String now) {
        if (!old.equals(now)) {
            Optional<Noted> edit = noted(n -> n.code.equals(Optional.of(p.code.id())), stored);
            changes.add(
                    new CodebookChange(
                            Kind.CHANGED,
                            Optional.of(p.code.id()),
                            p.dimension.name(),
                            p.path,
                            field,
                            old,
                            now,
                            edit.map(Noted::meaning),
                            edit.map(Noted::reason).orElse("")));
        }
    }

    /// The edit noted of a field: one of meaning before one of wording, else the last.
    private Optional<Noted> noted(java.util.function.Predicate<Noted> of, String field) {
        List<Noted> all = noted.stream().filter(of).filter(n -> n.field.equals(field)).toList();
        return all.stream()
                .filter(Noted::meaning)
                .reduce((first, last) -> last)
                .or(() -> all.stream().reduce((first, last) -> last));
    }

    private void note(Kind kind, Placed p, String field, String old, String now, CodeId edited) {
        Optional<Noted> edit = noted(n -> n.code.equals(Optional.of(edited)), field);
        add(kind, p, old, now, edit);
    }

    private void add(Kind kind, Placed p, String old, String now) {
        add(kind, p, old, now, Optional.empty());
    }

    private void add(Kind kind, Placed p, String old, String now, Optional<Noted> edit) {
        changes.add(
                new CodebookChange(
                        kind,
                        Optional.of(p.code.id()),
                        p.dimension.name(),
                        p.path,
                        "",
                        old,
                        now,
                        edit.map(Noted::meaning),
                        edit.map(Noted::reason).orElse("")));
    }

    private void dimensions(Codebook old, Codebook now) {
        for (Dimension d : now.dimensions()) {
            Optional<Dimension> was = old.dimension(d.id());
            if (was.isEmpty()) {
                whole(Kind.ADDED, d, "", d.question());
                continue;
            }
            Dimension w = was.get();
            if (!w.name().equals(d.name())) {
                whole(Kind.RENAMED, d, w.name(), d.name());
            }
            part(d, "key", "key", w.key(), d.key());
            part(d, "question", "question", w.question(), d.question());
            part(d, "asked of", "scope", Words.of(w.scope()), Words.of(d.scope()));
            part(d, "choice", "choice", Words.of(w.choice()), Words.of(d.choice()));
            part(d, "scale", "scale", Words.of(w.scale()), Words.of(d.scale()));
            part(d, "kinds of source", "applies_to", kinds(w), kinds(d));
            part(d, "asked when", "asked_when", when(w), when(d));
            part(d, "checks", "checks", checks(w), checks(d));
            part(
                    d,
                    "carried over",
                    "carried",
                    w.carried() ? "yes" : "no",
                    d.carried() ? "yes" : "no");
            part(
                    d,
                    "reliability",
                    "reliability",
                    Words.of(w.reliability()),
                    Words.of(d.reliability()));
            part(
                    d,
                    "reason about reliability",
                    "reliability_reason",
                    w.reliabilityReason(),
                    d.reliabilityReason());
            part(d, "citation", "citation", w.source(), d.source());
            part(d, "aliases", "aliases", lines(w.aliases()), lines(d.aliases()));
        }
        for (Dimension d : old.dimensions()) {
            if (now.dimension(d.id()).isEmpty()) {
                whole(Kind.REMOVED, d, d.name(), "");
            }
        }
    }

    private static String kinds(Dimension d) {
        return d.appliesTo().isEmpty()
                ? "all"
                : lines(d.appliesTo().stream().sorted().map(Words::of).toList());
    }

    private static String when(Dimension d) {
        return d.askedWhen()
                .map(c -> c.dimension() + " is " + String.join(" or ", c.values()))
                .orElse("");
    }

    private static String checks(Dimension d) {
        return lines(
                d.checks().stream()
                        .map(
                                c ->
                                        c.when()
                                                + " with "
                                                + c.dimension()
                                                + " = "
                                                + String.join(" or ", c.values())
                                                + ": "
                                                + c.warn())
                        .toList());
    }

    private void part(Dimension d, String field, String stored, String old, String now) {
        if (!old.equals(now)) {
            Optional<Noted> edit = noted(n -> n.dimension.equals(Optional.of(d.id())), stored);
            changes.add(
                    new CodebookChange(
                            Kind.CHANGED,
                            Optional.empty(),
                            d.name(),
                            "",
                            field,
                            old,
                            now,
                            edit.map(Noted::meaning),
                            edit.map(Noted::reason).orElse("")));
        }
    }

    private void whole(Kind kind, Dimension d, String old, String now) {
        changes.add(
                new CodebookChange(
                        kind, Optional.empty(), d.name(), "", "", old, now, Optional.empty(), ""));
    }

    /// Siblings that stand in another order: said once for each parent.
    private void order(Codebook old, Codebook now) {
        Map<CodeId, List<CodeId>> before = new HashMap<>();
        Map<DimensionId, List<CodeId>> roots = new HashMap<>();
        for (Dimension d : old.dimensions()) {
            roots.put(d.id(), ids(d.codes()));
            d.allCodes().forEach(c -> before.put(c.id(), ids(c.children())));
        }
        for (Dimension d : now.dimensions()) {
            reordered(d, "", roots.getOrDefault(d.id(), List.of()), d.codes());
            d.allCodes()
                    .forEach(
                            c ->
                                    reordered(
                                            d,
                                            d.path(c.id()).orElse(c.name()),
                                            before.getOrDefault(c.id(), List.of()),
                                            c.children()));
        }
    }

    private void reordered(Dimension d, String path, List<CodeId> was, List<Code> is) {
        List<CodeId> a = new ArrayList<>(was);
        List<CodeId> b = new ArrayList<>(ids(is));
        a.retainAll(b);
        b.retainAll(a);
        if (!a.equals(b)) {
            changes.add(
                    new CodebookChange(
                            Kind.MOVED,
                            Optional.empty(),
                            d.name(),
                            path,
                            "",
                            "",
                            "another order",
                            Optional.empty(),
                            ""));
        }
    }

    private static List<CodeId> ids(List<Code> codes) {
        return codes.stream().map(Code::id).toList();
    }
}
