package org.concordqda.desk.coding;

import org.concordqda.desk.coding.Digits.Item;

import java.util.List;

/// The values a question shows that is open and not in use: the first few of the topmost level.
///
/// @param shown those
/// @param more how many there are beside them
record FewValues(List<Item> shown, int more) {
    private static final int MOST = 4;

    /// The few of all values of a question.
    static FewValues of(List<Item> all) {
        List<Item> few =
                all.stream().filter(i -> i.depth() == 0 && !i.apart()).limit(MOST).toList();
        return new FewValues(few, all.size() - few.size());
    }

    /// How high a question is that shows them, in pixels of the window before zoom: its name, a row for each, the line
    /// that counts the others, and what the style sheet puts around them.
    double room() {
        return 12 + 18 + 6 + Math.max(0, 23 * shown.size() - 1) + (more > 0 ? 6 + 15 : 0) + 12 + 1;
    }
}
