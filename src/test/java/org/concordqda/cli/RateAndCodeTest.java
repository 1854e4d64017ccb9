package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;

/// A study coded, rated and thinned out without a window.
class RateAndCodeTest {
    private static final String ISSUE = "lumenvision/retina-forge#12";
    private static final String TALK = "interview-01.txt";

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void make() {
        file = folder.resolve("zoo.concord");
        Run.of(
                        "new",
                        file,
                        "--codebook",
                        "dl-defects",
                        "--codebook",
                        "dl-process",
                        "--coder",
                        "Lead")
                .fine();
        Run.of("import", file, "samples/issues", "samples/transcripts").fine();
    }

    private Run run(String command, Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = command;
        all[1] = file;
        System.arraycopy(args, 0, all, 2, args.length);
        return Run.of(all);
    }

    private JsonNode question(String name) {
        for (JsonNode each : run("rate", ISSUE, "--json").fine().json().get("questions")) {
            if (each.get("dimension").asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(name + " is not asked");
    }

    @Test
    void theFormIsAnsweredAndOpensFurtherQuestions() {
        assertEquals(1, run("rate", ISSUE, "--json").fine().json().get("questions").size());
        String said =
                run(
                                "rate",
                                ISSUE,
                                "screening=reengineering defect",
                                "DL stage=training",
                                "--note",
                                "see the log",
                                "--certainty",
                                "high",
                                "--flag",
                                "discuss")
                        .fine()
                        .out();
        assertTrue(said.contains("questions open: Framework"), said);
        JsonNode stage = question("DL stage");
        assertEquals("Training", stage.get("codes").get(0).asString());
        assertEquals("see the log", stage.get("note").asString());
        assertEquals("high", stage.get("certainty").asString());
        assertEquals("discuss", stage.get("flags").get(0).asString());
        // Both were one act.
        assertTrue(run("undo").fine().out().contains("rate 2 dimensions"));
        assertEquals(1, run("rate", ISSUE, "--json").fine().json().get("questions").size());
    }

    @Test
    void anAnswerOutsideTheFormIsKeptAndSaid() {
        String said = run("rate", ISSUE, "Symptom=Crash").fine().out();
        assertTrue(
                said.contains(
                        "Symptom: your answer is kept; the question is asked when Screening is"
                                + " Reengineering defect."),
                said);
    }

    @Test
    void evidenceStandsBesideTheAnswerAndAClearedOneIsOpenAgain() {
        Run several = run("rate", ISSUE, "Screening=Reengineering defect", "--evidence", "the");
        assertEquals(1, several.code());
        assertTrue(several.err().contains("say which by --nth"), several.err());
        assertTrue(question("Screening").get("open").asBoolean());
        run("rate", ISSUE, "Screening=Reengineering defect", "--evidence", "the", "--nth", 2)
                .fine();
        assertTrue(run("rate", ISSUE).fine().out().contains("1 piece of evidence"));
        assertEquals(1, question("Screening").get("evidence").asInt());
        run("rate", ISSUE, "--clear", "Screening").fine();
        assertTrue(question("Screening").get("open").asBoolean());
    }

    @Test
    void aFoundUnitIsAnsweredApart() {
        run("rate", ISSUE, "Screening=Reengineering defect", "DL stage=Training").fine();
        JsonNode second =
                run("rate", ISSUE, "--add-unit", "DL stage=Modeling", "--json").fine().json();
        assertEquals(2, second.get("units").asInt());
        assertEquals("Training", question("DL stage").get("codes").get(0).asString());
        assertTrue(run("rate", ISSUE, "--unit", 2, "--done").fine().out().contains("You are done"));
        assertTrue(run("rate", ISSUE, "--unit", 3).err().contains("no unit 3"));
    }

    @Test
    void whatCannotBeMeantIsSaidAndNothingIsRated() {
        Run value = run("rate", ISSUE, "Screening=Reengineering defect", "Symptom=Nonsense");
        assertEquals(1, value.code());
        assertTrue(value.err().contains("Nearest: "), value.err());
        assertTrue(run("rate", ISSUE, "Colour=Red").err().contains("There are: Screening"));
        assertEquals(2, run("rate", ISSUE, "Training").code());
        assertEquals(2, run("rate", ISSUE, "--note", "alone").code());
        assertEquals(2, run("rate", ISSUE, "Screening=x", "--certainty", "very").code());
        assertTrue(run("rate", "nowhere#1").err().contains("There is no source “nowhere#1”"));
        assertTrue(question("Screening").get("open").asBoolean());
    }

    @Test
    void aPassageIsCodedRecodedAndFreed() {
        run("code", TALK, "Trust", "--turn", 2, "--memo", "in passing").fine();
        JsonNode one = run("code", TALK, "--json").fine().json().get(0);
        assertEquals("Trust", one.get("code").asString());
        assertEquals("in passing", one.get("memo").asString());
        int from = one.get("start").asInt();
        int to = one.get("end").asInt();
        run(
                        "code",
                        TALK,
                        "Trust",
                        "--from",
                        from,
                        "--to",
                        to,
                        "--recode",
                        "Review and release > Documentation")
                .fine();
        assertEquals(
                "Documentation",
                run("code", TALK, "--json").fine().json().get(0).get("code").asString());
        run("code", TALK, "Review and release > Documentation", "--turn", 2, "--remove").fine();
        assertTrue(run("code", TALK).fine().out().contains("Nothing is coded"));
        run("undo").fine();
        assertEquals(1, run("code", TALK, "--json").fine().json().size());
    }

    @Test
    void aPassageThatIsNotThereIsSaid() {
        assertTrue(run("code", TALK, "Trust", "--quote", "zebra").err().contains("does not stand"));
        assertTrue(run("code", TALK, "Trust", "--turn", 900).err().contains("no turn 900"));
        Run past = run("code", TALK, "Trust", "--from", 10, "--to", 9_000_000);
        assertTrue(past.err().contains("ends before --to"), past.err());
        assertTrue(run("code", TALK, "Nothing", "--turn", 1).err().contains("no code “Nothing”"));
        assertTrue(run("code", TALK, "Trust", "--turn", 1, "--remove").err().contains("no coding"));
        assertEquals(2, run("code", TALK, "Trust").code());
        assertEquals(2, run("code", TALK, "Trust", "--turn", 1, "--quote", "a").code());
        assertTrue(run("code", TALK).fine().out().contains("Nothing is coded"));
    }

    @Test
    void sourcesAreLeftOutTakenInAndTakenOut() {
        run("rate", ISSUE, "Screening=Reengineering defect").fine();
        JsonNode out = run("sources", ISSUE, "--exclude", "a duplicate", "--json").fine().json();
        assertEquals("a duplicate", out.get(0).get("excluded").asString());
        assertEquals(
                "",
                run("sources", ISSUE, "--include", "--json")
                        .fine()
                        .json()
                        .get(0)
                        .get("excluded")
                        .asString());
        int all = run("sources", "--json").fine().json().size();
        String dry = run("sources", ISSUE, "--remove", "--dry-run").fine().out();
        assertTrue(dry.contains("1 source with 1 rating, 0 codings"), dry);
        assertEquals(all, run("sources", "--json").fine().json().size());
        run("sources", ISSUE, "--remove").fine();
        assertEquals(all - 1, run("sources", "--json").fine().json().size());
        run("undo").fine();
        assertFalse(question("Screening").get("open").asBoolean());
        assertEquals(2, run("sources", "--remove").code());
        assertEquals(2, run("sources", ISSUE, "--exclude", " ").code());
        assertEquals(2, run("sources", ISSUE, "--include", "--remove").code());
    }

    @Test
    void whatIsThereAlreadyIsNotStoredTwiceNorHalf() {
        Object[] rated = {ISSUE, "Screening=Reengineering defect", "--evidence", "Fresh clone"};
        run("rate", rated).fine();
        run("rate", rated).fine();
        assertEquals(1, question("Screening").get("evidence").asInt());
        assertEquals(2, run("rate", ISSUE, "Screening=Unsure", "screening=Question").code());
        assertEquals("Reengineering defect", question("Screening").get("codes").get(0).asString());
        run("code", TALK, "Trust", "--turn", 2).fine();
        assertTrue(run("code", TALK, "Trust", "--turn", 2).fine().out().contains("already"));
        assertEquals(1, run("code", TALK, "--json").fine().json().size());
        String dry = run("sources", TALK, TALK, "--remove", "--dry-run").fine().out();
        assertTrue(dry.contains("1 source with 0 ratings, 1 coding"), dry);
        assertTrue(
                run("rate", "interview-02.txt").fine().out().contains("Nothing in the codebook"));
    }

    @Test
    void inABlindRoundNothingToSeeIsSaidSo() {
        run("coder", "Ben").fine();
        run("round", "Pilot", "--open", "--blind", "--as", "Lead").fine();
        run("code", TALK, "Trust", "--turn", 2, "--as", "Lead").fine();
        String ben = run("code", TALK, "--as", "Ben").fine().out();
        assertTrue(ben.contains("that you may see"), ben);
        assertTrue(run("code", TALK, "--as", "Lead").fine().out().contains("Trust"));
        // Each may put it once: what the other coded is not found.
        assertFalse(
                run("code", TALK, "Trust", "--turn", 2, "--as", "Ben")
                        .fine()
                        .out()
                        .contains("already"));
    }

    @Test
    void oneCommandIsOneActAndAllOfItOrNothing() {
        run(
                        "rate",
                        ISSUE,
                        "Screening=Reengineering defect",
                        "DL stage=Training",
                        "--evidence",
                        "torch",
                        "--nth",
                        1,
                        "--add-unit",
                        "--done")
                .fine();
        assertEquals(2, run("rate", ISSUE, "--json").fine().json().get("units").asInt());
        String undone = run("undo").fine().out();
        assertTrue(undone.contains("rate 2 dimensions, finish " + ISSUE), undone);
        JsonNode before = run("rate", ISSUE, "--json").fine().json();
        assertEquals(1, before.get("units").asInt());
        assertEquals(1, before.get("questions").size());
        assertTrue(before.get("questions").get(0).get("open").asBoolean());
    }

    @Test
    void whatIsDoneInAClosedRoundStaysAsItIs() {
        run("rate", ISSUE, "Screening=Reengineering defect").fine();
        run("round", "Coding", "--close").fine();
        Run done = run("rate", ISSUE, "--round", "Coding", "--done");
        assertEquals(1, done.code());
        assertTrue(done.err().contains("Coding"), done.err());
        assertEquals(1, run("rate", ISSUE, "--round", "Coding", "--clear", "Screening").code());
        run("round", "Coding", "--reopen").fine();
        run("rate", ISSUE, "--round", "Coding", "--done").fine();
    }
}
