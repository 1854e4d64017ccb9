package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.model.Choice;
import org.concordqda.model.CodeId;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The shape and the fields of a codebook: added, renamed, moved and removed, refused with a sentence.
class CodebookShapeTest extends CodebookActs {
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
        CodeId fresh =
                new CodebookShape(study)
                        .add(
                                dimension("symptom").id(),
                                Optional.empty(),
                                "Fresh",
                                Optional.empty());
        study.codebooks().edit(fresh, "name", "Newer", false, "");
        assertEquals(List.of(), code("Symptom", "Newer").aliases(), "no version has it yet");
        study.codebooks().edit(slow, "aliases", "sluggish\n lag \n", false, "");
        assertEquals(List.of("sluggish", "lag"), code("Symptom", "Slow").aliases());
        refused("could be", () -> Codebooks.coded(twice(), "Twin"));
        refused(
                "Near it: “Symptom > Crash”",
                () -> Codebooks.coded(study.codebooks().draft(), "cras"));
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
        refused(
                "Codes stand under “Crash”",
                () -> study.codebooks().edit(crash, "special", "unsure", false, ""));
        study.codebooks().edit(made, "special", "unsure", false, "");
        refused(
                "stands for no answer",
                () -> shape.move(code("Symptom", "Hang").id(), Optional.of(made), 0));
        refused(
                "stands for no answer",
                () -> shape.add(symptom.id(), Optional.of(made), "Why", Optional.empty()));
        rate("Ben", 1, "Symptom", "Slow");
        refused("in use", () -> shape.remove(code("Symptom", "Slow").id()));
        Object before = RowImages.tables(study);
        shape.remove(crash);
        assertEquals(List.of("Hang", "Slow"), names("symptom"));
        study.history().undo();
        assertEquals(before, RowImages.tables(study));
    }

    @Test
    void aDimensionIsAddedChangedMovedAndRemoved() {
        CodebookFields fields = new CodebookFields(study);
        var id = shape.addDimension("Severity", Scope.UNIT, Choice.ONE);
        refused("already", () -> shape.addDimension("severity?", Scope.UNIT, Choice.ONE));
        shape.add(id, Optional.empty(), "High", Optional.empty());
        shape.moveDimension(id, 0);
        assertEquals("Severity", study.codebooks().draft().dimensions().getFirst().name());
        Dimension stage = dimension("stage");
        Dimension waits =
                dimension("severity")
                        .withRules(
                                Optional.of(new Condition("stage", List.of("training"))),
                                List.of());
        fields.change(waits, true, "only then");
        refused(
                "wait for its own answer",
                () ->
                        fields.change(
                                stage.withRules(
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
}
