package org.concordqda.intake;

import org.concordqda.model.ConcordException;
import org.concordqda.model.ImportProblem;

/// A file that cannot be used, before it is known whether it stops everything (a codebook) or only
/// itself (one of many sources).
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    /// @param place where in the file, or ""
    /// @param reason what is wrong, as the rest of a sentence
    Unreadable(String place, String reason) {
        super(reason, null, false, false);
        this.place = place;
        this.reason = reason;
    }

    ImportProblem problem(String file) {
        return new ImportProblem(file, place, reason);
    }

    ConcordException refused(String file) {
        return new ConcordException(problem(file).sentence(), this);
    }
}
