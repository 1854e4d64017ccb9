package org.concordqda.model;

import java.util.List;

/// A ratings file holds values that no code or alias explains; nothing was stored.
public final class UnknownValuesException extends ConcordException {
    private static final long serialVersionUID = 1L;

    private final transient List<RatingsReport.Unknown> unknown;

    public UnknownValuesException(String sentence, List<RatingsReport.Unknown> unknown) {
        super(sentence);
        this.unknown = List.copyOf(unknown);
    }

    /// The values, by dimension.
    public List<RatingsReport.Unknown> unknown() {
        return unknown;
    }
}
