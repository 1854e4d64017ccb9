package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.CodingId;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Merging and splitting codes: read through everywhere, refused with a sentence, undone exactly.
class CodebookMergeTest extends CodebookActs {
    private double percent(String dimension) {
        return agreement(dimension)
                .estimate(Statistic.PERCENT_AGREEMENT, "all")
                .orElseThrow()
                .value();
    }

    private static String csv(Table table) {
        StringWriter out = new StringWriter();
        Reports.print(table, Printed.CSV, new PrintWriter(out));
        return out.toString();
    }

    @Test
    void aMergeIsReadThroughEverywhereAndUndoneExactly() {
        rate("Ana", 1, "Stage", "Training");
        rate("Ben", 1, "Stage", "Modeling");
        rate("Ana", 2, "Stage", "Environment");
        rate("Ben", 2, "Stage", "Training");
        rate("Ana", 3, "Symptom", "Crash", "Hang");
        rate("Ben", 3, "Symptom", "Hang");
        CodeId training = code("Stage", "Training").id();
        CodeId modeling = code("Stage", "Modeling").id();
        study.codebooks().edit(modeling, "definition", "How the model is built.", true, "");
        assertEquals(0, percent("Stage"));
        Object before = RowImages.tables(study);
        String written = csv(study.reports().ratings());
        CodebookMerge merge = new CodebookMerge(study);
        CodebookMerge.Preview preview = merge.preview(List.of(modeling), training);
        assertEquals(1, preview.ratings());
        assertEquals(1, preview.agreeing());
        assertEquals(List.of("Modeling"), preview.aliases());
        assertEquals(List.of(new CodebookMerge.Work("Main", "Ben", 1, 0)), preview.work());

        merge.merge(List.of(modeling), training, true, false, "same thing");
        Object after = RowImages.tables(study);
        assertEquals(List.of("Environment", "Training"), names("stage"));
        assertEquals("How the model is built.", code("Stage", "Training").definition());
        assertEquals(training, Codebooks.coded(study.codebooks().draft(), "modeling").id());
        assertEquals(50, 100 * percent("Stage"), 1e-9);
        assertEquals(
                List.of("Environment", "Training"),
                agreement("Stage").matrix().table().categories());
        assertFalse(csv(study.reports().ratings()).contains("Modeling"));
        assertEquals(3, new CodeUses(study).counts().get(training).ratings());
        assertEquals(
                List.of(training),
                study.ratings().of(source(1)).stream()
                        .flatMap(r -> r.codes().stream())
                        .distinct()
                        .toList());
        assertEquals(
                2,
                study.file()
                        .read()
                        .number(
                                "SELECT count(*) FROM v_ratings WHERE code = 'Training' AND source = 'a/b#1'"));
        // The round's own form offers what is left, and the old value folds by its name.
        Dimension asked =
                study.codebooks()
                        .version(study.rounds().get(round).version())
                        .dimension("stage")
                        .orElseThrow();
        assertEquals(
                List.of("Environment", "Training"),
                asked.allCodes().stream().map(Code::name).toList());
        assertTrue(asked.codes().get(1).aliases().contains("Modeling"));

        study.history().undo();
        assertEquals(before, RowImages.tables(study));
        assertEquals(written, csv(study.reports().ratings()));
        assertEquals(0, percent("Stage"));
        study.history().redo();
        assertEquals(after, RowImages.tables(study));
    }

    @Test
    void aSetOfMergedCodesSaysOneAndAChainOfMergesIsReadToItsEnd() {
        rate("Ana", 1, "Symptom", "Crash", "Hang");
        rate("Ben", 1, "Symptom", "Slow");
        CodeId crash = code("Symptom", "Crash").id();
        CodeId hang = code("Symptom", "Hang").id();
        CodeId slow = code("Symptom", "Slow").id();
        CodebookMerge merge = new CodebookMerge(study);
        assertEquals(1, merge.preview(List.of(crash), hang).sameRatings());
        merge.merge(List.of(crash), hang, false, false, "");
        assertEquals(1, new CodeUses(study).of(List.of(hang)).size(), "one rating");
        assertEquals(1, new CodeUses(study).counts().get(hang).ratings());
        merge.merge(List.of(hang), slow, false, false, "");
        assertEquals(2, new CodeUses(study).counts().get(slow).ratings());
        assertEquals(1, percent("Symptom"));
        String ratings = csv(study.reports().ratings());
        assertEquals(3, ratings.lines().count(), ratings);
        assertEquals(2, study.file().read().number("SELECT count(*) FROM v_ratings"));
        // Answering again with what is shown leaves the stored code alone.
        long stored = study.file().read().number("SELECT min(code) FROM rating_code");
        rate("Ana", 1, "Symptom", "Slow");
        assertEquals(stored, study.file().read().number("SELECT min(code) FROM rating_code"));
        study.actAs("Ana");
    }

