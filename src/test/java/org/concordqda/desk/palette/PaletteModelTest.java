package org.concordqda.desk.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.desk.palette.PaletteModel.Section;
import org.concordqda.desk.session.Choices.Choice;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class PaletteModelTest {
    private static Choice choice(String name) {
        return new Choice(name, "", "", "", Optional.empty(), () -> {});
    }

    @Test
    void theSectionWithTheBestComesFirst() {
        PaletteModel model =
                new PaletteModel(
                        List.of(
                                new Section("Codes", List.of(choice("Undecided"))),
                                new Section(
                                        "Everywhere", List.of(choice("History"), choice("Undo")))));
        assertEquals("Codes", model.matching("").getFirst().name());
        assertEquals("Everywhere", model.matching("undo").getFirst().name());
        assertEquals("Undo", model.matching("undo").getFirst().choices().getFirst().name());
        assertTrue(model.matching("xyz").isEmpty());
    }

    @Test
    void whatWasChosenBeforeIsNear() {
        List<String> told = new ArrayList<>();
        PaletteModel model =
                new PaletteModel(
                        List.of(new Section("Here", List.of(choice("Redo"), choice("Reports")))),
                        List.of("Reports"),
                        c -> told.add(c.name()));
        assertEquals("Recent", model.matching("").getFirst().name());
        assertEquals("Reports", model.matching("re").getFirst().choices().getFirst().name());
        model.choose(choice("Reports"));
        assertEquals(List.of("Reports"), told);
    }

    /// Who types the name of a code does not mean to take the last one back.
    @Test
    void whatAnUndoWouldTakeBackIsNotLookedFor() {
        Choice undo = new Choice("Undo", "", "code “Trust”", "", Optional.empty(), () -> {});
        PaletteModel model =
                new PaletteModel(
                        List.of(
                                new Section(
                                        "Everywhere",
                                        List.of(undo, choice("Flag this answer: translated")))));
        assertTrue(model.matching("trust").isEmpty());
        assertEquals(undo, model.matching("undo").getFirst().choices().getFirst());
        assertEquals(
                "Flag this answer: translated",
                model.matching("translated").getFirst().choices().getFirst().name());
    }

    @Test
    void twoThousandCodesAreFilteredWhole() {
        List<Choice> codes = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            codes.add(choice("Code number " + i + " of a long codebook"));
        }
        List<Section> found =
                new PaletteModel(List.of(new Section("Codes", codes))).matching("1999");
        assertEquals(
                "Code number 1999 of a long codebook",
                found.getFirst().choices().getFirst().name());
        assertEquals(1, found.getFirst().choices().size());
    }

    @Test
    void sourcesAreFoundByWordsOfTheirNamesAfterCommands() {
        List<String> told = new ArrayList<>();
        PaletteModel model =
                new PaletteModel(
                        List.of(new Section("Here", List.of(choice("Merge into another code")))),
                        List.of(),
                        c -> told.add(c.name()));
        Choice issue =
                new Choice(
                        "Merge of weights yields NaN",
                        "owner/repo#2473",
                        "",
                        "",
                        Optional.empty(),
                        () -> told.add("opened"));
        model.lookUp(new Section("Sources", List.of(issue, choice("Interview with P3"))));
        assertEquals(
                List.of("Here", "Sources"),
                model.matching("merge").stream().map(Section::name).toList());
        assertEquals(issue, model.matching("nan WEIGHTS").getFirst().choices().getFirst());
        assertEquals(issue, model.matching("2473").getFirst().choices().getFirst());
        assertTrue(model.matching("wfnan").isEmpty(), "scattered letters find commands only");
        assertEquals(1, model.matching("").size(), "nothing typed, no source");
        model.choose(issue);
        assertEquals(List.of("opened"), told, "a source is no command chosen before");
    }
}
