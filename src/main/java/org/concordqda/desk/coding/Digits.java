package org.concordqda.desk.coding;

import org.concordqda.model.Code;
import org.concordqda.model.Special;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which keys choose which value of a dimension. Up to nine plain values: one digit. A tree: one digit per
/// level, 0 for a group itself. More than nine plain values: groups of nine, group digit then value digit.
/// Special values stand apart, after the others, and have keys of their own. Immutable.
final class Digits {
    private final List<Item> items = new ArrayList<>();
    private final boolean pairs;

    /// A value in the order it is listed.
    ///
    /// @param code the value
    /// @param depth 0 for a root
    /// @param digits the keys that choose it, or "" when it has none
    /// @param apart whether it is a special value
    record Item(Code code, int depth, String digits, boolean apart) {}

    Digits(List<Code> roots) {
        List<Code> offered =
                roots.stream().filter(c -> !c.retired()).filter(c -> !apart(c)).toList();
        boolean tree = offered.stream().anyMatch(c -> !c.children().isEmpty());
        pairs = !tree && offered.size() > 9;
        if (pairs) {
            for (int i = 0; i < offered.size(); i++) {
                String digits = i < 81 ? "" + (i / 9 + 1) + (i % 9 + 1) : "";
                items.add(new Item(offered.get(i), 0, digits, false));
            }
        } else {
            add(offered, 0, "", true);
        }
        Set<String> taken = new HashSet<>();
        for (Code code : roots) {
            if (apart(code) && !code.retired()) {
                String key = key(code.special());
                items.add(new Item(code, 0, taken.add(key) ? key : "", true));
            }
        }
    }

    /// Whether a value is set apart from the others: it answers about the question, not within it.
    static boolean apart(Code code) {
        return switch (code.special()) {
            case NOT_APPLICABLE, NOT_MENTIONED, UNSURE, NONE_OF_THESE -> true;
            case ORDINARY, OTHER -> false;
        };
    }

    /// The key of a special value; the same in every dimension.
    static String key(Special special) {
        return switch (special) {
            case NONE_OF_THESE -> "0";
            case NOT_APPLICABLE -> "-";
            case NOT_MENTIONED -> ".";
            case UNSURE -> ",";
            case ORDINARY, OTHER -> "";
        };
    }

    private void add(List<Code> codes, int depth, String before, boolean reachable) {
        for (int i = 0; i < codes.size(); i++) {
            Code code = codes.get(i);
            boolean here = reachable && i < 9;
            String path = here ? before + (i + 1) : "";
            List<Code> below = code.children().stream().filter(c -> !c.retired()).toList();
            items.add(new Item(code, depth, !below.isEmpty() && here ? path + "0" : path, false));
            add(below, depth + 1, path, here);
        }
    }

    /// All values in order, groups before what is in them, special values last.
    List<Item> items() {
        return List.copyOf(items);
    }

    /// Whether two digits are needed because there are more than nine plain values.
    boolean pairs() {
        return pairs;
    }

    /// The first and the last key of the topmost level, for people.
    String range() {
        long n = items.stream().filter(i -> i.depth() == 0 && !i.apart()).count();
        long last = Math.min(n, 81) - 1;
        return pairs ? "11–" + (last / 9 + 1) + (last % 9 + 1) : "1–" + Math.min(n, 9);
    }

    /// The value these keys choose.
    Optional<Code> chosen(String keys) {
        return items.stream().filter(i -> i.digits().equals(keys)).map(Item::code).findFirst();
    }

    /// Whether further digits could follow these.
    boolean goesOn(String keys) {
        return items.stream()
                .anyMatch(i -> i.digits().length() > keys.length() && i.digits().startsWith(keys));
    }
}
