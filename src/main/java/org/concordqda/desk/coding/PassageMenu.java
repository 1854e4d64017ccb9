package org.concordqda.desk.coding;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodeId;

import java.util.List;
import java.util.function.Consumer;

/// The menu over the text: the codes used last, then what can be done to passages.
final class PassageMenu {
    private PassageMenu() {}

    static ContextMenu of(
            Session session,
            CodeModel model,
            SourceTextView text,
            Consumer<CodeId> apply,
            List<Command> commands) {
        ContextMenu menu = new ContextMenu();
        for (CodeId id : model.recent().list()) {
            session.codebook()
                    .get()
                    .code(id)
                    .ifPresent(
                            code -> {
                                MenuItem item = new MenuItem(code.name());
                                item.setGraphic(Pieces.dot(session.colours().get().of(id)));
                                item.setOnAction(e -> apply.accept(id));
                                item.setDisable(text.selection().get().isEmpty());
                                menu.getItems().add(item);
                            });
        }
        for (Command command : commands) {
            MenuItem item = new MenuItem(command.name());
            item.setAccelerator(command.key());
            item.setOnAction(e -> command.action().run());
            menu.getItems().add(item);
        }
        return menu;
    }
}
