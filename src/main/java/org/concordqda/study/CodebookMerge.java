package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.store.Journal;
import org.concordqda.store.Json;
import org.concordqda.study.CodebookWriter.Edit;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Merging codes into one. No rating and no coding is rewritten: from then on they are read as the code they
/// went into, in every round and every output, and undo gives back exactly what was. Any thread.
public final class CodebookMerge {
    private final Study study;

    public CodebookMerge(Study study) {
        this.study = study;
    }

    /// Work of one coder in one round.
    public record Work(String round, String coder, int ratings, int codings) {}

    /// What a merge would touch, as far as the viewer may see it.
    ///
    /// @param codes the codes that go
    /// @param into the code that stays
    /// @param path where the code that stays stands
    /// @param ratings ratings that are read differently from then on
    /// @param codings passages that are read differently from then on
    /// @param work the same by round and coder
    /// @param sameRatings ratings that hold several of the codes and say one then
    /// @param samePassages passages marked with several of the codes by one coder; each counts once then
    /// @param agreeing places on which coders differ now and agree then
    /// @param aliases names the code that stays is also known by then
    /// @param notes what else changes, and what does not fit together, as sentences
    public record Preview(
            List<Code> codes,
            Code into,
            String path,
            int ratings,
            int codings,
            List<Work> work,
            int sameRatings,
            int samePassages,
            int agreeing,
            List<String> aliases,
            List<String> notes) {
        public Preview {
            codes = List.copyOf(codes);
            work = List.copyOf(work);
            aliases = List.copyOf(aliases);
            notes = List.copyOf(notes);
        }
    }

    private record Plan(Codebook draft, Dimension dimension, List<Code> codes, Code into) {}

    /// What merging `codes` into `into` would touch. Reads every use of them.
    ///
    /// @throws ConcordException when they cannot be merged
    public Preview preview(List<CodeId> codes, CodeId into) {
        Plan plan = plan(codes, into);
        List<CodeId> going = plan.codes.stream().map(Code::id).toList();
        List<CodeId> all = new ArrayList<>(going);
        all.add(into);
        List<CodeUse> uses = new CodeUses(study).of(all);
        Map<String, int[]> work = new TreeMap<>();
        int ratings = 0;
        int codings = 0;
        Map<Object, Integer> perRating = new HashMap<>();
        for (CodeUse use : uses) {
            use.rating().ifPresent(r -> perRating.merge(r, 1, Integer::sum));
            if (going.contains(use.code())) {
                boolean rating = use.rating().isPresent();
                int[] n =
                        work.computeIfAbsent(
                                use.roundName() + "\n" + use.coderName(), k -> new int[2]);
                n[rating ? 0 : 1]++;
                ratings += rating ? 1 : 0;
                codings += rating ? 0 : 1;
            }
        }
        List<Work> rows = new ArrayList<>();
        work.forEach(
                (who, n) -> {
                    String[] names = who.split("\n", 2);
                    rows.add(new Work(names[0], names[1], n[0], n[1]));
                });
        return new Preview(
                plan.codes,
                plan.into,
                plan.dimension.path(into).orElse(plan.into.name()),
                ratings,
                codings,
                rows,
                (int) perRating.values().stream().filter(n -> n > 1).count(),
                overlaps(uses, going),
                agreeing(plan, new HashSet<>(all)),
                aliases(plan),
                notes(plan));
    }

    private static int overlaps(List<CodeUse> uses, List<CodeId> going) {
        Map<List<Object>, List<CodeUse>> places = new HashMap<>();
        for (CodeUse use : uses) {
            if (use.coding().isPresent()) {
                places.computeIfAbsent(
                                List.of(use.round(), use.coder(), use.source()),
                                k -> new ArrayList<>())
                        .add(use);
            }
        }
        int same = 0;
        for (List<CodeUse> here : places.values()) {
            for (CodeUse one : here) {
                boolean counted =
                        going.contains(one.code())
                                && here.stream()
                                        .anyMatch(
                                                o ->
                                                        !o.code().equals(one.code())
                                                                && o.start() < one.end()
                                                                && o.end() > one.start()
                                                                && (!going.contains(o.code())
                                                                        || before(o, one)));
                same += counted ? 1 : 0;
            }
        }
        return same;
    }

