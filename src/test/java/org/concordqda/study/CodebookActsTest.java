package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.job.Progress;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.CodebookChange.Kind;
import org.concordqda.model.CoderKind;
import org.concordqda.model.CodingId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceId;
import org.concordqda.model.Special;
import org.concordqda.model.UnitId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything one does to a codebook: shape, fields, merge, split, versions, second looks; read through
/// everywhere, refused with a sentence, undone and redone exactly.
class CodebookActsTest {
    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private Study study;
    private RoundId round;
    private CodebookShape shape;

    @BeforeEach
    void open() {
        study = Fixtures.study(folder);
        for (int i = 1; i <= 4; i++) {
            Fixtures.importSource(
                    study, Fixtures.issue("a/b#" + i, "It is slow and it hangs, then crashes."));
        }
        study.coders().add("Ben", CoderKind.PERSON);
        study.actAs("Ana");
        round = study.rounds().open("Main", false);
        shape = new CodebookShape(study);
    }

    @AfterEach
    void close() {
        study.close();
    }

    private Code code(String dimension, String name) {
        return Codebooks.coded(study.codebooks().draft(), dimension + " > " + name);
    }

    private Dimension dimension(String key) {
        return study.codebooks().draft().dimension(key).orElseThrow();
    }

    private SourceId source(int i) {
        return study.sources().byKey("a/b#" + i).orElseThrow().id();
    }

    private void rate(String coder, int i, String dimension, String... names) {
        study.actAs(coder);
        UnitId unit = study.units().of(source(i)).getFirst().id();
        List<CodeId> codes = Stream.of(names).map(n -> code(dimension, n).id()).toList();
        study.ratings()
                .set(
                        new Ratings.Place(
                                round,
                                source(i),
                                Optional.of(unit),
                                dimension(dimension.toLowerCase(java.util.Locale.ROOT)).id()),
                        codes,
                        Ratings.Beside.NONE);
        study.rounds().mark(round, source(i), AssignmentState.DONE);
        study.actAs("Ana");
    }

    private CodingId mark(String coder, int i, String name, int start, int end) {
        study.actAs(coder);
        CodingId id = study.codings().apply(round, source(i), start, end, code("Theme", name).id());
        study.rounds().mark(round, source(i), AssignmentState.DONE);
        study.actAs("Ana");
        return id;
    }

    private void refused(String words, Runnable act) {
        Object before = RandomActsTest.tables(study);
        ConcordException e = assertThrows(ConcordException.class, act::run);
        assertTrue(e.getMessage().contains(words), e.getMessage());
        assertEquals(before, RandomActsTest.tables(study), "a refused act changed something");
    }

    private DimensionAgreement agreement(String dimension) {
        return study.agreements()
                .compute(
                        new Agreements.Request(
                                List.of("Main"),
                                List.of(dimension),
                                MatrixOptions.DEFAULT,
                                AgreementOptions.DEFAULT.withReplicates(20, 1)),
                        Progress.NONE)
                .getFirst();
    }

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
        Object before = RandomActsTest.tables(study);
        String written = csv(study.reports().ratings());
        CodebookMerge merge = new CodebookMerge(study);
        CodebookMerge.Preview preview = merge.preview(List.of(modeling), training);
        assertEquals(1, preview.ratings());
        assertEquals(1, preview.agreeing());
        assertEquals(List.of("Modeling"), preview.aliases());
        assertEquals(List.of(new CodebookMerge.Work("Main", "Ben", 1, 0)), preview.work());

