package org.concordqda.model;

/// The one root of everything that can go wrong and that a person should hear of. The message is a whole
/// sentence for the user: what happened, at which file and place, what was kept, what to do. It is logged
/// once, where it ends; dialogs and exit codes are mapped in one class each.
public class ConcordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConcordException(String sentence) {
        super(sentence);
    }

    public ConcordException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
