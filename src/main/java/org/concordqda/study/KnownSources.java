package org.concordqda.study;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.SourceKind;
import org.concordqda.store.Db;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The sources a study has, as an import recognises them: by natural key, files also by what they hold.
final class KnownSources {
    /// A source of the study.
    ///
    /// @param id its id
    /// @param key natural key
    /// @param sha256 hash of its text, "" without text
    record Known(long id, String key, String sha256) {}

    private final Map<String, Known> byKey = new HashMap<>();
    private final Map<String, Known> byFileHash = new HashMap<>();

    /// Sources without text whose key is only a number (`#693`), by that key.
    private final Map<String, Known> numbers = new HashMap<>();

    /// Hashes of texts that later imports brought, by source.
    private final Map<Long, Set<String>> later = new HashMap<>();

    KnownSources(Db db) {
        db.each(
                "SELECT source, sha256 FROM source_text WHERE origin = 'import' AND version > 1",
                row -> remember(row.number(1), row.text(2)));
        db.each(
                "SELECT s.id, s.key, s.file_hash, coalesce(t.sha256, ''), s.kind FROM"
                        + " source s LEFT JOIN source_text t ON t.source = s.id AND t.version ="
                        + " 1",
                row -> {
                    Known known = new Known(row.number(1), row.text(2), row.text(4));
                    byKey.put(row.text(2), known);
                    if (!row.text(3).isEmpty() && !row.text(5).equals("ISSUE")) {
                        byFileHash.put(row.text(3), known);
                    }
                    if (known.key.startsWith("#") && known.sha256.isEmpty()) {
                        numbers.put(known.key, known);
                    }
                });
    }

    /// The source that this one is, or null: for a file the one of the same bytes before that of its name.
    @Nullable Known same(ImportedSource source) {
        Known bytes = source.kind() == SourceKind.ISSUE ? null : byFileHash.get(source.fileHash());
        return bytes != null ? bytes : byKey.get(source.key());
    }

    /// Whether an import brought this very text to the source before.
    boolean holds(Known known, String sha256) {
        return known.sha256.equals(sha256)
                || later.getOrDefault(known.id, Set.of()).contains(sha256);
    }

    /// From now on an import has brought this text to the source.
    void remember(Known known, String sha256) {
        remember(known.id, sha256);
    }

    private void remember(long source, String sha256) {
        later.computeIfAbsent(source, s -> new HashSet<>()).add(sha256);
    }

    /// The source that ratings made under this bare number, or null.
    @Nullable Known number(String number) {
        return numbers.get(number);
    }

    /// Whether a natural key is taken.
    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /// `#693` of `owner/repo#693`, "" for what is no issue.
    static String bareNumber(ImportedSource source) {
        int hash = source.key().lastIndexOf('#');
        return source.kind() != SourceKind.ISSUE || hash < 0 ? "" : source.key().substring(hash);
    }

    /// From now on the study has this source.
    void remember(ImportedSource source, Known known) {
        byKey.put(source.key(), known);
        if (source.kind() != SourceKind.ISSUE) {
            byFileHash.put(source.fileHash(), known);
        }
    }
}
