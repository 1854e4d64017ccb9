package org.concordqda.desk.coding;

import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import org.concordqda.model.CodeId;
import org.concordqda.model.Span;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Codes dropped on the text: on the selection if there is one, else on the turn or comment under the mouse,
/// which is outlined while one drags over it.
final class PassageDrops {
    private final SourceTextView text;
    private final CodeModel model;
    private final BiConsumer<CodeId, Span> apply;

    PassageDrops(SourceTextView text, CodeModel model, BiConsumer<CodeId, Span> apply) {
        this.text = text;
        this.model = model;
        this.apply = apply;
        text.setOnDragOver(this::over);
        text.setOnDragExited(e -> text.aim(Optional.empty()));
        text.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent e) {
        if (PassageDrag.code(e.getDragboard()).isPresent()) {
            e.acceptTransferModes(TransferMode.COPY);
            text.aim(
                    target(e.getScreenX(), e.getScreenY())
                            .map(span -> new int[] {span.start(), span.end()}));
            e.consume();
        }
    }

    private void dropped(DragEvent e) {
        text.aim(Optional.empty());
        PassageDrag.code(e.getDragboard())
                .ifPresent(
                        code -> {
                            Optional<Span> span = target(e.getScreenX(), e.getScreenY());
                            span.ifPresent(s -> apply.accept(code, s));
                            e.setDropCompleted(span.isPresent());
                            e.consume();
                        });
    }

    /// The passage that a code dropped at this place of the screen goes on.
    Optional<Span> target(double screenX, double screenY) {
        return text.selection().get().or(() -> model.turnAt(text.offsetAt(screenX, screenY)));
    }
}
