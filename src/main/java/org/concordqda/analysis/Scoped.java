package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.PassageAgreement;
import org.concordqda.agreement.Statistic;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The coefficients of one dimension in one round by scope, found without a search: with 200 codes there are
/// thousands.
///
/// @param of the dimension
/// @param scopes its coefficients, in the engine's order
public record Scoped(DimensionAgreement of, Map<String, Map<Statistic, Estimate>> scopes) {
    /// The coefficients of a dimension.
    public static Scoped from(DimensionAgreement of) {
        Map<String, Map<Statistic, Estimate>> scopes = new LinkedHashMap<>();
        for (Estimate e : of.estimates()) {
            scopes.computeIfAbsent(e.scope(), s -> new EnumMap<>(Statistic.class))
                    .putIfAbsent(e.statistic(), e);
        }
        return new Scoped(of, scopes);
    }

    /// Scopes that begin so, in the engine's order.
    public List<String> scopes(String start) {
        return scopes.keySet().stream().filter(s -> s.startsWith(start)).toList();
    }

    /// Everything of a scope, in the order of [Statistic].
    public List<Estimate> all(String scope) {
        return List.copyOf(scopes.getOrDefault(scope, Map.of()).values());
    }

    /// The first of these statistics that the scope has.
    public Optional<Estimate> first(String scope, Statistic... wanted) {
        Map<Statistic, Estimate> here = scopes.getOrDefault(scope, Map.of());
        for (Statistic statistic : wanted) {
            @Nullable Estimate e = here.get(statistic);
            if (e != null) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /// The coefficient that leads: what was asked for, else what the round chose; where the scope does not
    /// have it its nearest kin (α with MASI distance for sets, Conger's κ for more than two coders, uα for
    /// passages or what speaks where that does not exist), else α.
    public Optional<Estimate> lead(String scope, Optional<Statistic> asked) {
        Statistic wanted = asked.or(this::chosen).orElse(Statistic.KRIPPENDORFF_ALPHA);
        List<Statistic> order = new ArrayList<>();
        if (of.passages() && asked.isEmpty()) {
            order.addAll(List.of(ofWhole(), ofCode(), Statistic.KU_ALPHA));
        } else if (wanted == Statistic.KRIPPENDORFF_ALPHA) {
            order.add(Statistic.ALPHA_MASI);
        }
        order.add(wanted);
        switch (wanted) {
            case COHEN_KAPPA, LIGHT_KAPPA ->
                    order.addAll(List.of(Statistic.COHEN_KAPPA, Statistic.CONGER_KAPPA));
            case CONGER_KAPPA -> order.add(Statistic.COHEN_KAPPA);
            case FLEISS_KAPPA -> order.add(Statistic.SCOTT_PI);
            case SCOTT_PI -> order.add(Statistic.FLEISS_KAPPA);
            default -> {}
        }
        order.add(Statistic.KRIPPENDORFF_ALPHA);
        order.add(Statistic.PERCENT_AGREEMENT);
        return first(scope, order.toArray(new Statistic[0]));
    }

    /// What speaks for a dimension of passages as a whole: uα, or α of sets where codes of one coder overlap.
    Statistic ofWhole() {
        return of.compared().map(PassageAgreement::lead).orElse(Statistic.U_ALPHA);
    }

    /// What speaks for each code of a dimension of passages: (k)uα, or |uα of what a coder marked with it, where
    /// (k)uα exists for none: codes of one coder overlap, or there is one code only. One and the same for all
    /// codes, so that they can be compared.
    Statistic ofCode() {
        boolean some =
                scopes.values().stream()
                        .anyMatch(
                                own ->
                                        Optional.ofNullable(own.get(Statistic.KU_ALPHA))
                                                .filter(Estimate::defined)
                                                .isPresent());
        return some ? Statistic.KU_ALPHA : Statistic.U_ALPHA_BINARY;
    }

    private Optional<Statistic> chosen() {
        for (Statistic s : Statistic.values()) {
            if (s.key().equals(of.round().primary())) {
                return Optional.of(s);
            }
        }
        return Optional.empty();
    }
}
