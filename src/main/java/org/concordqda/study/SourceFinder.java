package org.concordqda.study;

import org.concordqda.intake.IssueKeys;
import org.concordqda.model.Source;
import org.concordqda.text.Words;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the source that a cell names: by key, address, file name, title, or a number that only one has.
final class SourceFinder {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, Optional<Source>> byName = new HashMap<>();
    private final Map<String, Optional<Source>> byNumber = new HashMap<>();

    SourceFinder(List<Source> sources) {
        for (Source s : sources) {
            Set<String> names = new HashSet<>();
            names.add(Words.key(s.key()));
            names.add(Words.key(s.title()));
            int hash = s.key().lastIndexOf('#');
            if (hash >= 0) {
                names.add(s.key().substring(hash));
            }
            names.forEach(n -> only(byName, n, s));
            if (hash < 0) {
                Matcher m = NUMBER.matcher(s.title());
                Set<String> numbers = new HashSet<>();
                while (m.find()) {
                    numbers.add(plain(m.group()));
                }
                numbers.forEach(n -> only(byNumber, n, s));
            }
        }
        // A key is exact whatever titles say.
        sources.forEach(s -> byName.put(Words.key(s.key()), Optional.of(s)));
    }

    /// What two sources have names neither.
    private static void only(Map<String, Optional<Source>> map, String name, Source source) {
        map.merge(name, Optional.of(source), (a, b) -> a.equals(b) ? a : Optional.empty());
    }

    Optional<Source> find(String cell) {
        String value = cell.strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Source> exact = byName.getOrDefault(Words.key(value), Optional.empty());
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Source> address =
                IssueKeys.of(value)
                        .flatMap(k -> byName.getOrDefault(Words.key(k), Optional.empty()));
        if (address.isPresent() || !value.matches("#?\\d+")) {
            return address;
        }
        return byName.getOrDefault("#" + value.replace("#", ""), Optional.empty());
    }

    /// The one file whose title has the number of a case's name (`P3` and “Interview-03”).
    Optional<Source> byNumber(String name) {
        Matcher m = NUMBER.matcher(name.toLowerCase(Locale.ROOT));
        if (!m.find()) {
            return Optional.empty();
        }
        String number = plain(m.group());
        return m.find() ? Optional.empty() : byNumber.getOrDefault(number, Optional.empty());
    }

    private static String plain(String digits) {
        return new java.math.BigInteger(digits).toString();
    }
}
