package org.concordqda.desk.coding;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.model.Span;

/// Makes a code of the passage's own words. A codebook that asks of whole units only has no place for it, so
/// that a dimension for passages is offered first.
final class InVivo {
    private InVivo() {}

    static void make(CodeModel model, Sheets sheets, Span span) {
        if (!model.passageDimensions().isEmpty()) {
            model.passages().inVivo(span);
            return;
        }
        sheets.ask(
                "The codebook has no codes for passages yet",
                "It asks about whole units and sources. Add a dimension “Codes” for passages, with “"
                        + model.passages().name(span)
                        + "” as its first code? One undo takes both back.",
                "Add and code",
                () -> model.passages().inVivo(span));
    }
}
