package org.concordqda.desk.coding;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Rating;
import org.concordqda.study.Form.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an answer becomes when a value is chosen or taken back. Pure functions.
final class Choosing {
    private Choosing() {}

    /// The codes after a value was pressed; empty when nothing is answered any more. A value carried over
    /// becomes the unit's own.
    static Optional<List<CodeId>> toggled(Question question, Code code) {
        Dimension dimension = question.dimension();
        List<CodeId> codes =
                new ArrayList<>(question.answer().map(Rating::codes).orElse(List.of()));
        boolean had = codes.remove(code.id());
        if (had && codes.isEmpty() && question.carriedFrom().isEmpty()) {
            return Optional.empty();
        }
        if (dimension.choice() == Choice.ONE || Digits.apart(code)) {
            codes.clear();
        } else {
            dimension.codes().stream()
                    .filter(Digits::apart)
                    .forEach(special -> codes.remove(special.id()));
        }
        if (!had || codes.isEmpty()) {
            codes.add(code.id());
        }
        return Optional.of(codes);
    }
}
