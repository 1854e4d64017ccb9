package org.concordqda.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question of the codebook under one version. A theme tree is a PASSAGE dimension with choice MANY.
/// Absent texts are "".
///
/// @param id identity in this file, value 0 when not stored yet
/// @param guid identity that travels
/// @param key stable word, unique in the codebook
/// @param name what people read
/// @param aliases other names found in files
/// @param question what the coder is asked
/// @param scope what it is asked of
/// @param choice one or many values
/// @param scale nominal or ordinal
/// @param appliesTo kinds of source it is asked of; empty = all
/// @param askedWhen the condition, if any
/// @param carried whether a source's further units take over the first unit's value until changed
/// @param reliability what is claimed
/// @param reliabilityReason why nothing is claimed
/// @param source where the dimension is from
/// @param checks rules that warn
/// @param codes the roots of its tree
public record Dimension(
        DimensionId id,
        String guid,
        String key,
        String name,
        List<String> aliases,
        String question,
        Scope scope,
        Choice choice,
        Scale scale,
        Set<SourceKind> appliesTo,
        Optional<Condition> askedWhen,
        boolean carried,
        Reliability reliability,
        String reliabilityReason,
        String source,
        List<Check> checks,
        List<Code> codes) {
    public Dimension {
        aliases = List.copyOf(aliases);
        appliesTo = Set.copyOf(appliesTo);
        checks = List.copyOf(checks);
        codes = List.copyOf(codes);
    }

    /// A new nominal dimension of which only key, name and codes are said.
    public static Dimension named(
            String key, String name, Scope scope, Choice choice, List<Code> codes) {
        return new Dimension(
                new DimensionId(0),
                "",
                key,
                name,
                List.of(),
                "",
                scope,
                choice,
                Scale.NOMINAL,
                Set.of(),
                Optional.empty(),
                false,
                Reliability.MEASURED,
                "",
                "",
                List.of(),
                codes);
    }

    /// The same dimension with another tree.
    public Dimension withCodes(List<Code> changed) {
        return with(askedWhen, checks, changed);
    }

    /// The same dimension with another condition and other checks.
    public Dimension withRules(Optional<Condition> when, List<Check> warn) {
        return with(when, warn, codes);
    }

    private Dimension with(Optional<Condition> when, List<Check> warn, List<Code> tree) {
        return new Dimension(
                id,
                guid,
                key,
                name,
                aliases,
                question,
                scope,
                choice,
                scale,
                appliesTo,
                when,
                carried,
                reliability,
                reliabilityReason,
                source,
                warn,
                tree);
    }

    /// Every code of the tree, depth first, retired ones too.
    public List<Code> allCodes() {
        List<Code> all = new ArrayList<>();
        for (Code root : codes) {
            all.addAll(root.withDescendants());
        }
        return all;
    }

    /// The code above this one; none for a root, or a code that is not in the tree.
    public Optional<Code> parent(CodeId code) {
        return allCodes().stream()
                .filter(c -> c.children().stream().anyMatch(x -> x.id().equals(code)))
                .findFirst();
    }

    /// The codes under the same parent, this one among them, in order.
    public List<Code> siblings(CodeId code) {
        return parent(code).map(Code::children).orElse(codes);
    }

    /// Whether the dimension is asked of this kind of source.
    public boolean asks(SourceKind kind) {
        return appliesTo.isEmpty() || appliesTo.contains(kind);
    }

    /// The names from the root down to the code, joined by ` > `.
    public Optional<String> path(CodeId code) {
        for (Code root : codes) {
            Optional<String> found = path(root, code, "");
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> path(Code at, CodeId wanted, String above) {
        String here = above.isEmpty() ? at.name() : above + " > " + at.name();
        if (at.id().equals(wanted)) {
            return Optional.of(here);
        }
        for (Code child : at.children()) {
            Optional<String> found = path(child, wanted, here);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
