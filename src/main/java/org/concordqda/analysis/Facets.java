package org.concordqda.analysis;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Special;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes facets of dimensions.
public final class Facets {
    private Facets() {}

    /// The facet of a dimension from sets of codes.
    ///
    /// @param set for each item an index into `sets`, -1 for no answer
    /// @param sets distinct sets of codes, of any dimension
    public static Facet of(Dimension dimension, int[] set, List<List<CodeId>> sets) {
        Map<CodeId, Integer> index = new LinkedHashMap<>();
        List<Facet.Value> values = new ArrayList<>();
        Map<CodeId, String> labels = labels(dimension);
        labels.forEach(
                (id, label) -> {
                    index.put(id, values.size());
                    values.add(new Facet.Value(id.value(), label));
                });
        Set<Integer> used = new HashSet<>();
        for (int s : set) {
            if (s >= 0) {
                used.add(s);
            }
        }
        int none = -1;
        List<int[]> mapped = new ArrayList<>();
        for (int s = 0; s < sets.size(); s++) {
            if (!used.contains(s)) {
                mapped.add(new int[0]);
                continue;
            }
            if (sets.get(s).isEmpty()) {
                if (none < 0) {
                    none = values.size();
                    values.add(new Facet.Value(0, "None of these"));
                }
                mapped.add(new int[] {none});
                continue;
            }
            for (CodeId code : sets.get(s)) {
                if (!index.containsKey(code)) {
                    index.put(code, values.size());
                    values.add(new Facet.Value(code.value(), "removed code " + code.value()));
                }
            }
            mapped.add(
                    sets.get(s).stream()
                            .mapToInt(c -> index.getOrDefault(c, -1))
                            .filter(i -> i >= 0)
                            .sorted()
                            .toArray());
        }
        return new Facet(dimension.id().value(), dimension.name(), values, set, mapped);
    }

    /// What each code of a dimension is called in a table: its name, or its path where the name repeats.
    /// *Unsure* is left out.
    public static Map<CodeId, String> labels(Dimension dimension) {
        Map<String, Integer> times = new HashMap<>();
        for (Code code : dimension.allCodes()) {
            times.merge(code.name(), 1, Integer::sum);
        }
        Map<CodeId, String> labels = new LinkedHashMap<>();
        for (Code code : dimension.allCodes()) {
            if (code.special() != Special.UNSURE) {
                boolean twice = times.getOrDefault(code.name(), 1) > 1;
                labels.put(
                        code.id(),
                        twice ? dimension.path(code.id()).orElse(code.name()) : code.name());
            }
        }
        return labels;
    }
}
