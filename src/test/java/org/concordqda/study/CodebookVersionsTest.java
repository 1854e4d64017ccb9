package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.CodebookChange.Kind;
import org.concordqda.model.CodingId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Special;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Versions of a codebook, what is stale under them, and the file that holds them.
class CodebookVersionsTest extends CodebookActs {
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
        shape.add(dimension("symptom").id(), Optional.empty(), "Leak", Optional.empty());
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
        study.actAs("Ben");
        CodebookStale stale = new CodebookStale(study);
        stale.confirm(stale.of(trust).stream().filter(CodeUse::open).toList());
        assertTrue(study.history().log(1).getFirst().words().contains("Trust"));
        study.actAs("Ana");
        assertFalse(study.history().log(1).getFirst().words().contains("Trust"));
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
