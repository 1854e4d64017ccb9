package org.concordqda.desk.coding;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.memos.MemoLinks;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Unit;
import org.concordqda.study.Memos.Target;
import org.concordqda.study.Units.Goes;

/// Names a unit, shows its memos, or takes it away.
final class UnitSheet {
    private UnitSheet() {}

    static void show(Session session, Sheets sheets, FormModel model) {
        if (model.unit().isEmpty()) {
            return;
        }
        Unit unit = model.unit().get();
        TextField name = new TextField(unit.name());
        name.getStyleClass().add("field");
        name.setAccessibleText("Name of the unit");
        Runnable keep =
                () -> {
                    sheets.away();
                    model.renameUnit(name.getText().strip());
                };
        name.setOnAction(e -> keep.run());
        Target target = new Target("unit", unit.id().value());
        MemoLinks memos =
                new MemoLinks(
                        session, sheets, target, "this unit", session.study().memos().on(target));
        Button remove =
                Pieces.button(
                        "Remove unit …",
                        () ->
                                sheets.ask(
                                        "Remove " + unit.name() + "?",
                                        warning(model.goes()),
                                        "Remove",
                                        model::removeUnit));
        remove.setDisable(model.units().size() < 2);
        sheets.show(
                Sheets.card(
                        "Unit " + (model.unitIndex() + 1) + " of " + model.units().size(),
                        420,
                        new VBox(10, name, memos),
                        remove,
                        Pieces.button("Cancel", sheets::away),
                        Pieces.primary("Rename", "", keep)));
    }

    /// What goes with a unit, in a sentence.
    static String warning(Goes goes) {
        String answers =
                goes.answers() == 0
                        ? "You have not answered anything for it."
                        : "Your "
                                + (goes.answers() == 1 ? "answer" : goes.answers() + " answers")
                                + (goes.evidence() == 0
                                        ? ""
                                        : " and " + goes.evidence() + " kept as evidence")
                                + (goes.answers() + goes.evidence() == 1 ? " goes" : " go")
                                + " with it.";
        return answers + " Undo brings everything back.";
    }
}
