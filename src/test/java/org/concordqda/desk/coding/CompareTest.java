package org.concordqda.desk.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Code;
import org.concordqda.model.Coding;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.study.Comparisons;
import org.concordqda.study.Comparisons.Compared;
import org.concordqda.study.Comparisons.Distance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Constant comparison by key, on a real study.
class CompareTest extends DeskTest {
    private Code documentation;
    private Coding from;

    @BeforeEach
    void passages() {
        RoundId round = open.study().rounds().list().getFirst().id();
        documentation =
                open
                        .study()
                        .codebooks()
                        .draft()
                        .dimension("passages")
                        .orElseThrow()
                        .allCodes()
                        .stream()
                        .filter(c -> c.name().equals("Documentation"))
                        .findFirst()
                        .orElseThrow();
        code(round, "mask-kit/maskrcnn#1938", "the environment file of the release");
        code(round, "mask-kit/maskrcnn#1938", "nothing changed");
        code(round, "mask-kit/maskrcnn#1502", "Labels are off by one");
        code(round, "gan-zoo/pix2pix#61", "The link is dead");
        from =
                open.study().codings().under(documentation.id()).stream()
                        .filter(c -> c.quote().startsWith("The documentation"))
                        .findFirst()
                        .orElseThrow();
    }

    private void code(RoundId round, String key, String words) {
        Source source = open.study().sources().byKey(key).orElseThrow();
        String text = open.study().sources().text(source.id()).orElseThrow().text();
        int at = text.indexOf(words);
        open.study()
                .codings()
                .apply(round, source.id(), at, at + words.length(), documentation.id());
    }

    @Test
    void farthestCasesComeFirstThenSourcesSpeakersAndTheSameSpeaker() {
        List<Compared> all =
                new Comparisons(open.study())
                        .under(documentation.id(), Optional.of(from), Optional.empty());
        assertEquals(
                List.of(
                        "The link is dead",
                        "文档很重要",
                        "Labels are off by one",
                        "the environment file of the release",
                        "nothing changed"),
                all.stream().map(c -> c.coding().quote()).toList());
        assertEquals(
                List.of(
                        Distance.OTHER_CASE,
                        Distance.OTHER_CASE,
                        Distance.OTHER_SOURCE,
                        Distance.OTHER_SPEAKER,
                        Distance.SAME_SPEAKER),
                all.stream().map(Compared::distance).toList());
        var context = new Comparisons(open.study()).context(all.get(1).coding(), 12);
        assertEquals("he issues. ", context.before().substring(1));
        assertEquals("P3", context.speaker());
    }

    @Test
    void passagesAreReadRecodedMarkedAndWrittenAboutByKey() {
        driver.click("Training crashes after cuDNN update");
        SourceTextView text =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        Driver.now(
                () -> {
                    text.requestFocus();
                    text.select(from.span().start(), from.span().end());
                });
        driver.press(KeyCode.CONTROL, KeyCode.J);
        driver.until("they are read", () -> driver.says("5 other passages"));
        driver.shoot("compare");
        driver.press(KeyCode.DOWN);
        driver.press(KeyCode.E);
        Coding p3 =
                open.study().codings().list().stream()
                        .filter(c -> c.quote().equals("文档很重要"))
                        .findFirst()
                        .orElseThrow();
        assertTrue(p3.exemplar());
        assertTrue(driver.says("★ example"));
        driver.press(KeyCode.M);
        driver.type("Said, not meant.");
        TextArea memo =
                (TextArea)
                        driver.all(
                                        n ->
                                                n instanceof TextArea
                                                        && "Memo on this passage"
                                                                .equals(n.getAccessibleText()))
                                .getFirst();
        driver.until(
                "a pause stores it",
                () -> open.study().codings().get(p3.id()).memo().equals("Said, not meant."));
        assertEquals(
                "Said, not meant.", Driver.now(() -> memo.getText()), "and leaves the words alone");
        ListView<?> list =
                (ListView<?>)
                        driver.all(
                                        n ->
                                                n instanceof ListView<?>
                                                        && n.getStyleClass().contains("passages"))
                                .getFirst();
        Driver.now(() -> list.requestFocus());
        driver.press(KeyCode.R);
        driver.type("Trust");
        driver.press(KeyCode.ENTER);
        driver.until("one less", () -> driver.says("4 other passages"));
        assertEquals(
                "Trust", open.study().codebooks().name(open.study().codings().get(p3.id()).code()));
        driver.press(KeyCode.ENTER);
        driver.until("its source is open", () -> driver.says("Labels are off by one"));
    }

