package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.Dimension;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the codes of one dimension that a written value means: by name, path, key or alias, folded.
public final class ValueLookup {
    /// What stands for “no answer” in spreadsheets. “N/A” and “Not mentioned” are values, not this.
    private static final Set<String> MISSING = Set.of("", "nan", "null", "none", "#n/a");

    private record Meaning(Code code, String how) {}

    private final Dimension dimension;
    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    private final Map<String, String> told = new HashMap<>();

    /// Reads the codes of a dimension, retired ones too.
    public ValueLookup(Dimension dimension) {
        this.dimension = dimension;
        for (Code root : dimension.codes()) {
            index(root, "");
        }
    }

    /// A value as read.
    ///
    /// @param codes the codes; several only for a MANY dimension; empty when unknown
    /// @param how `exact`, `spelling`, `alias`, `mapped`
    /// @param unknown the parts that nothing explains
    public record Found(List<Code> codes, String how, List<String> unknown) {
        public Found {
            codes = List.copyOf(codes);
            unknown = List.copyOf(unknown);
        }
    }

    static boolean missing(String written) {
        return MISSING.contains(Words.key(written));
    }

    /// Whether the value, folded, names a code directly (so that “None” can be a code).
    boolean names(String written) {
        return meanings.containsKey(Words.key(written));
    }

    /// From now on `from` is read as `to`, a name, path or key.
    void tell(String from, String to) {
        told.put(Words.key(from), to);
    }

    /// Codes whose name is exactly this path or name; for checking what a person told.
    boolean knows(String value) {
        List<Meaning> all = meanings.get(Words.key(value));
        return all != null && distinct(all) == 1;
    }

    /// What a written value means; for a MANY dimension several codes may stand there, separated by `;`, line ends,
    /// `|` or `,`.
    public Found find(String written) {
        Found whole = one(written);
        if (whole.unknown.isEmpty() || dimension.choice() == org.concordqda.model.Choice.ONE) {
            return whole;
        }
        for (String separator : List.of(";", "\n", "|", ",")) {
            if (written.contains(separator)) {
                Found several = several(written.split(java.util.regex.Pattern.quote(separator)));
                if (several.unknown.isEmpty() || !separator.equals(",")) {
                    return several;
                }
            }
        }
        return whole;
    }

    /// Names of the codes that look most like a value, best first.
    public List<String> nearest(String value) {
        String key = Words.key(value);
        return dimension.allCodes().stream()
                .filter(c -> !c.retired())
                .sorted(Comparator.comparingInt(c -> distance(key, Words.key(c.name()))))
                .limit(3)
                .map(c -> dimension.path(c.id()).orElse(c.name()))
                .toList();
    }

    private Found several(String[] parts) {
        Set<Code> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        String how = "exact";
        for (String part : parts) {
            if (part.isBlank()) {
                continue;
            }
            Found found = one(part.strip());
            codes.addAll(found.codes);
            unknown.addAll(found.unknown);
            if (found.unknown.isEmpty() && !found.how.equals("exact")) {
                how = found.how;
            }
        }
        return new Found(List.copyOf(codes), how, unknown);
    }

    private Found one(String written) {
        String key = Words.key(written);
        String meant = told.get(key);
        List<Meaning> all = meanings.get(meant == null ? key : Words.key(meant));
        if (all == null || distinct(all) != 1) {
            return new Found(List.of(), "", List.of(written.strip()));
        }
        Meaning meaning = all.getFirst();
        String how = meaning.how;
        if (meant != null) {
            how = "mapped";
        } else if (how.equals("name")) {
            how = meaning.code.name().equals(written) ? "exact" : "spelling";
        }
        return new Found(List.of(meaning.code), how, List.of());
    }

    private static long distinct(List<Meaning> all) {
        return all.stream().map(m -> m.code.id()).distinct().count();
    }

    private void index(Code code, String above) {
        String path = above.isEmpty() ? code.name() : above + " > " + code.name();
        put(code.name(), code, "name");
        put(path, code, "name");
        put(path.replace(" > ", ">"), code, "spelling");
        for (String alias : code.aliases()) {
            put(alias, code, "alias");
        }
        put(code.key(), code, "alias");
        for (Code child : code.children()) {
            index(child, path);
        }
    }

    /// A name wins over an alias of another code; two names stay ambiguous.
    private void put(String value, Code code, String how) {
        List<Meaning> all = meanings.computeIfAbsent(Words.key(value), k -> new ArrayList<>());
        boolean named = all.stream().anyMatch(m -> m.how.equals("name"));
        if (how.equals("name") && !named) {
            all.clear();
        } else if (!how.equals("name") && named) {
            return;
        }
        if (all.stream().noneMatch(m -> m.code.id().equals(code.id()))) {
            all.add(new Meaning(code, how));
        }
    }

    /// Levenshtein distance.
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
