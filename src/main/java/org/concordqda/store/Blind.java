package org.concordqda.store;

import org.concordqda.model.CoderId;

import java.util.Optional;

/// The one filter every read of coders' work goes through: while a round is sealed, a person sees only
/// their own.
public final class Blind {
    private Blind() {}

    /// SQL condition over a table with `round` and `coder`; takes one parameter, [#viewer].
    public static String visible(String alias) {
        return "("
                + alias
                + ".coder = ? OR "
                + alias
                + ".round NOT IN (SELECT id FROM round WHERE blind = 1 AND unsealed = 0))";
    }

    /// The condition's parameter; 0, whom nobody is, where nobody is said.
    public static long viewer(Optional<CoderId> who) {
        return who.map(CoderId::value).orElse(0L);
    }

    /// SQL condition over an entry `e`: another's act in a sealed round, whose words are not told; takes
    /// one parameter, [#viewer].
    public static final String SEALED_ACT =
            "(e.coder <> ? AND e.round IN (SELECT id FROM round WHERE blind = 1 AND unsealed = 0))";

    /// What stands for the words of such an act.
    public static final String SEALED_WORDS = "(an act in a sealed round)";
}
