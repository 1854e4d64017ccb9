package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;

/// A text that a regular expression may look at only so often: some patterns take longer than the age of the
/// universe on a short text, and a matcher cannot be stopped but by the text it reads. One thread.
final class BoundedText implements CharSequence {
    private static final long LOOKS = 40_000_000;
    private static final int BETWEEN_CHECKS = 1 << 16;

    private final String text;
    private final String title;
    private final Progress progress;
    private long looks;

    BoundedText(String text, String title, Progress progress) {
        this.text = text;
        this.title = title;
        this.progress = progress;
    }

    @Override
    public char charAt(int index) {
        if (++looks % BETWEEN_CHECKS == 0) {
            progress.check();
            if (looks > LOOKS) {
                throw tooMuch(title);
            }
        }
        return text.charAt(index);
    }

    static ConcordException tooMuch(String title) {
        return new ConcordException(
                "This regular expression takes too long on “"
                        + title
                        + "”; nothing was coded. Repetitions inside repetitions, such as (a+)+, are the"
                        + " usual reason.");
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
