package org.concordqda.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.study.DeskStudies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Everything one does to a codebook, said on the command line.
class CodebookCommandTest {
    @TempDir Path folder;
    private Path study;

    @BeforeEach
    void make() {
        try (var made = DeskStudies.make(folder)) {
            study = made.info().path();
        }
    }

    private Run codebook(String what, Object... args) {
        Object[] all = new Object[args.length + 5];
        all[0] = "codebook";
        all[1] = what;
        all[2] = study;
        all[3] = "--as";
        all[4] = "Coder A";
        System.arraycopy(args, 0, all, 5, args.length);
        return Run.of(all);
    }

    private void refused(String words, Run run) {
        assertEquals(1, run.code(), run.out());
        assertTrue(run.err().contains(words), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void codesAreAddedChangedMovedMergedSplitAndRetired() {
        assertTrue(codebook("show").fine().out().contains("Documentation  2"));
        codebook("add", "Loss", "--in", "DL stage > Training", "--definition", "The loss.").fine();
        codebook("rename", "DL stage > Training > Loss", "Loss function").fine();
        assertTrue(codebook("show").fine().out().contains("    Loss function\n"));
        assertTrue(
                codebook("set", "Trust", "definition", "Belief in a model.", "--reason", "new")
                        .fine()
                        .out()
                        .contains("meaning"));
        var stale = codebook("stale", "--json").fine().json();
        assertEquals(1, stale.size());
        assertEquals(
                "Belief in a model.",
                stale.get(0).get("since").get(0).get("new").asString(),
                stale.toString());
        String told = codebook("stale").fine().out();
        assertTrue(told.contains("\nWhat changed since version "), told);
        assertTrue(told.contains("{+Belief in a model.+} (meaning) — new"), told);
        assertTrue(codebook("stale", "--confirm").fine().out().startsWith("1 still hold"));
        codebook("move", "Workaround", "--under", "Effect").fine();
        refused(
                "stays in its dimension",
                codebook("move", "Workaround", "--under", "DL stage > Modeling"));
        assertEquals(2, codebook("move", "Workaround").code());
        var dry =
                codebook(
                        "merge",
                        "Passages > Trust",
                        "--into",
                        "Passages > Documentation",
                        "--dry-run",
                        "--json");
        assertEquals(1, dry.fine().json().get("codings").asInt());
        assertTrue(
                codebook("merge", "Passages > Trust", "--into", "Passages > Documentation")
                        .fine()
                        .out()
                        .contains("0 ratings and 1 passage are read as it."));
        assertTrue(codebook("show").fine().out().contains("Documentation  3"));
        Run coded =
                Run.of(
                        "code",
                        study,
                        "mask-kit/maskrcnn#1938",
                        "Passages > Trust",
                        "--turn",
                        1,
                        "--as",
                        "Coder A");
        assertTrue(coded.fine().out().contains("Documentation"), coded.out());
        Run.of("undo", study, "--as", "Coder A").fine();
        refused(
                "within one dimension",
                codebook("merge", "Symptom > Hang", "--into", "Passages > Documentation"));
        var split =
                codebook(
                        "split",
                        "Passages > Documentation",
                        "--part",
                        "Wrong docs",
                        "--part",
                        "Docs matter",
                        "--where",
                        "Docs matter=文档",
                        "--json");
        assertEquals(1, split.fine().json().get("assigned").asInt());
        assertEquals(2, split.json().get("undecided").asInt());
        refused("nothing to split", codebook("split", "Wrong docs", "--part", "a", "--part", "b"));
        var retired = codebook("retire", "Reporter > Re-user").fine();
        assertTrue(retired.err().contains("“Same code” is asked when"), retired.err());
        refused("in use", codebook("remove", "Reporter > Re-user"));
        codebook("remove", "Loss function").fine();
        refused("has no code", codebook("remove", "Loss function"));
        refused("could be", codebook("rename", "Crash", "x"));
        refused("needs a name", codebook("rename", "Workaround", " "));
    }

    @Test
    void versionsAreCutAndComparedAndARoundTakesTheNewOne() {
        codebook(
                        "set",
                        "DL stage > Modeling",
                        "definition",
                        "How the model is made and its code written.")
                .fine();
        assertEquals(
                2,
                codebook("cut", "--note", "after Re-pilot", "--json")
                        .fine()
                        .json()
                        .get("version")
                        .asInt());
        String text = codebook("diff", "1", "2").fine().out();
        assertTrue(
                text.contains(
                        "Modeling: definition: How the model is [-built-] {+made+} and its code written. (meaning)"),
                text);
        String markdown = codebook("diff", "1", "draft", "--markdown").fine().out();
        assertTrue(markdown.contains("## DL stage"), markdown);
        assertTrue(markdown.contains("~~built~~ **made**"), markdown);
        assertEquals(
                "changed",
                codebook("diff", "1", "2", "--json").fine().json().get(0).get("kind").asString());
        assertEquals("Nothing changed.\n", codebook("diff", "2", "2").fine().out());
        refused("1 to 2", codebook("diff", "1", "9"));
        assertTrue(codebook("use", "--round", "Re-pilot").fine().out().contains("version 2"));
        refused("no round", codebook("use", "--round", "Nowhere"));
        assertTrue(codebook("versions").fine().out().contains("after Re-pilot  Re-pilot"));
    }

    @Test
    void dimensionsAreAddedAndChanged() {
        codebook("add-dimension", "Severity", "--scope", "unit").fine();
        codebook("add", "High", "--in", "Severity").fine();
        codebook("dimension", "Severity", "scale", "ordinal").fine();
        codebook("dimension", "Severity", "askedWhen", "manifestation=basic").fine();
        codebook("dimension", "Severity", "--to", "1").fine();
        assertTrue(codebook("show").fine().out().startsWith("Severity"));
        refused("not one of nominal", codebook("dimension", "Severity", "scale", "ratio"));
        refused(
                "has no code “basics”",
                codebook("dimension", "Severity", "askedWhen", "manifestation=basics"));
        refused("in use", codebook("dimension", "Symptom", "--remove"));
        codebook("dimension", "Severity", "--remove").fine();
    }

    @Test
    void checksAreListedAddedAndRemoved() {
        assertTrue(codebook("check", "DL stage").fine().out().contains("No checks."));
        String added =
                codebook(
                                "check",
                                "DL stage",
                                "--when",
                                "Training",
                                "--with",
                                "Framework=Keras,PyTorch",
                                "--warn",
                                "Rare; look again.")
                        .fine()
                        .out();
        assertTrue(added.contains("keras or pytorch"), added);
        assertEquals(1, codebook("check", "DL stage", "--json").fine().json().size());
        refused("no check number 2", codebook("check", "DL stage", "--remove", "2"));
        refused(
                "DL stage > Training",
                codebook(
                        "check",
                        "DL stage",
                        "--when",
                        "Trainng",
                        "--with",
                        "Framework=Keras",
                        "--warn",
                        "x"));
        assertEquals(2, codebook("check", "DL stage", "--when", "Training").code());
        codebook("check", "DL stage", "--remove", "1").fine();
        assertTrue(codebook("check", "DL stage").fine().out().contains("No checks."));
        Run.of("undo", study, "--as", "Coder A").fine();
        assertTrue(codebook("check", "DL stage").fine().out().contains("Rare; look again."));
    }
}
