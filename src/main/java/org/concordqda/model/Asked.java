package org.concordqda.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Which dimensions are asked, given the answers so far, and what their checks warn of. Pure functions.
///
/// @param dimensions all that could be asked, in the order of the codebook
/// @param answers the codes of an answer; none where there is no answer
public record Asked(List<Dimension> dimensions, Function<DimensionId, List<CodeId>> answers) {
    /// Not asked is neither missing nor Not applicable: a condition that is not met hides the question.
    public boolean asks(Dimension dimension) {
        return asks(dimension, Set.of());
    }

    /// What the checks of a dimension say of the answers as they are.
    public List<String> warnings(Dimension dimension) {
        List<String> warnings = new ArrayList<>();
        for (Check check : dimension.checks()) {
            if (answersOneOf(dimension, List.of(check.when()))
                    && byKey(check.dimension())
                            .filter(d -> answersOneOf(d, check.values()))
                            .isPresent()) {
                warnings.add(check.warn());
            }
        }
        return warnings;
    }

    private boolean asks(Dimension dimension, Set<String> above) {
        if (dimension.askedWhen().isEmpty() || above.contains(dimension.key())) {
            return true;
        }
        Optional<Dimension> other = byKey(dimension.askedWhen().get().dimension());
        if (other.isEmpty()) {
            return true;
        }
        Set<String> seen = new HashSet<>(above);
        seen.add(dimension.key());
        return asks(other.get(), seen)
                && answersOneOf(other.get(), dimension.askedWhen().get().values());
    }

    private boolean answersOneOf(Dimension dimension, List<String> keys) {
        List<CodeId> codes = answers.apply(dimension.id());
        return !codes.isEmpty()
                && dimension.allCodes().stream()
                        .filter(c -> keys.contains(c.key()))
                        .anyMatch(
                                c ->
                                        c.withDescendants().stream()
                                                .anyMatch(d -> codes.contains(d.id())));
    }

    private Optional<Dimension> byKey(String key) {
        return dimensions.stream().filter(d -> d.key().equals(key)).findFirst();
    }
}