    private static boolean before(CodeUse a, CodeUse b) {
        return a.coding().orElseThrow().value() < b.coding().orElseThrow().value();
    }

    /// Places of one round on which the sets of coders differ, and would not if the codes were one.
    private int agreeing(Plan plan, Set<CodeId> one) {
        RatingColumns columns = study.ratings().columns(Optional.empty());
        Map<Long, Set<Integer>> places = new HashMap<>();
        for (int r = 0; r < columns.size(); r++) {
            if (columns.dimension()[r] == plan.dimension.id().value()) {
                long thing =
                        columns.unit()[r] != 0 ? columns.unit()[r] : -(long) columns.source()[r];
                places.computeIfAbsent(
                                thing * 4096 + columns.round()[r] % 4096, k -> new HashSet<>())
                        .add(columns.set()[r]);
            }
        }
        int agreeing = 0;
        for (Set<Integer> sets : places.values()) {
            if (sets.size() > 1) {
                Set<Set<CodeId>> after = new HashSet<>();
                for (int set : sets) {
                    Set<CodeId> codes = new HashSet<>();
                    for (CodeId code : columns.sets().get(set)) {
                        codes.add(one.contains(code) ? plan.into.id() : code);
                    }
                    after.add(codes);
                }
                agreeing += after.size() == 1 ? 1 : 0;
            }
        }
        return agreeing;
    }

