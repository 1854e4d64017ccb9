package org.concordqda.desk.coding;

import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Sheets;
import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.desk.session.Session;
import org.concordqda.desk.shell.CommandPalette;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<Choice> early = new ArrayList<>();
        List<Choice> later = new ArrayList<>();
        for (Dimension dimension : session.codebook().get().dimensions()) {
            if (dimension.scope() != Scope.PASSAGE) {
                continue;
            }
            for (Code code : dimension.allCodes()) {
                if (code.retired()) {
                    continue;
                }
                int recent = first.indexOf(code.id());
                Choice choice =
                        new Choice(
                                code.name(),
                                dimension.path(code.id()).orElse(""),
                                recent >= 0 ? "" + (recent + 1) : "",
                                Optional.of(session.colours().get().of(code.id())),
                                () -> chosen.accept(code.id()));
                (recent >= 0 ? early : later).add(choice);
            }
        }
        early.sort(java.util.Comparator.comparing(Choice::key));
        early.addAll(later);
        return early;
    }
}
