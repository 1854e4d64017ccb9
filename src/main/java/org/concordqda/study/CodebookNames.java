package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// What codes and dimensions may be called, and who is meant by a word. Spelling is folded throughout.
final class CodebookNames {
    private static final int LISTED = 12;

    private CodebookNames() {}

    /// A name without blanks around it.
    ///
    /// @throws ConcordException when nothing is left
    static String clean(String name, String what) {
        String clean = Words.oneLine(name.strip());
        if (clean.isEmpty()) {
            throw new ConcordException(what + " needs a name; nothing was changed.");
        }
        return clean;
    }

    /// Refuses a name that a sibling has.
    static void free(List<Code> siblings, Optional<CodeId> self, String name) {
        for (Code sibling : siblings) {
            if (!self.equals(Optional.of(sibling.id())) && same(sibling.name(), name)) {
                throw new ConcordException(
                        "There is a code “"
                                + sibling.name()
                                + "” here already; nothing was changed.");
            }
        }
    }

    /// The aliases as given, each once.
    ///
    /// @throws ConcordException when one is a name, key or alias of another code of the dimension
    static List<String> aliases(Dimension d, CodeId self, List<String> wanted) {
        Set<String> clean = new LinkedHashSet<>();
        for (String alias : wanted) {
            String one = alias.strip();
            if (one.isEmpty()) {
                continue;
            }
            for (Code other : d.allCodes()) {
                if (!other.id().equals(self) && words(other).contains(Words.key(one))) {
                    throw new ConcordException(
                            "“"
                                    + one
                                    + "” is another code's name already: "
                                    + d.path(other.id()).orElse(other.name())
                                    + ". Nothing was changed.");
                }
            }
            clean.add(one);
        }
        return List.copyOf(clean);
    }

    /// A key that no code of the dimension has.
    static String key(Dimension d, String name) {
        Set<String> taken = new HashSet<>();
        d.allCodes().forEach(c -> taken.add(c.key()));
        return key(taken, name, "code");
    }

    static String key(Set<String> taken, String name, String otherwise) {
        String base = slug(name);
        String start = base.isEmpty() ? otherwise : base;
        String key = start;
        for (int n = 2; taken.contains(key); n++) {
            key = start + "-" + n;
        }
        return key;
    }

    static String slug(String name) {
        return Words.key(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    static boolean same(String a, String b) {
        return Words.key(a).equals(Words.key(b));
    }

    private static Set<String> words(Code code) {
        Set<String> words = new HashSet<>();
        words.add(Words.key(code.name()));
        words.add(Words.key(code.key()));
        code.aliases().forEach(a -> words.add(Words.key(a)));
        return words;
    }

    /// The code that a word means; exact keys and paths before names, names before aliases.
    ///
    /// @param eligible which codes of which dimensions can be meant
    static Code find(Codebook codebook, String word, BiPredicate<Dimension, Code> eligible) {
        String wanted = path(word);
        List<List<Code>> ranks =
                List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Dimension d : codebook.dimensions()) {
            for (Code c : d.allCodes()) {
                if (!eligible.test(d, c)) {
                    continue;
                }
                String path = path(d.path(c.id()).orElse(c.name()));
                String full = path(d.name()) + " > " + path;
                String keyed = Words.key(d.key()) + " > " + Words.key(c.key());
                boolean exact = full.equals(wanted) || keyed.equals(wanted);
                int rank =
                        exact || Words.key(d.name() + " > " + c.name()).equals(wanted)
                                ? 0
                                : Words.key(c.key()).equals(wanted) || path.equals(wanted)
                                        ? 1
                                        : same(c.name(), wanted) ? 2 : means(d, c, wanted) ? 3 : 4;
                if (rank < 4) {
                    ranks.get(rank).add(c);
                }
            }
        }
        List<Code> found = new ArrayList<>(ranks.get(0));
        if (found.isEmpty()) {
            found.addAll(ranks.get(1));
            ranks.get(2).stream().filter(c -> !found.contains(c)).forEach(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(ranks.get(3));
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new ConcordException(
                    "The codebook has no code “" + word + "”." + near(codebook, wanted, eligible));
        }
        throw new ConcordException(
                "“"
                        + word
                        + "” could be "
                        + String.join(
                                " or ",
                                found.stream()
                                        .limit(LISTED)
                                        .map(c -> "“" + full(codebook, c) + "”")
                                        .toList())
                        + "; say which.");
    }

    /// Whether one of a code's words is meant, or its dimension and one of them: a merged code is found where
    /// it stood.
    private static boolean means(Dimension d, Code c, String wanted) {
        String in = Words.key(d.name()) + " > ";
        return words(c).stream().anyMatch(w -> w.equals(wanted) || (in + w).equals(wanted));
    }

    /// Dimension and path of a code.
    static String full(Codebook codebook, Code code) {
        return codebook.dimensionOf(code.id())
                .map(d -> d.name() + " > " + d.path(code.id()).orElse(code.name()))
                .orElse(code.name());
    }

    private static String near(
            Codebook codebook, String wanted, BiPredicate<Dimension, Code> eligible) {
        String last = wanted.substring(wanted.lastIndexOf('>') + 1).strip();
        List<String> near =
                codebook.dimensions().stream()
                        .flatMap(d -> d.allCodes().stream().filter(c -> eligible.test(d, c)))
                        .filter(
                                c -> {
                                    String name = Words.key(c.name());
                                    return name.contains(last)
                                            || last.contains(name)
                                            || ValueLookup.distance(name, last)
                                                    <= Math.max(1, last.length() / 4);
                                })
                        .sorted(
                                Comparator.comparingInt(
                                        c -> ValueLookup.distance(Words.key(c.name()), last)))
                        .limit(LISTED)
                        .map(c -> "“" + full(codebook, c) + "”")
                        .toList();
        return near.isEmpty() ? "" : " Near it: " + String.join(", ", near) + ".";
    }

    private static String path(String word) {
        return String.join(" > ", java.util.Arrays.stream(word.split(">")).map(Words::key).toList())
                .toLowerCase(Locale.ROOT);
    }
}
