package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.Attribute;
import org.concordqda.model.Attribute.Of;
import org.concordqda.model.AttributeId;
import org.concordqda.model.AttributeMapping;
import org.concordqda.model.AttributeType;
import org.concordqda.model.CaseId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Attributes, cases and what sources inherit; every act undone and redone exactly.
class AttributesTest {
    @TempDir Path folder;
    private Study study;
    private SourceId one;
    private SourceId two;

    @BeforeEach
    void open() {
        study = Fixtures.study(folder);
        DeskStudies.add(study, Fixtures.issue("o/r#1", "a"));
        DeskStudies.add(study, Fixtures.issue("o/r#2", "b"));
        one = study.sources().byKey("o/r#1").orElseThrow().id();
        two = study.sources().byKey("o/r#2").orElseThrow().id();
    }

    @AfterEach
    void close() {
        study.close();
    }

    /// Everything an act may change, as text.
    private String state() {
        return study.attributes().list()
                + "\n"
                + study.cases().list()
                + "\n"
                + study.sources().attributes()
                + "\n"
                + study.sources().list();
    }

    /// Does acts one by one; then undoes all and redoes all, comparing every state on the way.
    private void exact(Runnable... acts) {
        List<String> states = new ArrayList<>(List.of(state()));
        for (Runnable act : acts) {
            act.run();
            states.add(state());
        }
        for (int i = acts.length - 1; i >= 0; i--) {
            study.history().undo();
            assertEquals(states.get(i), state(), "undo of act " + i);
        }
        for (int i = 0; i < acts.length; i++) {
            study.history().redo();
            assertEquals(states.get(i + 1), state(), "redo of act " + i);
        }
        assertEquals(List.of(), study.check().findings());
    }

    private AttributeId attribute(String name) {
        return study.attributes().list().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .map(Attribute::id)
                .orElseThrow();
    }