        merge.merge(List.of(modeling), training, true, false, "same thing");
        Object after = RandomActsTest.tables(study);
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
        assertEquals(before, RandomActsTest.tables(study));
        assertEquals(written, csv(study.reports().ratings()));
        assertEquals(0, percent("Stage"));
        study.history().redo();
        assertEquals(after, RandomActsTest.tables(study));
    }

    private List<String> names(String dimension) {
        return dimension(dimension).allCodes().stream().map(Code::name).toList();
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
        merge.merge(List.of(reuse), trust, false, false, "");
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
                        CodebookRows.withRules(
                                symptom,
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
        Object before = RandomActsTest.tables(study);
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
        assertEquals(before, RandomActsTest.tables(study));
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

    @Test
    void aFieldIsCheckedAndARenamedCodeKeepsItsOldName() {
        CodeId hang = code("Symptom", "Hang").id();
        CodeId slow = code("Symptom", "Slow").id();
        refused("needs a name", () -> study.codebooks().edit(hang, "name", "  ", false, ""));
        refused("here already", () -> study.codebooks().edit(hang, "name", "CRASH", false, ""));
        refused(
                "another code's name",
                () -> study.codebooks().edit(hang, "aliases", "slow", false, ""));
        refused("has the key", () -> study.codebooks().edit(hang, "key", "slow", false, ""));
        refused("not a colour", () -> study.codebooks().edit(hang, "colour", "blue", false, ""));
        refused("no field", () -> study.codebooks().edit(hang, "size", "9", false, ""));
        study.codebooks().edit(hang, "name", "x".repeat(120), false, "");
        assertEquals(List.of("Hang"), code("Symptom", "Hang").aliases());
        assertEquals(120, code("Symptom", "Hang").name().length());
        CodeId fresh = study.codebooks().addCode(dimension("symptom").id(), null, "Fresh");
        study.codebooks().edit(fresh, "name", "Newer", false, "");
        assertEquals(List.of(), code("Symptom", "Newer").aliases(), "no version has it yet");
        study.codebooks().edit(slow, "aliases", "sluggish\n lag \n", false, "");
        assertEquals(List.of("sluggish", "lag"), code("Symptom", "Slow").aliases());
        refused("could be", () -> Codebooks.coded(twice(), "Twin"));
        refused(
                "Near it: “Symptom > Crash”",
                () -> Codebooks.coded(study.codebooks().draft(), "cras"));
    }

    private org.concordqda.model.Codebook twice() {
        org.concordqda.model.Codebook book = study.codebooks().draft();
        Dimension a = CodebookRows.withCodes(dimension("stage"), List.of(Fixtures.code("Twin")));
        Dimension b = CodebookRows.withCodes(dimension("symptom"), List.of(Fixtures.code("Twin")));
        return new org.concordqda.model.Codebook(book.version(), 0, List.of(a, b));
    }

    @Test
    void aCodeIsAddedBesideMovedAndRemovedOnlyWhenUnused() {
        CodeId crash = code("Symptom", "Crash").id();
        Dimension symptom = dimension("symptom");
        CodeId made = shape.add(symptom.id(), Optional.empty(), " Data  loss ", Optional.of(crash));
        assertEquals(List.of("Crash", "Data loss", "Hang", "Slow"), names("symptom"));
        refused(
                "here already",
                () -> shape.add(symptom.id(), Optional.empty(), "hang", Optional.empty()));
        refused(
                "needs a name",
                () -> shape.add(symptom.id(), Optional.empty(), " ", Optional.empty()));
        shape.move(made, Optional.of(crash), 0);
        assertEquals(
                "Data loss", dimension("symptom").codes().getFirst().children().getFirst().name());
        refused("under itself", () -> shape.move(crash, Optional.of(made), 0));
        refused(
                "stays in its dimension",
                () -> shape.move(crash, Optional.of(code("Stage", "Training").id()), 0));
        rate("Ben", 1, "Symptom", "Slow");
        refused("in use", () -> shape.remove(code("Symptom", "Slow").id()));
        Object before = RandomActsTest.tables(study);
        shape.remove(crash);
        assertEquals(List.of("Hang", "Slow"), names("symptom"));
        study.history().undo();
        assertEquals(before, RandomActsTest.tables(study));
    }

    @Test
    void aDimensionIsAddedChangedMovedAndRemoved() {
        CodebookFields fields = new CodebookFields(study);
        var id = shape.addDimension("Severity", Scope.UNIT, Choice.ONE);
        refused("already", () -> shape.addDimension("severity?", Scope.UNIT, Choice.ONE));
        study.codebooks().addCode(id, null, "High");
        shape.moveDimension(id, 0);
        assertEquals("Severity", study.codebooks().draft().dimensions().getFirst().name());
        Dimension stage = dimension("stage");
        Dimension waits =
                CodebookRows.withRules(
                        dimension("severity"),
                        Optional.of(new Condition("stage", List.of("training"))),
                        List.of());
        fields.change(waits, true, "only then");
        refused(
                "wait for its own answer",
                () ->
                        fields.change(
                                CodebookRows.withRules(
                                        stage,
                                        Optional.of(new Condition("severity", List.of("high"))),
                                        List.of()),
                                true,
                                ""));
        refused("is asked after", () -> shape.removeDimension(stage.id()));
        // A key that conditions name is followed.
        study.codebooks().edit(code("Stage", "Training").id(), "key", "train", false, "");
        assertEquals(List.of("train"), dimension("severity").askedWhen().orElseThrow().values());
        shape.removeDimension(id);
        assertEquals(4, study.codebooks().draft().dimensions().size());
        rate("Ana", 1, "Symptom", "Crash", "Hang");
        refused(
                "cannot take exactly one",
                () -> fields.change(choice(dimension("symptom")), true, ""));
        refused("in use", () -> shape.removeDimension(dimension("symptom").id()));
    }

    private static Dimension choice(Dimension d) {
        return new Dimension(
                d.id(),
                d.guid(),
                d.key(),
                d.name(),
                d.aliases(),
                d.question(),
                d.scope(),
                Choice.ONE,
                d.scale(),
                d.appliesTo(),
                d.askedWhen(),
                d.carried(),
                d.reliability(),
                d.reliabilityReason(),
                d.source(),
                d.checks(),
                d.codes());
    }

    @Test
    void versionsDifferReadably() {
        CodebookVersions versions = new CodebookVersions(study);
        mark("Ana", 1, "Trust", 0, 10);
        study.codebooks().edit(code("Stage", "Training").id(), "name", "Learning", false, "");
        study.codebooks()
                .edit(
                        code("Symptom", "Crash").id(),
                        "definition",
                        "The process ends.",
                        true,
                        "unclear");
        shape.move(code("Symptom", "Slow").id(), Optional.of(code("Symptom", "Hang").id()), 0);
        study.codebooks().addCode(dimension("symptom").id(), null, "Leak");
        shape.retire(code("Screening", "Drop").id(), true);
        new CodebookMerge(study)
                .merge(
                        List.of(code("Stage", "Modeling").id()),
                        code("Stage", "Environment").id(),
                        false,
                        false,
                        "");
        new CodebookSplit(study)
                .split(
                        code("Theme", "Trust").id(),
                        List.of(
                                new CodebookSplit.Part("In code", "", List.of(), List.of()),
                                new CodebookSplit.Part("In people", "", List.of(), List.of())),
                        "");
        study.codebooks().cut("after the pilot");
        List<CodebookChange> changes = versions.diff(versions.number("1"), versions.number("v2"));
        List<Kind> kinds = changes.stream().map(CodebookChange::kind).toList();
        for (Kind kind :
                List.of(
                        Kind.RENAMED,
                        Kind.CHANGED,
                        Kind.MOVED,
                        Kind.ADDED,
                        Kind.RETIRED,
                        Kind.MERGED,
                        Kind.SPLIT)) {
            assertTrue(kinds.contains(kind), kind + " " + changes);
        }
        CodebookChange defined =
                changes.stream()
                        .filter(c -> c.field().equals("definition"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of(true), defined.meaning());
        assertEquals("unclear", defined.reason());
        CodebookChange split =
                changes.stream().filter(c -> c.kind() == Kind.SPLIT).findFirst().orElseThrow();
        assertEquals("In code; In people", split.now());
        assertEquals(
                1,
                kinds.stream().filter(k -> k == Kind.ADDED).count(),
                "parts of a split are not added twice");
        assertTrue(versions.diff(versions.number("2"), versions.number("draft")).isEmpty());
        refused("1 to 2", () -> versions.number("7"));
    }

    @Test
    void onlyMeaningMakesUsesStaleAndASecondLookClearsThem() {
        CodingId passage = mark("Ana", 1, "Trust", 0, 10);
        rate("Ana", 2, "Stage", "Training");
        rate("Ben", 2, "Stage", "Training");
        CodeId training = code("Stage", "Training").id();
        CodeId trust = code("Theme", "Trust").id();
        CodebookStale stale = new CodebookStale(study);
        study.codebooks().edit(training, "example", "x", false, "");
        assertEquals(List.of(), stale.list());
        study.codebooks().edit(training, "definition", "Loss and schedule.", true, "");
        study.codebooks().edit(trust, "include", "Doubt too.", true, "");
        assertEquals(Map.of(training, 2, trust, 1), stale.counts());
        mark("Ana", 3, "Trust", 0, 5);
        assertEquals(1, stale.of(trust).size(), "made under the new words");
        refused("Ben", () -> stale.confirm(stale.of(training)));
        stale.confirm(stale.list().stream().filter(CodeUse::open).toList());
        assertEquals(Map.of(training, 1), stale.counts());
        assertEquals(trust, study.codings().get(passage).code());
        study.history().undo();
        assertEquals(3, stale.list().size());
        // Answering again under the round's new codebook is a second look too.
        new CodebookVersions(study).adopt(round);
        rate("Ana", 2, "Stage", "Training");
        assertEquals(1, stale.of(training).size());
        study.codebooks().edit(training, "definition", "", true, "");
        study.codebooks().edit(training, "definition", "Loss and schedule.", true, "");
        stale.confirm(stale.of(training).stream().filter(CodeUse::open).toList());
        assertEquals(1, stale.of(training).size(), "an edit taken back can be confirmed");
    }

    @Test
    void aBlindRoundTellsNothingOfOthersUses() {
        RoundId blind = study.rounds().open("Blind", true);
        round = blind;
        mark("Ben", 1, "Trust", 0, 10);
        mark("Ana", 2, "Trust", 0, 10);
        CodeId trust = code("Theme", "Trust").id();
        assertEquals(Map.of("Ana", 1), new CodeUses(study).counts().get(trust).byCoder());
        assertEquals(1, new CodebookSplit(study).uses(trust).size());
        CodeId reuse = code("Theme", "Reuse").id();
        assertEquals(1, new CodebookMerge(study).preview(List.of(trust), reuse).codings());
        study.codebooks().edit(trust, "definition", "d", true, "");
        assertEquals(1, new CodebookStale(study).list().size());
    }

    @Test
    void theYamlHoldsAllThatWasChanged() {
        CodeId training = code("Stage", "Training").id();
        study.codebooks().edit(training, "colour", "#AA3366", false, "");
        study.codebooks().edit(training, "special", Special.NOT_MENTIONED.name(), true, "");
        new CodebookMerge(study)
                .merge(List.of(code("Stage", "Modeling").id()), training, false, false, "");
        shape.retire(code("Symptom", "Slow").id(), true);
        String yaml = study.codebooks().yaml();
        Path file = folder.resolve("book.yaml");
        try {
            java.nio.file.Files.writeString(file, yaml);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        try (Study other =
                Study.create(
                        folder.resolve("other.concord"),
                        new Study.Start(
                                "Test",
                                org.concordqda.model.Approach.CODEBOOK,
                                "Ana",
                                List.of(CodebookFiles.read(file.toString()))))) {
            String again = other.codebooks().yaml();
            assertEquals(body(yaml), body(again));
            Code read = Codebooks.coded(other.codebooks().draft(), "Stage > Training");
            assertEquals("#aa3366", read.colour());
            assertEquals(List.of("Modeling"), read.aliases());
            assertNotEquals(Special.ORDINARY, read.special());
        }
    }

    private static String body(String yaml) {
        return yaml.substring(yaml.indexOf("dimensions:"));
    }
}
