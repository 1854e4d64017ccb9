package org.concordqda.intake;

import java.util.regex.Pattern;

/// Marks of transcribers: `[inaudible 00:06:59]`, `(laughs)`, `[crosstalk]`. Never a speaker.
final class TranscriberMarks {
    private static final Pattern SPEECH =
            Pattern.compile(
                    "(?iu).*\\b(inaudible|unintelligible|indistinct|phonetic|foreign|redacted|sic"
                            + "|unclear|unverständlich)\\b.*");
    private static final Pattern SOUND =
            Pattern.compile(
                    "(?iu).*\\b(cross"
                            + " ?-?talk|laugh(s|ing|ter)?|pause[sd]?|silence|music|overlapping|noise|cough(s|ing)?|sighs?|applause|break|off"
                            + " the record|phone rings?|recording|audio|begin|start|end"
                            + " of|ends|memo|lacht|pausa|rires)\\b.*");
    private static final Pattern BRACKETED =
            Pattern.compile("^\\s*(\\[[^\\[\\]]{1,200}\\]|\\([^()]{1,200}\\)|<[^<>]{1,80}>)\\s*$");

    private TranscriberMarks() {}

    /// Whether a name in brackets is a mark.
    static boolean isMark(String name) {
        return SPEECH.matcher(name).matches() || SOUND.matcher(name).matches();
    }

    /// Whether a line stands between what is said: all in square brackets, or a sound in any bracket.
    /// What merely replaces speech (`[inaudible]`) is part of the turn.
    static boolean between(String line) {
        if (!BRACKETED.matcher(line).matches() || SPEECH.matcher(line).matches()) {
            return false;
        }
        return line.strip().startsWith("[") || SOUND.matcher(line).matches();
    }
}