    @Test
    void overlappingPassagesOfMergedCodesCountOnce() {
        mark("Ana", 1, "Trust", 0, 10);
        mark("Ana", 1, "Reuse", 5, 12);
        mark("Ana", 1, "Reuse", 20, 24);
        mark("Ben", 1, "Trust", 0, 12);
        mark("Ben", 1, "Trust", 20, 24);
        CodeId reuse = code("Theme", "Reuse").id();
        CodeId trust = code("Theme", "Trust").id();
        CodebookMerge merge = new CodebookMerge(study);
        CodebookMerge.Preview preview = merge.preview(List.of(reuse), trust);
        assertEquals(2, preview.codings());
        assertEquals(1, preview.samePassages());
        assertEquals(Set.of(), study.codings().again(source(1)));
        merge.merge(List.of(reuse), trust, false, true, "one thing");
        CodebookStale stale = new CodebookStale(study);
        assertEquals(4, stale.list().size(), "as many as count");
        assertEquals(
                List.of("MERGED one thing"),
                stale.since(stale.list().getFirst()).stream()
                        .filter(c -> c.kind() == CodebookChange.Kind.MERGED)
                        .map(c -> c.kind() + " " + c.reason())
                        .toList());
        assertEquals(
                List.of(5),
                study.codings().again(source(1)).stream()
                        .map(id -> study.codings().get(id).span().start())
                        .toList());
        CodeUses.Count count = new CodeUses(study).counts().get(trust);
        assertEquals(4, count.codings());
        assertEquals(Map.of("Ana", 2, "Ben", 2), count.byCoder());
        assertEquals(
                1,
                agreement("Theme").estimate(Statistic.U_ALPHA, "all").orElseThrow().value(),
                1e-9);
        assertEquals(5, study.codings().under(trust).size());
        // What stood below goes below the code that stays.
        assertEquals(
                "Same code", dimension("theme").codes().getFirst().children().getFirst().name());
    }

    @Test
    void aGroupMergedIntoWhatStoodBelowItLeavesItsPlaceInOlderVersions() {
        CodeId same = code("Theme", "Reuse > Same code").id();
        shape.move(same, Optional.empty(), 0);
        new CodebookMerge(study)
                .merge(List.of(code("Theme", "Reuse").id()), same, false, false, "");
        Dimension older =
                study.codebooks()
                        .version(study.rounds().get(round).version())
                        .dimension("theme")
                        .orElseThrow();
        assertEquals(
                List.of("Same code", "Trust"), older.codes().stream().map(Code::name).toList());
        assertEquals(2, older.allCodes().size());
    }

    @Test
    void aConditionFollowsAMergeAndASplit() {
        Dimension symptom = dimension("symptom");
        new CodebookFields(study)
                .change(
                        symptom.withRules(
                                Optional.of(new Condition("stage", List.of("training"))),
                                List.of()),
                        true,
                        "");
        CodeId training = code("Stage", "Training").id();
        assertTrue(shape.naming(training).getFirst().contains("would not be asked any more"));
        refused("Symptom", () -> shape.remove(training));
        rate("Ana", 1, "Stage", "Training");
        new CodebookMerge(study)
                .merge(List.of(training), code("Stage", "Modeling").id(), false, false, "");
        assertEquals(List.of("modeling"), dimension("symptom").askedWhen().orElseThrow().values());
        new CodebookSplit(study)
                .split(
                        code("Stage", "Modeling").id(),
                        List.of(
                                new CodebookSplit.Part("Loss", "", List.of(), List.of()),
                                new CodebookSplit.Part("Layers", "", List.of(), List.of())),
                        "");
        assertEquals(
                List.of("modeling", "loss", "layers"),
                dimension("symptom").askedWhen().orElseThrow().values());
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        refused(
                "within one dimension",
                () ->
                        new CodebookMerge(study)
                                .merge(
                                        List.of(code("Stage", "Training").id()),
                                        code("Symptom", "Crash").id(),
                                        false,
                                        false,
                                        ""));
        refused(
                "stands below",
                () ->
                        new CodebookMerge(study)
                                .merge(
                                        List.of(code("Theme", "Reuse").id()),
                                        code("Theme", "Reuse > Same code").id(),
                                        false,
                                        false,
                                        ""));
        CodeId crash = code("Symptom", "Crash").id();
        study.codebooks().edit(crash, "special", "unsure", true, "");
        refused(
                "no ordinary value",
                () ->
                        new CodebookMerge(study)
                                .merge(
                                        List.of(crash),
                                        code("Symptom", "Hang").id(),
                                        false,
                                        false,
                                        ""));
        refused(
                "at least two",
                () -> new CodebookMerge(study).merge(List.of(crash), crash, false, false, ""));
    }

