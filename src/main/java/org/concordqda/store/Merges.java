package org.concordqda.store;

import java.util.HashMap;
import java.util.Map;

/// Codes that were merged into others, as every read sees them. A merge rewrites no rating and no coding:
/// `code.merged_into` says what a code is read as. It always names the last code of a chain, so that one
/// step is enough. Any thread.
public final class Merges {
    private Merges() {}

    /// SQL: the code that a column of code ids is read as.
    public static String through(String column) {
        return "coalesce((SELECT m.merged_into FROM code m WHERE m.id = "
                + column
                + "), "
                + column
                + ")";
    }

    /// SQL: the ids that are read as one code, for `IN`; `parameter` (`?1`) is that code.
    public static String readAs(String parameter) {
        return "(SELECT "
                + parameter
                + " UNION ALL SELECT id FROM code WHERE merged_into = "
                + parameter
                + ")";
    }

    /// SQL condition over a coding: not one that a merge made a second mark of the same passage, by the
    /// same coder in the same round. Such marks stay, but count once.
    public static String countedOnce(String alias) {
        return String.format(
                java.util.Locale.ROOT,
                "(%1$s.code NOT IN (SELECT id FROM code WHERE merged_into IS NOT NULL) OR NOT"
                        + " EXISTS (SELECT 1 FROM coding o JOIN code om ON om.id = o.code JOIN code"
                        + " cm ON cm.id = %1$s.code WHERE o.source = %1$s.source AND o.text ="
                        + " %1$s.text AND o.coder = %1$s.coder AND o.round = %1$s.round AND o.id <>"
                        + " %1$s.id AND o.start < %1$s.end AND o.end > %1$s.start AND"
                        + " coalesce(om.merged_into, om.id) = cm.merged_into AND (om.merged_into IS"
                        + " NULL OR o.id < %1$s.id)))",
                alias);
    }

    /// Every merged code and what it is read as, by row id.
    public static Map<Long, Long> all(Db db) {
        Map<Long, Long> into = new HashMap<>();
        db.each(
                "SELECT id, merged_into FROM code WHERE merged_into IS NOT NULL",
                row -> into.put(row.number(1), row.number(2)));
        return into;
    }
}
