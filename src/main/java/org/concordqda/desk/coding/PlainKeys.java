package org.concordqda.desk.coding;

import org.concordqda.desk.session.KeyHint;

import java.util.List;

/// The keys without a modifier that the text and the form handle themselves, as the list of all keys tells
/// them.
final class PlainKeys {
    static final List<KeyHint> HINTS =
            List.of(
                    new KeyHint(
                            "1 … 9",
                            "in the text: a recent code on the selection; without one, as in the form"),
                    new KeyHint("T", "in the text: select the whole turn or comment"),
                    new KeyHint(
                            "Alt ← →", "move the end of the selected coding, with Shift its start"),
                    new KeyHint("Delete", "take the selected coding away"),
                    new KeyHint(
                            "1 … 9", "in the form: choose a value; over nine, group then value"),
                    new KeyHint("A … Z", "in the form: go to a value by its first letters"),
                    new KeyHint("Tab", "in the form: next question"),
                    new KeyHint("F", "in the form: flag the answer for discussion"));

    private PlainKeys() {}
}
