package org.concordqda.desk.coding;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Unit;

/// Names a unit or takes it away.
final class UnitSheet {
    private UnitSheet() {}

    static void show(Sheets sheets, FormModel model) {
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
        Button remove =
                Pieces.button(
                        "Remove unit",
                        () -> {
                            sheets.away();
                            model.removeUnit();
                        });
        remove.setDisable(model.units().size() < 2);
        sheets.show(
                Sheets.card(
                        "Unit " + (model.unitIndex() + 1) + " of " + model.units().size(),
                        420,
                        name,
                        remove,
                        Pieces.button("Cancel", sheets::away),
                        Pieces.primary("Rename", "", keep)));
    }
}
