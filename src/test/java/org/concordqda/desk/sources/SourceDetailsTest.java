package org.concordqda.desk.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.concordqda.desk.DeskTest;
import org.concordqda.desk.Driver;
import org.concordqda.model.Case;
import org.concordqda.model.SourceId;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cases and attributes of the chosen sources beside the table, by keyboard.
class SourceDetailsTest extends DeskTest {
    private List<SourceId> members(String name) {
        return open.study().cases().list().stream()
                .filter(c -> c.name().equals(name))
                .map(Case::sources)
                .findFirst()
                .orElseThrow();
    }

    private String focused() {
        return Driver.now(
                () -> {
                    Node owner = driver.scene().getFocusOwner();
                    return owner == null ? "" : String.valueOf(owner.getAccessibleText());
                });
    }

    /// Tab comes by a case and Enter there does nothing: only Delete takes the source out, as one act, and the
    /// keyboard stays with the cases.
    @Test
    void enterOnACaseDoesNothingAndDeleteTakesOut() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        SourceTable table = (SourceTable) driver.all(SourceTable.class::isInstance).getFirst();
        Driver.now(() -> table.getSelectionModel().selectAll());
        driver.until(
                "values that differ are said to",
                () -> "several values".equals(((TextField) called("labels")).getPromptText()));
        Driver.now(() -> table.getSelectionModel().clearAndSelect(0));
        driver.until(
                "one source has its own",
                () -> !"several values".equals(((TextField) called("labels")).getPromptText()));
        SourceId chosen = Driver.now(() -> table.chosen().getFirst().source().id());
        open.study().cases().put("repository", "alpha", List.of(chosen));
        open.study().cases().put("repository", "beta", List.of(chosen));
        driver.until("both cases", () -> driver.says("alpha") && driver.says("beta"));
        Driver.now(table::requestFocus);
        List<String> passed = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        for (Node at = table; seen.add(at); at = Driver.now(() -> driver.scene().getFocusOwner())) {
            passed.add(focused());
            Node from = at;
            Driver.now(() -> from.requestFocusTraversal(TraversalDirection.NEXT));
        }
        assertTrue(passed.contains("repository alpha"), passed.toString());
        assertFalse(passed.stream().anyMatch(n -> n.startsWith("Take out of")), passed.toString());
        Driver.now(() -> called("repository alpha").requestFocus());
        driver.press(KeyCode.ENTER);
        driver.press(KeyCode.SPACE);
        assertEquals(List.of(chosen), members("alpha"));
        driver.shoot("sources-case-chip");
        driver.press(KeyCode.DELETE);
        driver.until("taken out", () -> members("alpha").isEmpty());
        driver.until("on the next case", () -> focused().equals("repository beta"));
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        driver.until("one undo", () -> members("alpha").equals(List.of(chosen)));
        Driver.now(() -> ((Button) called("Take out of beta (Delete)")).fire());
        driver.until("by the mouse", () -> members("beta").isEmpty());
    }

    /// A window that becomes wide enough again shows what is chosen now, not what was chosen when it became narrow.
    @Test
    void whatStandsBesideTheTableIsWhatIsChosen() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        SourceTable table = (SourceTable) driver.all(SourceTable.class::isInstance).getFirst();
        Driver.now(() -> table.getSelectionModel().clearAndSelect(0));
        driver.until("the first", () -> besideTable().contains("Loss is NaN from step 200"));
        Driver.now(() -> driver.stage().setWidth(1000));
        driver.until("no room", () -> besideTable().isEmpty());
        Driver.now(() -> table.getSelectionModel().clearAndSelect(2));
        Driver.now(() -> driver.stage().setWidth(1440));
        driver.until(
                "the third", () -> besideTable().contains("Training crashes after cuDNN update"));
        assertFalse(besideTable().contains("Loss is NaN from step 200"));
    }

    private List<String> besideTable() {
        return driver.all(DetailsPane.class::isInstance).stream()
                .flatMap(pane -> pane.lookupAll(".strong").stream())
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    /// An attribute as a column: sorted by value where it holds numbers, grouped by, narrowed to and found.
    @Test
    void attributesAreColumnsThatSortGroupAndNarrow() {
        driver.press(KeyCode.ALT, KeyCode.DIGIT1);
        driver.until("sources", () -> driver.says("8 sources"));
        var study = open.study();
        List<SourceId> ids = study.sources().list().stream().map(s -> s.id()).toList();
        List<String> sizes = List.of("1.25", "1.5", "-3", "10", "9", "many", "");
        for (int i = 0; i < sizes.size(); i++) {
            study.attributes().set(List.of(ids.get(i)), "size", sizes.get(i));
        }
        study.attributes().set(ids.subList(0, 3), "zoo or solo", "zoo");
        study.attributes().set(ids.subList(3, 5), "zoo or solo", "solo");
        SourceTable table = (SourceTable) driver.all(SourceTable.class::isInstance).getFirst();
        SourcesModel model = Driver.now(table::model);
        driver.until("read", () -> model.attributes().contains("zoo or solo"));
        SourceColumn size = column(model, "attribute size");
        SourceColumn zoo = column(model, "attribute zoo or solo");
        Driver.now(
                () -> {
                    model.show(size, true);
                    model.show(zoo, true);
                });
        driver.settle();
        Driver.now(
                () ->
                        table.getSortOrder()
                                .setAll(
                                        List.of(
                                                table.getColumns().stream()
                                                        .filter(c -> size.id().equals(c.getId()))
                                                        .findFirst()
                                                        .orElseThrow())));
        driver.settle();
        assertEquals(List.of("-3", "1.25", "1.5", "9", "10", "many", "", ""), shown(model, size));
        Driver.now(() -> model.group(zoo.id()));
        assertEquals(
                List.of("solo 2", "zoo 3", "No zoo or solo 3"),
                Driver.now(model.shown()::get).stream()
                        .filter(SourceRow.Group.class::isInstance)
                        .map(SourceRow.Group.class::cast)
                        .map(g -> g.name() + " " + g.size())
                        .toList());
        assertEquals(List.of("9", "10", "-3", "1.25", "1.5", "many", "", ""), shown(model, size));
        driver.shoot("sources-grouped");
        Driver.now(() -> model.group(""));
        Driver.now(() -> model.only(zoo, Optional.of("zoo")));
        assertEquals(List.of("-3", "1.25", "1.5"), shown(model, size));
        Driver.now(() -> model.filter("1.5"));
        assertEquals(List.of("1.5"), shown(model, size));
        assertEquals(
                "[zoo=3, =3, solo=2]",
                Driver.now(() -> model.values(zoo)).toString(),
                "what it can be narrowed to, with how many");
        Driver.now(model::everything);
        assertEquals(8, Driver.now(model::hits));
    }

    private static SourceColumn column(SourcesModel model, String id) {
        return Driver.now(model::possible).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shown(SourcesModel model, SourceColumn column) {
        return Driver.now(model.shown()::get).stream()
                .filter(SourceRow.Of.class::isInstance)
                .map(r -> column.text().apply(((SourceRow.Of) r).of()))
                .toList();
    }

    private Node called(String accessible) {
        return driver.all(n -> accessible.equals(n.getAccessibleText())).getFirst();
    }
}
