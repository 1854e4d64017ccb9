package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Special;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The categories of one matrix: codes of a ONE dimension (the codebook's list, so that AC and
/// Brennan–Prediger know unused ones), distinct sets of a MANY dimension, or written values.
final class Categories {
    private final boolean listed;
    private final Map<CodeId, Code> codes = new LinkedHashMap<>();
    private final Map<CodeId, CodeId> ancestor = new HashMap<>();
    private final Map<CodeId, String> labels = new HashMap<>();
    private final Map<CodeId, Integer> order = new HashMap<>();
    private final Map<Object, Integer> numbers = new LinkedHashMap<>();

    Categories(Dimension dimension, MatrixOptions options) {
        Map<String, Integer> times = new HashMap<>();
        for (Code code : dimension.allCodes()) {
            codes.put(code.id(), code);
            order.put(code.id(), order.size());
            times.merge(code.name(), 1, Integer::sum);
        }
        for (Code code : codes.values()) {
            boolean twice = times.getOrDefault(code.name(), 1) > 1;
            labels.put(
                    code.id(), twice ? dimension.path(code.id()).orElse(code.name()) : code.name());
        }
        for (Code root : dimension.codes()) {
            climb(root, 1, options.level(), root);
        }
        this.listed = dimension.choice() == Choice.ONE && !options.asWritten();
        if (listed) {
            for (Code code : codes.values()) {
                if (!code.retired()
                        && code.special() != Special.UNSURE
                        && code.id().equals(ancestor.get(code.id()))) {
                    numbers.put(List.of(code.id()), numbers.size());
                }
            }
        }
    }

    /// The category of a set of codes at the level asked for.
    int set(Collection<CodeId> set) {
        List<CodeId> key =
                set.stream()
                        .filter(c -> special(c) != Special.NONE_OF_THESE)
                        .map(c -> ancestor.getOrDefault(c, c))
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(
                                        c -> order.getOrDefault(c, Integer.MAX_VALUE)))
                        .toList();
        return number(key);
    }

    /// The category of a written value, folded already.
    int written(String folded) {
        return number(folded);
    }

    boolean unsure(Collection<CodeId> set) {
        return set.stream().anyMatch(c -> special(c) == Special.UNSURE);
    }

    /// Cells as a table; categories of a codebook's list stay even when unused, others only when used.
    RatingTable table(List<String> coders, int[] cells) {
        return RatingTable.of(coders, numbers.keySet().stream().map(this::label).toList(), cells)
                .asListed(listed);
    }

    /// Codes of each category, in order.
    List<List<CodeId>> sets() {
        List<List<CodeId>> sets = new ArrayList<>();
        for (Object key : numbers.keySet()) {
            List<CodeId> set = new ArrayList<>();
            if (key instanceof List<?> list) {
                list.forEach(c -> set.add((CodeId) c));
            }
            sets.add(List.copyOf(set));
        }
        return sets;
    }

    private int number(Object key) {
        return numbers.computeIfAbsent(key, k -> numbers.size());
    }

    private Special special(CodeId id) {
        Code code = codes.get(id);
        return code == null ? Special.ORDINARY : code.special();
    }

    private String label(Object key) {
        if (key instanceof List<?> list) {
            return list.isEmpty()
                    ? "(none of these)"
                    : list.stream()
                            .map(c -> labels.getOrDefault((CodeId) c, "(removed code)"))
                            .collect(Collectors.joining("; "));
        }
        return key.toString();
    }

    private void climb(Code code, int depth, int level, Code top) {
        Code here = level == 0 || depth <= level ? code : top;
        ancestor.put(code.id(), here.id());
        for (Code child : code.children()) {
            climb(child, depth + 1, level, here);
        }
    }
}