    @Test
    void aSplitLeavesWhatIsNotDecidedUnderTheOldCode() {
        CodingId first = mark("Ana", 1, "Trust", 0, 10);
        CodingId second = mark("Ana", 2, "Trust", 0, 10);
        mark("Ben", 3, "Trust", 0, 10);
        CodeId trust = code("Theme", "Trust").id();
        CodebookSplit split = new CodebookSplit(study);
        Object before = RowImages.tables(study);
        List<CodebookSplit.Part> parts =
                List.of(
                        new CodebookSplit.Part("Trust in code", "", List.of(first), List.of()),
                        new CodebookSplit.Part("Trust in people", "Who.", List.of(), List.of()));
        CodebookSplit.Preview preview = split.preview(trust, parts);
        assertEquals(
                List.of(1, 1, 1),
                List.of(preview.assigned(), preview.undecided(), preview.others()));
        List<CodeId> made = split.split(trust, parts, "two things");
        assertEquals(
                List.of("Reuse", "Same code", "Trust", "Trust in code", "Trust in people"),
                names("theme"));
        assertTrue(code("Theme", "Trust").retired());
        assertEquals("Who.", code("Theme", "Trust in people").definition());
        assertEquals(made.get(0), study.codings().get(first).code());
        assertEquals(trust, study.codings().get(second).code());
        assertEquals(made, split.into(trust));
        // The round's agreement knows the codes that came later.
        assertTrue(new PassageRounds(study).used(work(), dimension("theme")));
        split.decide(
                trust,
                Map.of(made.get(1), new CodebookSplit.Part("", "", List.of(second), List.of())));
        assertEquals(made.get(1), study.codings().get(second).code());
        study.history().undo();
        study.history().undo();
        assertEquals(before, RowImages.tables(study));
        study.history().redo();
        assertEquals(made.get(0), study.codings().get(first).code());
        refused("nothing to split", () -> split.split(made.get(1), parts, ""));
        refused("two codes or more", () -> split.split(made.get(0), parts.subList(0, 1), ""));
        study.actAs("Ben");
        refused(
                "Ana",
                () ->
                        split.decide(
                                trust,
                                Map.of(
                                        made.get(1),
                                        new CodebookSplit.Part(
                                                "", "", List.of(second), List.of()))));
    }

    private org.concordqda.analysis.RoundWork work() {
        return new org.concordqda.analysis.RoundWork(
                study.rounds().get(round),
                study.codebooks().draft(),
                study.coders().list(),
                study.ratings().columns(Optional.empty()),
                study.rounds().list(),
                study.rounds().assignments(round),
                Map.of(),
                org.concordqda.model.WrittenValues.NONE);
    }

    @Test
    void aSplitRatingGoesOnUnderTheNewVersionAndAgreementKnowsIt() {
        rate("Ana", 1, "Stage", "Training");
        rate("Ana", 2, "Stage", "Training");
        rate("Ben", 1, "Stage", "Training");
        CodeId training = code("Stage", "Training").id();
        CodebookSplit split = new CodebookSplit(study);
        List<CodeUse> own = split.uses(training).stream().filter(CodeUse::open).toList();
        List<CodebookSplit.Part> parts =
                List.of(
                        new CodebookSplit.Part(
                                "Loss",
                                "",
                                List.of(),
                                List.of(own.getFirst().rating().orElseThrow())),
                        new CodebookSplit.Part("Schedule", "", List.of(), List.of()));
        assertEquals(List.of("Main"), split.preview(training, parts).rounds());
        split.split(training, parts, "");
        assertEquals(0, percent("Stage"));
        assertTrue(agreement("Stage").matrix().table().categories().contains("Loss"));
        assertEquals(
                2,
                study.rounds().get(round).version().value() - study.codebooks().draftId().value());
        // What stays under the code was rated under an older meaning.
        assertEquals(2, new CodebookStale(study).of(training).size());
        study.rounds().close(round, true);
        refused(
                "finished",
                () ->
                        new CodebookStale(study)
                                .confirm(new CodebookStale(study).of(training).subList(0, 1)));
    }
}