    /// Merges.
    ///
    /// @param texts whether what the codes say is added below what the code that stays says
    /// @param meaning whether the code that stays means something else from then on
    /// @param reason why, or ""
    /// @throws ConcordException when they cannot be merged; nothing is changed
    public void merge(
            List<CodeId> codes, CodeId into, boolean texts, boolean meaning, String reason) {
        Plan plan = plan(codes, into);
        String names = String.join(", ", plan.codes.stream().map(Code::name).toList());
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "code.merge",
                                        "merge " + names + " into " + plan.into.name())
                                .with(Map.of("into", into.value())),
                        tx -> {
                            CodebookWriter writer = new CodebookWriter(tx);
                            Map<String, String> keys = new HashMap<>();
                            for (Code code : plan.codes) {
                                tx.update(
                                        "code",
                                        code.id().value(),
                                        Map.of("merged_into", into.value()));
                                for (long earlier :
                                        tx.read()
                                                .list(
                                                        "SELECT id FROM code WHERE merged_into = ?",
                                                        r -> r.number(1),
                                                        code.id().value())) {
                                    tx.update("code", earlier, Map.of("merged_into", into.value()));
                                }
                                tx.hide("code_text", writer.row(code.id()));
                                writer.replaced(code.id(), into, "merge");
                                writer.log(
                                        Edit.of(into, "merged"),
                                        plan.dimension.path(code.id()).orElse(code.name()),
                                        plan.into.name(),
                                        meaning,
                                        reason);
                                keys.put(code.key(), plan.into.key());
                            }
                            writer.arrange(children(plan), into);
                            tx.update("code_text", writer.row(into), fields(plan, texts));
                            writer.rules(
                                    plan.draft,
                                    d ->
                                            ReadThrough.rekeyed(
                                                    d, Map.of(plan.dimension.key(), keys)));
                            return null;
                        });
    }

    /// The children of the code that stays: its own, then those of the codes that go.
    private static List<CodeId> children(Plan plan) {
        Set<CodeId> going = new HashSet<>(plan.codes.stream().map(Code::id).toList());
        List<CodeId> children = new ArrayList<>();
        plan.into.children().stream()
                .map(Code::id)
                .filter(c -> !going.contains(c))
                .forEach(children::add);
        for (Code code : plan.codes) {
            code.children().stream()
                    .map(Code::id)
                    .filter(c -> !going.contains(c))
                    .forEach(children::add);
        }
        return children;
    }

    private static Map<String, Object> fields(Plan plan, boolean texts) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("aliases", Json.write(aliases(plan)));
        if (texts) {
            Map<String, String> columns =
                    Map.of(
                            "definition", "definition",
                            "include_when", "include",
                            "exclude_when", "exclude",
                            "example", "example",
                            "counter_example", "counterExample",
                            "citation", "source");
            columns.forEach(
                    (column, field) -> {
                        Set<String> parts = new LinkedHashSet<>();
                        parts.add(CodebookFields.value(plan.into, field));
                        plan.codes.forEach(c -> parts.add(CodebookFields.value(c, field)));
                        parts.remove("");
                        changes.put(column, String.join("\n", parts));
                    });
        }
        return changes;
    }

    private static List<String> aliases(Plan plan) {
        Set<String> aliases = new LinkedHashSet<>(plan.into.aliases());
        for (Code code : plan.codes) {
            aliases.add(code.name());
            aliases.addAll(code.aliases());
        }
        aliases.removeIf(a -> CodebookNames.same(a, plan.into.name()));
        return List.copyOf(aliases);
    }

    private static List<String> notes(Plan plan) {
        List<String> notes = new ArrayList<>();
        for (Code code : plan.codes) {
            if (!code.definition().isBlank()
                    && !plan.into.definition().isBlank()
                    && !code.definition().equals(plan.into.definition())) {
                notes.add(
                        "“"
                                + code.name()
                                + "” and “"
                                + plan.into.name()
                                + "” are defined differently.");
            }
            if (!code.children().isEmpty()) {
                notes.add(
                        "The codes below “"
                                + code.name()
                                + "” go below “"
                                + plan.into.name()
                                + "”.");
            }
            if (code.special() != plan.into.special()) {
                notes.add(
                        "“"
                                + code.name()
                                + "” is "
                                + Words.of(code.special())
                                + ", “"
                                + plan.into.name()
                                + "” is "
                                + Words.of(plan.into.special())
                                + ".");
            }
            if (!DimensionRules.naming(plan.draft, code).isEmpty()) {
                notes.add(
                        "Conditions and checks that name “"
                                + code.name()
                                + "” name “"
                                + plan.into.name()
                                + "” then.");
            }
        }
        return notes;
    }

    private Plan plan(List<CodeId> codes, CodeId into) {
        Codebook draft = study.codebooks().draft();
        Dimension d = draft.dimensionOf(into).orElseThrow(Codebooks::gone);
        Code target = draft.code(into).orElseThrow(Codebooks::gone);
        List<Code> going = new ArrayList<>();
        for (CodeId id : new LinkedHashSet<>(codes)) {
            if (id.equals(into)) {
                continue;
            }
            Code code = draft.code(id).orElseThrow(Codebooks::gone);
            Dimension other = draft.dimensionOf(id).orElseThrow(Codebooks::gone);
            if (!other.id().equals(d.id())) {
                throw new ConcordException(
                        "“"
                                + code.name()
                                + "” is of “"
                                + other.name()
                                + "”, “"
                                + target.name()
                                + "” of “"
                                + d.name()
                                + "”; codes are merged within one dimension. Nothing was changed.");
            }
            if (code.find(into).isPresent()) {
                throw new ConcordException(
                        "“"
                                + target.name()
                                + "” stands below “"
                                + code.name()
                                + "”; merge the lower code into the upper one. Nothing was"
                                + " changed.");
            }
            if (code.special() != target.special()
                    && (code.special().answerless() || target.special().answerless())) {
                throw new ConcordException(
                        "“"
                                + (code.special().answerless() ? code.name() : target.name())
                                + "” is no ordinary value, so the two cannot be one. Nothing was"
                                + " changed.");
            }
            going.add(code);
        }
        if (going.isEmpty()) {
            throw new ConcordException("Choose at least two codes to merge.");
        }
        return new Plan(draft, d, going, target);
    }
}
