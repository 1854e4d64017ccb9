package org.concordqda.desk.session;

import org.concordqda.desk.session.Choices.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The codes that can be put on a passage, as the palette offers them.
public final class PassageCodes {
    private PassageCodes() {}

    /// Every code for passages that is not retired, those named first before the others.
    ///
    /// @param chosen what choosing one does
    public static List<Choice> choices(
            Session session, List<CodeId> first, Consumer<CodeId> chosen) {
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
                                dimension.path(code.id()).orElse("") + also(code),
                                "",
                                recent >= 0 ? "" + (recent + 1) : "",
                                Optional.of(session.colours().get().of(code.id())),
                                () -> chosen.accept(code.id()));
                (recent >= 0 ? early : later).add(choice);
            }
        }
        early.sort(Comparator.comparing(Choice::key));
        early.addAll(later);
        return early;
    }

    /// Its other names, those of codes that were merged into it among them: it is found by them.
    private static String also(Code code) {
        return code.aliases().isEmpty()
                ? ""
                : " · also called " + String.join(", ", code.aliases());
    }
}
