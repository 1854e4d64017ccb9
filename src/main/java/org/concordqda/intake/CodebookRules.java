package org.concordqda.intake;

import org.concordqda.model.Check;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What must hold inside a codebook, whatever file it comes from: names unique among siblings, keys and
/// guids unique, every reference to something that is there, and no question that waits for itself.
/// References may be by key or by name and come out as keys.
final class CodebookRules {
    private final Map<String, Integer> dimensionLines = new HashMap<>();
    private final Map<String, Integer> siblings = new HashMap<>();
    private final Map<String, Set<String>> codeKeys = new HashMap<>();
    private final Map<String, Integer> guids = new HashMap<>();
    private final Map<Condition, Integer> conditionLines = new HashMap<>();
    private final Map<Check, Integer> checkLines = new HashMap<>();

    void dimension(String key, String name, int line) throws Unreadable {
        for (String each : List.of("key " + key, "name " + Words.key(name))) {
            Integer before = dimensionLines.putIfAbsent(each, line);
            if (before != null) {
                throw new Unreadable(
                        "line " + line,
                        "the dimension “" + name + "” is there already (line " + before + ").");
            }
        }
    }

    void code(String dimension, String key, String parent, String name, int line)
            throws Unreadable {
        String place = dimension + "\0" + parent + "\0" + Words.key(name);
        Integer before = siblings.putIfAbsent(place, line);
        if (before != null) {
            throw new Unreadable(
                    "line " + line,
                    "the code “"
                            + name
                            + "” is there already "
                            + (parent.isEmpty() ? "" : "under “" + parent + "” ")
                            + "(line "
                            + before
                            + ").");
        }
        if (!codeKeys.computeIfAbsent(dimension, d -> new HashSet<>()).add(key)) {
            throw new Unreadable(
                    "line " + line,
                    "the key “" + key + "” is used twice in the dimension “" + dimension + "”.");
        }
    }

    /// A key for a code that has none.
    String freeKey(String dimension, String path) {
        Set<String> taken = codeKeys.getOrDefault(dimension, Set.of());
        List<String> parts = new ArrayList<>();
        for (String part : path.split(" > ")) {
            parts.add(slug(part));
        }
        String key = String.join("/", parts);
        String free = key;
        for (int i = 2; taken.contains(free); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    void guid(String guid, int line) throws Unreadable {
        if (guid.isEmpty()) {
            return;
        }
        if (!guid.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Unreadable("line " + line, "“" + guid + "” is not a guid.");
        }
        Integer before = guids.putIfAbsent(guid.toLowerCase(Locale.ROOT), line);
        if (before != null) {
            throw new Unreadable(
                    "line " + line, "the guid " + guid + " is used already (line " + before + ").");
        }
    }

    void colour(String colour, int line) throws Unreadable {
        if (!colour.isEmpty() && !colour.matches("(?i)#[0-9a-f]{6}")) {
            throw new Unreadable(
                    "line " + line, "“" + colour + "” is not a colour such as \"#3f7fd9\".");
        }
    }

    void asked(String dimension, Condition condition, int line) {
        conditionLines.putIfAbsent(condition, line);
    }

    void check(String dimension, Check check, int line) {
        checkLines.putIfAbsent(check, line);
    }

    /// The dimensions with every reference settled.
    List<Dimension> settled(List<Dimension> dimensions) throws Unreadable {
        Map<String, String> waitsFor = new HashMap<>();
        List<Dimension> settled = new ArrayList<>();
        for (Dimension d : dimensions) {
            Optional<Condition> asked = Optional.empty();
            if (d.askedWhen().isPresent()) {
                Condition condition = d.askedWhen().get();
                int line = conditionLines.getOrDefault(condition, 0);
                Dimension other = dimension(dimensions, condition.dimension(), line);
                asked =
                        Optional.of(
                                new Condition(
                                        other.key(), values(other, condition.values(), line)));
                waitsFor.put(d.key(), other.key());
                cycle(d, waitsFor, line);
            }
            List<Check> checks = new ArrayList<>();
            for (Check check : d.checks()) {
                int line = checkLines.getOrDefault(check, 0);
                Dimension other = dimension(dimensions, check.dimension(), line);
                checks.add(
                        new Check(
                                value(d, check.when(), line),
                                other.key(),
                                values(other, check.values(), line),
                                check.warn()));
            }
            settled.add(d.withRules(asked, checks));
        }
        return settled;
    }

    private static void cycle(Dimension from, Map<String, String> waitsFor, int line)
            throws Unreadable {
        Set<String> seen = new HashSet<>();
        for (String at = from.key(); at != null; at = waitsFor.get(at)) {
            if (!seen.add(at)) {
                throw new Unreadable(
                        "line " + line,
                        "the dimension “" + from.name() + "” waits for itself through askedWhen.");
            }
        }
    }

    private static Dimension dimension(List<Dimension> all, String wanted, int line)
            throws Unreadable {
        for (Dimension d : all) {
            if (d.key().equals(wanted)) {
                return d;
            }
        }
        for (Dimension d : all) {
            if (Words.key(d.name()).equals(Words.key(wanted))) {
                return d;
            }
        }
        throw new Unreadable("line " + line, "there is no dimension “" + wanted + "”.");
    }

    private static List<String> values(Dimension d, List<String> wanted, int line)
            throws Unreadable {
        if (wanted.isEmpty()) {
            throw new Unreadable("line " + line, "“values” names no value.");
        }
        List<String> keys = new ArrayList<>();
        for (String each : wanted) {
            keys.add(value(d, each, line));
        }
        return keys;
    }

    private static String value(Dimension d, String wanted, int line) throws Unreadable {
        String folded = Words.key(wanted);
        return d.allCodes().stream()
                .filter(c -> c.key().equals(wanted))
                .findFirst()
                .or(
                        () ->
                                d.allCodes().stream()
                                        .filter(c -> Words.key(c.name()).equals(folded))
                                        .findFirst())
                .orElseThrow(
                        () ->
                                new Unreadable(
                                        "line " + line,
                                        "the dimension “"
                                                + d.name()
                                                + "” has no code “"
                                                + wanted
                                                + "”."))
                .key();
    }

    /// A name as a key: lower case, letters and digits of any script, hyphens between.
    static String slug(String name) {
        String slug =
                Words.key(name).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "code" : slug;
    }
}
