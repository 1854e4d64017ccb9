package org.concordqda.desk.coding;

import org.concordqda.model.Code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which digits choose which value of a dimension. Up to nine plain values: one digit. A tree: one digit
/// per level, 0 for a group itself. More than nine plain values: groups of nine, group digit then value
/// digit. Immutable.
final class Digits {
    private final List<Item> items = new ArrayList<>();

    /// A value in the order it is listed.
    ///
    /// @param code the value
    /// @param depth 0 for a root
    /// @param digits the digits that choose it, or "" when it has none
    record Item(Code code, int depth, String digits) {}

    Digits(List<Code> roots) {
        List<Code> offered = roots.stream().filter(c -> !c.retired()).toList();
        boolean tree = offered.stream().anyMatch(c -> !c.children().isEmpty());
        if (!tree && offered.size() > 9) {
            for (int i = 0; i < offered.size(); i++) {
                String digits = i < 81 ? "" + (i / 9 + 1) + (i % 9 + 1) : "";
                items.add(new Item(offered.get(i), 0, digits));
            }
        } else {
            add(offered, 0, "", true);
        }
    }

    private void add(List<Code> codes, int depth, String before, boolean reachable) {
        for (int i = 0; i < codes.size(); i++) {
            Code code = codes.get(i);
            boolean here = reachable && i < 9;
            String path = here ? before + (i + 1) : "";
            boolean group = code.children().stream().anyMatch(c -> !c.retired());
            items.add(new Item(code, depth, group && here ? path + "0" : path));
            add(code.children().stream().filter(c -> !c.retired()).toList(), depth + 1, path, here);
        }
    }

    /// All values in order, groups before what is in them.
    List<Item> items() {
        return List.copyOf(items);
    }

    /// The value these digits choose.
    Optional<Code> chosen(String digits) {
        return items.stream().filter(i -> i.digits().equals(digits)).map(Item::code).findFirst();
    }

    /// Whether further digits could follow these.
    boolean goesOn(String digits) {
        return items.stream()
                .anyMatch(
                        i ->
                                i.digits().length() > digits.length()
                                        && i.digits().startsWith(digits));
    }
}
