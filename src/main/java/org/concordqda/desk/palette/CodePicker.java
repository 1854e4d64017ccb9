package org.concordqda.desk.palette;

import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.PassageCodes;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodeId;

import java.util.List;
import java.util.function.Consumer;

/// Chooses a code for a passage by a few letters.
public final class CodePicker {
    private CodePicker() {}

    /// A card that asks for a code.
    public static Region of(
            Sheets sheets, String prompt, Session session, Consumer<CodeId> chosen) {
        return new CommandPalette(sheets, prompt, PassageCodes.choices(session, List.of(), chosen));
    }
}
