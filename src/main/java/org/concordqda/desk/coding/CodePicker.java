package org.concordqda.desk.coding;

import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.PassageCodes;
import org.concordqda.desk.session.Session;
import org.concordqda.desk.shell.CommandPalette;
import org.concordqda.model.CodeId;

import java.util.List;
import java.util.function.Consumer;

/// Chooses a code for a passage by a few letters.
final class CodePicker {
    private CodePicker() {}

    /// A card that asks for a code.
    static Region of(Sheets sheets, String prompt, Session session, Consumer<CodeId> chosen) {
        return new CommandPalette(sheets, prompt, choices(session, List.of(), chosen));
    }

    /// Every code for passages, those named first before the others.
    static List<Choice> choices(Session session, List<CodeId> first, Consumer<CodeId> chosen) {
        return PassageCodes.choices(session, first, chosen);
    }
}
