package org.concordqda.study;

import org.concordqda.model.Check;
import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions and checks between dimensions: who names a code, and whether a condition can be.
final class DimensionRules {
    private DimensionRules() {}

    /// What asks or warns by this code, as sentences.
    static List<String> naming(Codebook draft, Code code) {
        List<String> said = new ArrayList<>();
        Optional<Dimension> own = draft.dimensionOf(code.id());
        if (own.isEmpty()) {
            return said;
        }
        String dimension = own.get().key();
        for (Dimension d : draft.dimensions()) {
            d.askedWhen()
                    .filter(c -> c.dimension().equals(dimension))
                    .filter(c -> c.values().contains(code.key()))
                    .ifPresent(
                            c ->
                                    said.add(
                                            "“"
                                                    + d.name()
                                                    + "” is asked when “"
                                                    + own.get().name()
                                                    + "” is “"
                                                    + code.name()
                                                    + "”"
                                                    + (c.values().size() == 1
                                                            ? " and would not be asked any more"
                                                            : "")
                                                    + "."));
            for (Check check : d.checks()) {
                boolean here = d.key().equals(dimension) && check.when().equals(code.key());
                boolean there =
                        check.dimension().equals(dimension) && check.values().contains(code.key());
                if (here || there) {
                    said.add("A check of “" + d.name() + "” names it (" + check.warn() + ").");
                }
            }
        }
        return said;
    }

    /// Refuses a condition that names nothing or leads back to its own dimension.
    static void check(Codebook draft, Dimension d, Condition condition) {
        Dimension other =
                draft.dimension(condition.dimension())
                        .orElseThrow(
                                () ->
                                        new ConcordException(
                                                "There is no dimension “"
                                                        + condition.dimension()
                                                        + "” to ask after; nothing was changed."));
        Set<String> keys = new HashSet<>();
        other.allCodes().forEach(c -> keys.add(c.key()));
        for (String value : condition.values()) {
            if (!keys.contains(value)) {
                throw new ConcordException(
                        "“" + other.name() + "” has no code “" + value + "”; nothing was changed.");
            }
        }
        if (condition.values().isEmpty()) {
            throw new ConcordException(
                    "Say with which values “" + d.name() + "” is asked; nothing was changed.");
        }
        Set<String> seen = new HashSet<>();
        for (Optional<Dimension> at = Optional.of(other);
                at.isPresent() && seen.add(at.get().key());
                at = at.get().askedWhen().flatMap(c -> draft.dimension(c.dimension()))) {
            if (at.get().id().equals(d.id())) {
                throw new ConcordException(
                        "“" + d.name() + "” would wait for its own answer; nothing was changed.");
            }
        }
    }

    /// A dimension whose rules name another dimension by its new key.
    static Dimension renamed(Dimension d, String old, String now) {
        Optional<Condition> when =
                d.askedWhen()
                        .map(c -> c.dimension().equals(old) ? new Condition(now, c.values()) : c);
        List<Check> checks =
                d.checks().stream()
                        .map(
                                c ->
                                        c.dimension().equals(old)
                                                ? new Check(c.when(), now, c.values(), c.warn())
                                                : c)
                        .toList();
        return d.withRules(when, checks);
    }
}
