package org.concordqda.desk.coding;

import org.concordqda.model.Code;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/// The digits and letters typed into a question so far; a pause begins anew.
final class TypedKeys {
    private static final long PAUSE = 900;

    private String digits = "";
    private String letters = "";
    private long at;
    private @Nullable Code chosen;
    private boolean none;

    /// Takes a key that could choose a value.
    ///
    /// @return whether it was such a key
    boolean key(String text, Digits of) {
        chosen = null;
        none = false;
        if (text.length() != 1 || "0123456789-.,".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        fresh();
        letters = "";
        digits += text;
        Optional<Code> found = of.chosen(digits);
        if (found.isPresent()) {
            chosen = found.get();
            digits = "";
        } else if (!of.goesOn(digits)) {
            none = digits.equals("0");
            digits = "";
        }
        return true;
    }

    /// Forgets what was typed.
    void clear() {
        digits = "";
        letters = "";
    }

    /// Takes a letter.
    boolean letter(String text) {
        if (text.isEmpty() || !Character.isLetter(text.codePointAt(0))) {
            return false;
        }
        fresh();
        digits = "";
        letters += text.toLowerCase(Locale.ROOT);
        return true;
    }

    /// The value the last key chose.
    Optional<Code> chosen() {
        return Optional.ofNullable(chosen);
    }

    /// Whether the last key said *None of these*.
    boolean none() {
        return none;
    }

    /// Digits that wait for a further one.
    String digits() {
        return digits;
    }

    String letters() {
        return letters;
    }

    private void fresh() {
        long now = System.currentTimeMillis();
        if (now - at > PAUSE) {
            digits = "";
            letters = "";
        }
        at = now;
    }
}
