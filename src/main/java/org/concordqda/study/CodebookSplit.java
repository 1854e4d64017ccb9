package org.concordqda.study;

import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingId;
import org.concordqda.model.Scope;
import org.concordqda.model.VersionId;
import org.concordqda.store.Journal;
import org.concordqda.store.Tx;
import org.concordqda.study.CodebookWriter.Edit;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// Splitting a code into several. The new codes stand after it; it is retired, and what is not decided yet
/// stays under it. Each coder decides their own uses, and only in rounds that are not finished. Any thread.
public final class CodebookSplit {
    private final Study study;

    public CodebookSplit(Study study) {
        this.study = study;
    }

    /// A code to be, and the uses that go to it.
    ///
    /// @param name its name
    /// @param definition its definition, or ""
    /// @param codings passages that go to it
    /// @param ratings ratings that go to it
    public record Part(
            String name, String definition, List<CodingId> codings, List<RatingId> ratings) {
        public Part {
            codings = List.copyOf(codings);
            ratings = List.copyOf(ratings);
        }
    }

    /// What a split would do.
    ///
    /// @param code the code
    /// @param assigned how many uses go to a part
    /// @param undecided own uses that stay under the old code for now
    /// @param others uses of other coders, and of finished rounds, that stay
    /// @param rounds rounds whose form takes the new codes over, because ratings in them go to one
    /// @param notes what else changes, as sentences
    public record Preview(
            Code code,
            int assigned,
            int undecided,
            int others,
            List<String> rounds,
            List<String> notes) {
        public Preview {
            rounds = List.copyOf(rounds);
            notes = List.copyOf(notes);
        }
    }

    /// The uses of a code the viewer may see.
    public List<CodeUse> uses(CodeId code) {
        return new CodeUses(study).of(List.of(code));
    }

    /// What splitting would do.
    ///
    /// @throws ConcordException when it cannot be
    public Preview preview(CodeId code, List<Part> parts) {
        Codebook draft = study.codebooks().draft();
        Code old = draft.code(code).orElseThrow(Codebooks::gone);
        List<CodeUse> uses = uses(code);
        check(draft, old, parts, uses);
        Set<Object> assigned = assigned(parts);
        int moved = 0;
        int undecided = 0;
        int others = 0;
        Set<String> rounds = new LinkedHashSet<>();
        for (CodeUse use : uses) {
            boolean goes = assigned.contains(id(use));
            moved += goes ? 1 : 0;
            undecided += !goes && use.open() ? 1 : 0;
            others += use.open() ? 0 : 1;
            if (goes && use.rating().isPresent()) {
                rounds.add(use.roundName());
            }
        }
        return new Preview(
                old,
                moved,
                undecided,
                others,
                List.copyOf(rounds),
                DimensionRules.naming(draft, old));
    }

