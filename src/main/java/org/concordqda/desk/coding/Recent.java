package org.concordqda.desk.coding;

import org.concordqda.model.CodeId;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The codes used last, newest first, at most nine: the digits.
final class Recent {
    private static final int MOST = 9;

    private final List<CodeId> codes = new ArrayList<>();

    List<CodeId> list() {
        return List.copyOf(codes);
    }

    void used(CodeId code) {
        codes.remove(code);
        codes.addFirst(code);
        while (codes.size() > MOST) {
            codes.removeLast();
        }
    }

    void keep(Predicate<CodeId> which) {
        codes.removeIf(which.negate());
    }
}