    private CaseId named(String name) {
        return study.cases().list().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void everyActIsUndoneExactly() {
        exact(
                () ->
                        study.attributes()
                                .add(
                                        Of.SOURCE,
                                        "Zoo",
                                        AttributeType.CHOICE,
                                        List.of("zoo", "solo")),
                () -> study.attributes().set(List.of(one, two), "Zoo", "zoo"),
                () -> study.attributes().set(List.of(two), "Zoo", "solo"),
                () ->
                        study.attributes()
                                .change(
                                        attribute("Zoo"),
                                        "Repository type",
                                        AttributeType.TEXT,
                                        List.of()),
                () -> study.cases().put("participant", "P1", List.of(one)),
                () -> study.attributes().setOfCase(named("P1"), "years", "7"),
                () -> study.cases().put("participant", "P1", List.of(two)),
                () -> study.cases().take(named("P1"), List.of(one)),
                () -> study.cases().rename(named("P1"), "P01"),
                () -> study.sources().exclude(List.of(one, two), "duplicate"),
                () -> study.sources().exclude(List.of(two), ""),
                () -> study.attributes().remove(attribute("Repository type")),
                () -> study.cases().remove(named("P01")),
                () -> study.sources().remove(List.of(one, two)));
    }

    @Test
    void aWrongValueIsSaidAndNothingIsStored() {
        study.attributes().add(Of.SOURCE, "stars", AttributeType.NUMBER, List.of());
        study.attributes().set(List.of(one), "stars", "12");
        ConcordException wrong =
                assertThrows(
                        ConcordException.class,
                        () -> study.attributes().set(List.of(one, two), "stars", "many"));
        assertEquals(
                "stars: “many” is not a number such as 12 or 0.5. Nothing was changed.",
                wrong.getMessage());
        assertEquals("12", study.sources().attributes(one).get("stars"));
        assertTrue(
                assertThrows(
                                ConcordException.class,
                                () ->
                                        study.attributes()
                                                .change(
                                                        attribute("labels"),
                                                        "labels",
                                                        AttributeType.DATE,
                                                        List.of()))
                        .getMessage()
                        .contains("“bug” is not a date"));
        assertThrows(
                ConcordException.class,
                () -> study.attributes().add(Of.SOURCE, "stars", AttributeType.TEXT, List.of()));
        assertThrows(
                ConcordException.class,
                () -> study.attributes().add(Of.SOURCE, "x", AttributeType.CHOICE, List.of(" ")));
        for (String day : List.of("2024", "2024-05", "2024-05-31", "2021-03-04T00:00:00Z")) {
            assertTrue(AttributeType.DATE.refusal(day, List.of()).isEmpty(), day);
        }
        assertTrue(AttributeType.DATE.refusal("31.5.2024", List.of()).isPresent());
    }

    @Test
    void sourcesInheritFromTheirCasesAndTheirOwnValueGoesFirst() {
        study.cases().put("participant", "P1", List.of(one));
        study.cases().put("participant", "P2", List.of(one, two));
        study.attributes().setOfCase(named("P1"), "role", "expert");
        study.attributes().setOfCase(named("P2"), "role", "novice");
        study.attributes().setOfCase(named("P2"), "labels", "inherited");
        assertEquals(
                Map.of("labels", "bug", "role", "expert; novice"), study.sources().attributes(one));
        assertEquals("novice", study.sources().attributes().get(two).get("role"));
    }

    @Test
    void aTableOfParticipantsIsMappedShownAndStored() throws IOException {
        Path talks = Files.createDirectory(folder.resolve("talks"));
        for (String name : List.of("Interview-03.txt", "Interview-04.txt", "Interview-11.txt")) {
            Files.writeString(talks.resolve(name), "A: of " + name + "\nB: yes\nA: so\nB: no\n");
        }
        study.imports().sources(List.of(talks), "auto", org.concordqda.job.Progress.NONE);
        Path table =
                Files.writeString(
                        folder.resolve("participants.csv"),
                        "Participant,DL Expertise,Years,,\n3,Expert,7,,\n4,Novice,2,,\n11,Expert,,,\n"
                                + "12,深度学习,3,,\n4,Novice,5,,\n");
        AttributeMapping guess = study.imports().attributeMapping(table);
        assertEquals(Of.CASE, guess.of());
        assertEquals("participant", guess.kind());
        assertEquals("Participant", guess.key());
        AttributeMapping linked =
                new AttributeMapping(Of.CASE, "participant", "Participant", Set.of(), true);
        AttributeMapping.Preview preview = study.imports().attributePreview(table, linked);
        assertEquals(5, preview.rows());
        assertEquals(4, preview.added());
        assertEquals(
                List.of("DL Expertise TEXT 5", "Years NUMBER 4"),
                preview.columns().stream()
                        .map(c -> c.name() + " " + c.type() + " " + c.values())
                        .toList());
        assertEquals(
                List.of("3 Interview-03.txt", "4 Interview-04.txt", "11 Interview-11.txt"),
                preview.links().stream().map(l -> l.name() + " " + l.source()).toList());
        assertTrue(preview.notes().getFirst().startsWith("Row 6 is a second one of “4”"));
        assertEquals(List.of(), study.cases().list());
        exact(() -> study.imports().attributes(table, linked));
        SourceId fourth = study.sources().byKey("Interview-04.txt").orElseThrow().id();
        assertEquals("5", study.sources().attributes(fourth).get("Years"));
        assertEquals(
                List.of("3", "4", "11", "12"),
                study.cases().list().stream().map(c -> c.name()).toList());
        Path wrong = Files.writeString(folder.resolve("w.csv"), "Participant,Years\n3,x\n4,9\n");
        ConcordException refused =
                assertThrows(
                        ConcordException.class, () -> study.imports().attributes(wrong, linked));
        assertTrue(refused.getMessage().contains("w.csv, row 2, Years: “x” is not a number"));
        assertEquals("5", study.sources().attributes(fourth).get("Years"));
    }

    @Test
    void aTableOfSourcesIsMatchedByKeyAddressNumberAndTitle() throws IOException {
        Path table =
                Files.writeString(
                        folder.resolve("s.csv"),
                        "URL,zoo\nhttps://github.com/o/r/issues/1#issuecomment-3,yes\n#2,no\n77,yes\n");
        AttributeMapping guess = study.imports().attributeMapping(table);
        assertEquals(Of.SOURCE, guess.of());
        assertEquals(List.of("77"), study.imports().attributePreview(table, guess).unmatched());
        study.imports().attributes(table, guess);
        assertEquals("yes", study.sources().attributes(one).get("zoo"));
        assertEquals("no", study.sources().attributes(two).get("zoo"));
    }
}