    /// Splits; one act. The old code is retired; conditions and checks that name it name the new ones too.
    ///
    /// @param reason why, or ""
    /// @return the new codes, in the order of the parts
    /// @throws ConcordException when nothing uses the code, a name is taken, or a use is not one's own
    public List<CodeId> split(CodeId code, List<Part> parts, String reason) {
        Codebook draft = study.codebooks().draft();
        Code old = draft.code(code).orElseThrow(Codebooks::gone);
        Dimension d = draft.dimensionOf(code).orElseThrow(Codebooks::gone);
        Map<Object, CodeUse> uses = new HashMap<>();
        List<CodeUse> all = uses(code);
        all.forEach(u -> uses.put(id(u), u));
        check(draft, old, parts, all);
        List<String> names = parts.stream().map(p -> p.name().strip()).toList();
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "code.split",
                                        "split " + old.name() + " into " + String.join(", ", names))
                                .with(Map.of("code", code.value())),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            List<CodeId> made = insert(writer, tx, draft, d, old, parts);
                            tx.update("code_text", writer.row(code), Map.of("retired", true));
                            made.forEach(m -> writer.replaced(code, m, "split"));
                            writer.log(
                                    Edit.of(code, "split"),
                                    old.name(),
                                    String.join("; ", names),
                                    true,
                                    reason);
                            nameToo(writer, draft, d, old, tx, made);
                            if (!assigned(parts).isEmpty()) {
                                Assign assign = new Assign(tx, writer.current());
                                for (int i = 0; i < parts.size(); i++) {
                                    assign.all(parts.get(i), made.get(i), uses);
                                }
                            }
                            return made;
                        });
    }

    /// Decides uses of a code that was split before.
    ///
    /// @param parts for each code it was split into, by id, the uses that go to it; names are not read
    public void decide(CodeId code, Map<CodeId, Part> parts) {
        Map<Object, CodeUse> uses = new HashMap<>();
        uses(code).forEach(u -> uses.put(id(u), u));
        List<CodeId> known = into(code);
        List<CodeUse> decided = new ArrayList<>();
        for (Map.Entry<CodeId, Part> part : parts.entrySet()) {
            if (!known.contains(part.getKey())) {
                throw new ConcordException(
                        "The code was not split into that one; nothing was changed.");
            }
            own(part.getValue(), uses);
            assigned(List.of(part.getValue()))
                    .forEach(id -> decided.add(Objects.requireNonNull(uses.get(id))));
        }
        if (decided.isEmpty()) {
            return;
        }
        study.file()
                .journal()
                .write(
                        CodeUse.within(
                                study,
                                Journal.Words.of(
                                        study.actor(),
                                        "code.decide",
                                        "decide "
                                                + Words.counted(decided.size(), "use")
                                                + " of "
                                                + study.codebooks().name(code)),
                                decided),
                        tx -> {
                            Assign assign = new Assign(tx, new CodebookWriter(tx).current());
                            parts.forEach((to, part) -> assign.all(part, to, uses));
                            return null;
                        });
    }

    /// The codes of the draft a code was split into; empty when it was not.
    public List<CodeId> into(CodeId code) {
        return study.file()
                .read()
                .list(
                        "SELECT DISTINCT x.new FROM code_replaced x JOIN code_text t ON t.code ="
                                + " x.new AND t.version = ? WHERE x.old = ? AND x.how = 'split' ORDER"
                                + " BY x.new",
                        row -> new CodeId(row.number(1)),
                        study.codebooks().draftId().value(),
                        code.value());
    }

    private static List<CodeId> insert(
            CodebookWriter writer, Tx tx, Codebook draft, Dimension d, Code old, List<Part> parts) {
        CodeId parent = d.parent(old.id()).map(Code::id).orElse(null);
        List<CodeId> order = new ArrayList<>(d.siblings(old.id()).stream().map(Code::id).toList());
        int at = order.indexOf(old.id());
        Set<String> taken = new LinkedHashSet<>();
        d.allCodes().forEach(c -> taken.add(c.key()));
        List<CodeId> made = new ArrayList<>();
        for (Part part : parts) {
            String name = CodebookNames.clean(part.name(), "A code");
            String key = CodebookNames.key(taken, name, "code");
            taken.add(key);
            CodeId id = writer.insertCode(List.of(draft.version()), d, parent, name, key, false);
            if (!part.definition().isBlank()) {
                tx.update(
                        "code_text",
                        writer.row(id),
                        Map.of("definition", part.definition().strip()));
            }
            order.add(++at, id);
            made.add(id);
        }
        writer.arrange(order, parent);
        return made;
    }

    /// Conditions and checks that name the old code go for the new ones as well.
    private static void nameToo(
            CodebookWriter writer,
            Codebook draft,
            Dimension own,
            Code old,
            Tx tx,
            List<CodeId> made) {
        Codebook now = CodebookRows.read(tx.read(), draft.version());
        List<String> keys = made.stream().map(m -> now.code(m).orElseThrow().key()).toList();
        Function<List<String>, List<String>> more =
                values -> {
                    List<String> all = new ArrayList<>(values);
                    if (values.contains(old.key())) {
                        all.addAll(keys);
                    }
                    return all;
                };
        writer.rules(
                draft,
                d -> {
                    List<Check> checks = new ArrayList<>();
                    for (Check c : d.checks()) {
                        Check wider =
                                c.dimension().equals(own.key())
                                        ? new Check(
                                                c.when(),
                                                c.dimension(),
                                                more.apply(c.values()),
                                                c.warn())
                                        : c;
                        checks.add(wider);
                        if (d.id().equals(own.id()) && c.when().equals(old.key())) {
                            keys.forEach(
                                    k ->
                                            checks.add(
                                                    new Check(
                                                            k,
                                                            wider.dimension(),
                                                            wider.values(),
                                                            wider.warn())));
                        }
                    }
                    return d.withRules(
                            d.askedWhen()
                                    .map(
                                            c ->
                                                    c.dimension().equals(own.key())
                                                            ? new org.concordqda.model.Condition(
                                                                    c.dimension(),
                                                                    more.apply(c.values()))
                                                            : c),
                            checks);
                });
    }

    /// Puts uses under another code, in one transaction.
    private static final class Assign {
        private final Tx tx;
        private final VersionId version;

        Assign(Tx tx, VersionId version) {
            this.tx = tx;
            this.version = version;
        }

        void all(Part part, CodeId to, Map<Object, CodeUse> uses) {
            Map<String, Object> changes = new LinkedHashMap<>();
            changes.put("code", to.value());
            changes.put("version", version.value());
            part.codings().forEach(c -> tx.update("coding", c.value(), changes));
            for (RatingId rating : part.ratings()) {
                CodeUse use = java.util.Objects.requireNonNull(uses.get(rating));
                tx.hideWhere(
                        "rating_code",
                        "rating = ? AND code IN (SELECT ? UNION ALL SELECT id FROM code WHERE"
                                + " merged_into = ?)",
                        rating.value(),
                        use.code().value(),
                        use.code().value());
                tx.insert("rating_code", Map.of("rating", rating.value(), "code", to.value()));
                tx.update("rating", rating.value(), Map.of("version", version.value()));
                tx.update("round", use.round().value(), Map.of("version", version.value()));
            }
        }
    }

    private static void check(Codebook draft, Code old, List<Part> parts, List<CodeUse> uses) {
        Dimension d = draft.dimensionOf(old.id()).orElseThrow(Codebooks::gone);
        if (uses.isEmpty()) {
            throw new ConcordException(
                    "Nothing"
                            + (d.scope() == Scope.PASSAGE ? " is coded" : " is rated")
                            + " “"
                            + old.name()
                            + "” yet, so there is nothing to split; add codes beside it. Nothing was"
                            + " changed.");
        }
        if (parts.size() < 2) {
            throw new ConcordException(
                    "Split “" + old.name() + "” into two codes or more; nothing was changed.");
        }
        List<Code> siblings = d.siblings(old.id());
        Set<String> seen = new LinkedHashSet<>();
        Map<Object, CodeUse> known = new HashMap<>();
        uses.forEach(u -> known.put(id(u), u));
        for (Part part : parts) {
            String name = CodebookNames.clean(part.name(), "Each new code");
            CodebookNames.free(siblings, java.util.Optional.empty(), name);
            if (!seen.add(org.concordqda.text.Words.key(name))) {
                throw new ConcordException(
                        "Two of the new codes are called “" + name + "”; nothing was changed.");
            }
            own(part, known);
        }
        if (assigned(parts).size()
                != parts.stream().mapToInt(p -> p.codings().size() + p.ratings().size()).sum()) {
            throw new ConcordException(
                    "A use was given to two of the new codes; nothing was changed.");
        }
    }

    private static void own(Part part, Map<Object, CodeUse> uses) {
        for (Object id : assigned(List.of(part))) {
            CodeUse use = uses.get(id);
            if (use == null) {
                throw new ConcordException(
                        "One of the uses is not there any more; nothing was changed.");
            }
            if (!use.open()) {
                throw new ConcordException(
                        "A use in "
                                + use.key()
                                + " stays as it is ("
                                + use.why()
                                + "); nothing was changed.");
            }
        }
    }

    private static Set<Object> assigned(List<Part> parts) {
        Set<Object> all = new LinkedHashSet<>();
        for (Part part : parts) {
            all.addAll(part.codings());
            all.addAll(part.ratings());
        }
        return all;
    }

    private static Object id(CodeUse use) {
        return use.rating().isPresent() ? use.rating().get() : use.coding().orElseThrow();
    }
}
