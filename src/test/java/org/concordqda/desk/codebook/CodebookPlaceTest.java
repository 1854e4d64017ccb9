package org.concordqda.desk.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;
import org.concordqda.study.CodeUses;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.CodebookStale;
import org.concordqda.study.Codebooks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The codebook in its place: the tree, its fields, merge, split, versions and second looks.
class CodebookPlaceTest extends DeskTest {
    @BeforeEach
    void enter() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT3);
        driver.until("the tree", () -> driver.says("Data pipeline"));
    }

    private Codebook draft() {
        return open.study().codebooks().draft();
    }

    private Code code(String word) {
        return Codebooks.coded(draft(), word);
    }

    @Test
    void arrowsWorkFromTheStartAndARefusalIsGoneAfterAnUndo() {
        driver.settle();
        String first = text("Name");
        driver.press(KeyCode.DOWN);
        driver.until("the next line", () -> !first.equals(text("Name")));
        driver.click(cell("Training"));
        driver.press(KeyCode.F2);
        driver.type("Learning");
        driver.press(KeyCode.ENTER);
        driver.until("it is renamed", () -> driver.says("Learning"));
        driver.click(cell("Data pipeline"));
        driver.press(KeyCode.DELETE);
        driver.until("it is refused", () -> driver.says("cannot be removed"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("it is undone", () -> driver.says("Undone"));
        driver.settle();
        assertEquals(
                0, driver.words().stream().filter(w -> w.contains("cannot be removed")).count());
    }

    @Test
    void aQuestionWithAnswersKeepsWhatItIsAskedOf() {
        driver.click(cell("DL stage"));
        driver.until("its fields", () -> "DL stage".equals(text("Name")));
        ComboBox<?> asked = combo("Asked of");
        Driver.now(() -> asked.getSelectionModel().select(Scope.SOURCE.ordinal()));
        driver.until("it is refused", () -> driver.says("so what it is asked of cannot change"));
        assertEquals("each unit", Driver.now(asked::getValue), "as it is stored");
        ComboBox<?> takes = combo("Takes");
        Driver.now(() -> takes.getSelectionModel().select(Choice.MANY.ordinal()));
        driver.until("it takes several", () -> dimension("DL stage").choice() == Choice.MANY);
    }

    private ComboBox<?> combo(String name) {
        return (ComboBox<?>)
                driver.all(n -> n instanceof ComboBox<?> c && name.equals(c.getAccessibleText()))
                        .getFirst();
    }

    private Dimension dimension(String name) {
        return draft().dimensions().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Node cell(String name) {
        return driver.all(
                        n ->
                                n instanceof TreeCell<?> c
                                        && c.getItem() instanceof CodebookNode node
                                        && node.name().equals(name))
                .getFirst();
    }

    private Node field(String name) {
        return driver.all(
                        n -> n instanceof TextInputControl f && name.equals(f.getAccessibleText()))
                .getFirst();
    }

    private String text(String field) {
        return Driver.now(() -> ((TextInputControl) field(field)).getText());
    }

    private void choose(String word) {
        CodeId id = code(word).id();
        Driver.now(
                () ->
                        ((CodebookTree) driver.all(n -> n instanceof CodebookTree).getFirst())
                                .choose(id));
        driver.until("its fields", () -> code(word).name().equals(text("Name")));
    }

    private List<String> names(String dimension) {
        return draft().dimension(dimension).orElseThrow().allCodes().stream()
                .map(Code::name)
                .toList();
    }

    @Test
    void codesAreAddedInPlaceRenamedAndMovedByKey() {
        driver.click("Data pipeline");
        driver.press(KeyCode.CONTROL, KeyCode.N);
        driver.type("Modeling");
        driver.press(KeyCode.ENTER);
        driver.until(
                "refused where one looks",
                () -> driver.says("There is a code “Modeling” here already"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("Storage");
        driver.press(KeyCode.ENTER);
        driver.until("it is there", () -> names("dl-stage").contains("Storage"));
        assertEquals(
                List.of("Environment", "Data pipeline", "Storage", "Modeling", "Training"),
                names("dl-stage"));
        driver.until("it is chosen", () -> "Storage".equals(text("Name")));
        driver.press(KeyCode.F2);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("Nothing");
        driver.press(KeyCode.ESCAPE);
        assertTrue(names("dl-stage").contains("Storage"));
        driver.press(KeyCode.F2);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type("Loading");
        driver.press(KeyCode.ENTER);
        driver.until("renamed", () -> names("dl-stage").contains("Loading"));
        driver.press(KeyCode.ALT, KeyCode.RIGHT);
        driver.until("indented", () -> code("Data pipeline").children().size() == 1);
        driver.press(KeyCode.ALT, KeyCode.LEFT);
        driver.until("beside again", () -> code("Data pipeline").children().isEmpty());
        driver.press(KeyCode.DELETE);
        driver.until("an unused code goes", () -> names("dl-stage").size() == 4);
        driver.click("Environment");
        driver.press(KeyCode.DELETE);
        driver.until("a used one stays", () -> driver.says("is in use, so it cannot be removed"));
    }

    /// Codes shown below the first dimension that is.
    private static int below(CodebookTree tree) {
        return Driver.now(() -> tree.getRoot().getChildren().getFirst().getChildren().size());
    }

    /// Fields with room for whether a change is wording or meaning.
    private long questions() {
        return driver.scene().getRoot().lookupAll(".change-line").stream()
                .filter(Node::isManaged)
                .count();
    }

    @Test
    void aFieldIsStoredWhenLeftAsMeaningOrWording() {
        choose("Trust");
        driver.click(field("Definition"));
        String before = text("Definition");
        driver.type("Not this");
        driver.press(KeyCode.ESCAPE);
        assertEquals(before, text("Definition"), "Escape gives back what is stored");
        driver.type("Belief that a model does what its paper says.");
        driver.until("it asks", () -> driver.says("This changes the"));
        for (int i = 0; i < 3; i++) {
            driver.press(KeyCode.TAB);
        }
        assertEquals(
                "Include when",
                Driver.now(() -> driver.scene().getFocusOwner().getAccessibleText()),
                "past wording or meaning, and why");
        driver.until("it is stored", () -> code("Trust").definition().startsWith("Belief"));
        driver.until("a use is stale", () -> driver.says("1 under an older meaning"));
        driver.shoot("codebook");
        driver.type("Any written guide.");
        // Until the room of the question before has closed, what stands below moves.
        driver.until("one question is asked", () -> questions() == 1);
        driver.click("wording");
        driver.click(field("Why"));
        driver.type("clearer");
        driver.press(KeyCode.ENTER);
        driver.until("once", () -> code("Trust").include().equals("Any written guide."));
        assertEquals("change include when of Trust", open.study().history().undoable().orElse(""));
        driver.until("the room of the question has closed", () -> questions() == 0);
        driver.click(field("Also called, one a line"));
        driver.type("Faith\nReliance");
        driver.settle();
        driver.click(driver.all(n -> "Colour #227f59".equals(n.getAccessibleText())).getFirst());
        driver.until("its other names", () -> code("Trust").aliases().size() == 2);
        assertEquals(List.of("Faith", "Reliance"), code("Trust").aliases());
        driver.until("its colour", () -> code("Trust").colour().equals("#227f59"));
        driver.until("judged in both themes", () -> driver.says("Stands out in light and in dark"));
        driver.click("1 use wants a second look");
        driver.until("it is listed", () -> driver.says("Second look · 1"));
        driver.until(
                "what changed since",
                () ->
                        !driver.all(
                                        n ->
                                                n instanceof Text t
                                                        && t.getStyleClass().contains("added")
                                                        && t.getText().contains("paper says"))
                                .isEmpty());
        driver.shoot("codebook-second-look");
        driver.click("It still holds");
        driver.until("none is left", () -> new CodebookStale(open.study()).list().isEmpty());
        Driver.now(() -> open.shell().here().orElseThrow().commands().getLast().action().run());
        driver.until("versions", () -> driver.says("Versions of the codebook"));
        driver.until("compared word by word", () -> driver.says("clearer"));
        driver.shoot("codebook-diff");
    }

    @Test
    void codesAreMergedAndSplitWithAPreview() {
        choose("Workaround");
        driver.click(cell("Workaround"));
        driver.press(KeyCode.SHIFT, KeyCode.DOWN);
        driver.until("both are chosen", () -> driver.says("Merge 2 …"));
        driver.click("Merge 2 …");
        driver.until(
                "it is counted", () -> driver.says("0 ratings and 0 passages are read as “Trust”"));
        driver.shoot("codebook-merge");
        assertEquals(
                "The code that stays",
                Driver.now(() -> driver.scene().getFocusOwner().getAccessibleText()),
                "the keyboard begins at Into");
        driver.click("It means something else from now on");
        driver.press(KeyCode.SPACE);
        driver.press(KeyCode.ENTER);
        driver.until("merged", () -> !names("passages").contains("Workaround"));
        assertEquals(List.of("Workaround"), code("Trust").aliases());
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("undone", () -> names("passages").contains("Workaround"));
        driver.settle();
        CodebookTree tree = (CodebookTree) driver.all(CodebookTree.class::isInstance).getFirst();
        choose("Passages > Documentation");
        fill("Filter the codebook", "document");
        driver.click("Split …");
        driver.until("its uses", () -> driver.says("Split a code"));
        fill("Name of part 1", "Wrong documentation");
        fill("Name of part 2", "Documentation matters");
        for (String search : List.of("", "文档")) {
            fill("Search these uses", search);
            driver.click(
                    driver.all(
                                    n ->
                                            n instanceof Button b
                                                    && "Documentation matters".equals(b.getText()))
                            .getFirst());
        }
        assertEquals(
                List.of("Documentation matters"),
                driver.all(n -> "Goes to".equals(n.getAccessibleText())).stream()
                        .map(n -> ((ListCell<?>) n.lookup(".combo-box > .list-cell")).getText())
                        .toList(),
                "given twice, it says where it goes");
        driver.shoot("codebook-split");
        driver.click("Split");
        driver.until("split", () -> names("passages").contains("Wrong documentation"));
        fill("Filter the codebook", "passages");
        assertTrue(below(tree) > 2, "the codes of a dimension that is looked for");
        fill("Filter the codebook", "matters");
        assertEquals(1, below(tree));
        choose("Documentation matters");
        driver.press(KeyCode.CONTROL, KeyCode.N);
        driver.type("Young code\n");
        driver.until("it is made", () -> names("passages").contains("Young code"));
        driver.settle();
        assertEquals(
                "Young code",
                Driver.now(() -> tree.chosen().orElseThrow().name()),
                "what is added stays in view, whatever the filter says");
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("taken back", () -> !names("passages").contains("Young code"));
        driver.settle();
        assertEquals(
                Driver.now(() -> tree.getSelectionModel().getSelectedIndex()),
                Driver.now(() -> tree.getFocusModel().getFocusedIndex()),
                "the arrow keys go on from what is chosen");
        assertTrue(code("Passages > Documentation").retired());
        assertEquals(
                2,
                new CodeUses(open.study())
                        .counts()
                        .get(code("Documentation matters").id())
                        .codings());
    }

    @Test
    void twoHundredCodesAndLongNamesFitASmallWindow() {
        CodeId trust = code("Trust").id();
        String name = "Trust in what somebody else has trained ".repeat(3).strip();
        Driver.now(
                () -> {
                    driver.stage().setWidth(1000);
                    driver.stage().setHeight(700);
                    open.study().codebooks().edit(trust, "name", name, false, "");
                    var passages = draft().dimensionOf(trust).orElseThrow().id();
                    for (int i = 1; i <= 200; i++) {
                        new CodebookShape(open.study())
                                .add(passages, Optional.empty(), "Matter " + i, Optional.empty());
                    }
                });
        driver.until(
                "the tree has them",
                () -> open.session().codebook().get().dimensionOf(trust).isPresent());
        choose(name);
        driver.until("its line is there", () -> driver.says(name));
        double edge =
                driver.all(n -> n instanceof CodebookTree).getFirst().getLayoutBounds().getMaxX();
        for (Node line : driver.all(n -> n instanceof TreeCell<?> c && c.getGraphic() != null)) {
            Node row = Driver.now(() -> ((TreeCell<?>) line).getGraphic());
            assertTrue(
                    Driver.now(() -> row.getBoundsInParent().getMaxX()) <= edge, line.toString());
        }
        driver.shoot("codebook-small");
        driver.click(field("Filter the codebook"));
        driver.type("matter 17");
        driver.until(
                "eleven are left", () -> driver.says("Matter 179") && !driver.says(name + " "));
        assertTrue(driver.says("Matter 17"));
        assertTrue(
                driver.all(n -> n instanceof TreeCell<?> c && c.getGraphic() != null).size() <= 13);
    }

    private void fill(String field, String words) {
        driver.click(field(field));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.type(words);
    }
}
