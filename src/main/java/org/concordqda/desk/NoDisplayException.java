package org.concordqda.desk;

import org.concordqda.model.ConcordException;

/// There is no screen to open a window on (none set, or one that does not answer).
public final class NoDisplayException extends ConcordException {
    private static final long serialVersionUID = 1L;

    NoDisplayException(Throwable cause) {
        super("There is no display to open the desk on.", cause);
    }
}
