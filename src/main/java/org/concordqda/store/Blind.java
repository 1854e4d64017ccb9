package org.concordqda.store;

import org.concordqda.model.CoderId;

import java.util.Optional;

/// The one filter every read of coders' work goes through: while a round is sealed, a person sees only
/// their own.
public final class Blind {
    private Blind() {}

    /// SQL: the ids of the sealed rounds, as a list in brackets.
    public static final String SEALED = "(SELECT id FROM round WHERE blind = 1 AND unsealed = 0)";

    /// SQL condition over a table with `round` and `coder`; takes one parameter, [#viewer].
    public static String visible(String alias) {
        return visible(alias, "?");
    }

    /// The same with the parameter as it stands in a statement that numbers its own, as in `?2`.
    public static String visible(String alias, String viewer) {
        return "("
                + alias
                + ".coder = "
                + viewer
                + " OR "
                + alias
                + ".round NOT IN "
                + SEALED
                + ")";
    }

    /// SQL condition over a round: what was coded in it stays as it is, as in `Round.frozen`.
    public static String frozen(String alias) {
        return "("
                + alias
                + ".closed = 1 OR ("
                + alias
                + ".blind = 1 AND "
                + alias
                + ".unsealed = 1))";
    }

    /// SQL condition over a memo `m`; takes [#viewer] as parameter 1. Another's memo is not told while the
    /// round it was written in is sealed, nor one on a coding, an answer or a found unit of a sealed round.
    public static final String MEMO =
            "(m.coder = ?1 OR (NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = m.made_by AND e.round"
                    + " IN "
                    + SEALED
                    + ") AND NOT EXISTS (SELECT 1 FROM memo_link l WHERE l.memo = m.id AND ("
                    + hidden("coding", "x.round NOT IN " + SEALED)
                    + " OR "
                    + hidden("rating", "x.round NOT IN " + SEALED)
                    + " OR "
                    + hidden("unit", "(x.origin = 'GIVEN' OR x.round NOT IN " + SEALED + ")")
                    + "))))";

    private static String hidden(String table, String open) {
        return "(l.target = '"
                + table
                + "' AND NOT EXISTS (SELECT 1 FROM "
                + table
                + " x WHERE x.id = l.target_id AND "
                + open
                + "))";
    }

    /// The condition's parameter; 0, whom nobody is, where nobody is said.
    public static long viewer(Optional<CoderId> who) {
        return who.map(CoderId::value).orElse(0L);
    }

    /// SQL condition over an entry `e`: another's act in a sealed round, or the undo or redo of one, whose
    /// words are not told; takes one parameter, [#viewer].
    public static final String SEALED_ACT =
            "(e.coder <> ? AND (SELECT a.round FROM entry a WHERE a.id = coalesce(e.undoes, e.id)) IN "
                    + SEALED
                    + ")";

    /// What stands for the words of such an act.
    public static final String SEALED_WORDS = "(an act in a sealed round)";
}