    @Test
    void workOfAnotherRoundNamesIt() {
        RoundId second = open.study().rounds().open("Second look", false);
        code(second, "mask-kit/maskrcnn#1938", "released");
        driver.click("Training crashes after cuDNN update");
        SourceTextView text =
                (SourceTextView) driver.all(SourceTextView.class::isInstance).getFirst();
        Mark old = mark(text, from);
        String first = "round “" + open.study().rounds().get(from.round()).name() + "”";
        assertEquals("", old.round(), "one is in it");
        Driver.now(() -> open.session().choose(open.study().rounds().get(second)));
        driver.until("it is another's now", () -> !mark(text, from).round().isEmpty());
        Mark now = mark(text, from);
        assertEquals(first, now.round());
        assertTrue(now.detail().contains(" · " + first), now.detail());
        Driver.now(() -> text.active().set(now));
        driver.until("beside the selected coding", () -> driver.says(first));
        driver.shoot("coding-of-another-round");
        driver.press(KeyCode.CONTROL, KeyCode.J);
        driver.until(
                "in the comparison",
                () -> driver.says("Training crashes after cuDNN update · " + first));
        driver.press(KeyCode.ESCAPE);
        anothersWorkNamesItsCoderAndStays(second);
        whatIsRefusedSaysSo();
    }

    private void anothersWorkNamesItsCoderAndStays(RoundId round) {
        Driver.now(
                () -> {
                    open.study().actAs("Coder B");
                    code(round, "gan-zoo/pix2pix#61", "dead");
                    open.study().actAs("Coder A");
                });
        driver.press(KeyCode.CONTROL, KeyCode.J);
        driver.until("whose it is", () -> driver.says("coded by Coder B"));
        choose(c -> open.study().coders().get(c.coder()).name().equals("Coder B"));
        driver.press(KeyCode.R);
        assertFalse(driver.says("Put another code on this passage"));
        assertTrue(
                driver.all(n -> n instanceof Button b && b.getText().equals("Recode …"))
                        .getFirst()
                        .isDisabled());
    }

    private void whatIsRefusedSaysSo() {
        choose(c -> c.round().equals(from.round()));
        open.study().rounds().close(from.round(), true);
        driver.press(KeyCode.R);
        driver.type("Trust");
        driver.press(KeyCode.ENTER);
        driver.until("why not", () -> driver.says("That did not work"));
        driver.press(KeyCode.ESCAPE);
        driver.until("the comparison is there", () -> driver.says("other passages"));
    }

    @SuppressWarnings("unchecked")
    private void choose(Predicate<Coding> wanted) {
        ListView<Compared> list =
                (ListView<Compared>)
                        driver.all(
                                        n ->
                                                n instanceof ListView<?>
                                                        && n.getStyleClass().contains("passages"))
                                .getFirst();
        Driver.now(
                () -> {
                    list.getSelectionModel()
                            .select(
                                    list.getItems().stream()
                                            .filter(c -> wanted.test(c.coding()))
                                            .findFirst()
                                            .orElseThrow());
                    list.requestFocus();
                });
        driver.settle();
    }

    private static Mark mark(SourceTextView text, Coding coding) {
        return Driver.now(() -> text.marksAt(coding.span().start())).stream()
                .filter(m -> m.id().equals(coding.id()))
                .findFirst()
                .orElseThrow();
    }
}
