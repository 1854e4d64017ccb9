package org.concordqda.study;

import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Span;
import org.concordqda.model.UnitOrigin;
import org.concordqda.store.Guids;
import org.concordqda.store.Json;
import org.concordqda.store.Tx;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// Stores imported sources inside one transaction and recognises what is there already.
final class SourceWriter {
    /// Original bytes are kept up to this size, above it only their hash.
    private static final int KEPT_BYTES = 20_000_000;

    private record Known(long id, String key, String sha256) {}

    private final Tx tx;
    private final AttributeWriter attributes;
    private final Map<String, Known> byKey = new HashMap<>();
    private final Map<String, Known> byFileHash = new HashMap<>();

    /// Sources without text whose key is only a number (`#693`), by that key.
    private final Map<String, Known> numbers = new HashMap<>();

    /// Imported issues whose number such a source has, until it is known whether only one has it.
    private final Map<String, List<ImportedSource>> held = new LinkedHashMap<>();

    private final List<String> added = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<String> different = new ArrayList<>();

    SourceWriter(Tx tx) {
        this.tx = tx;
        this.attributes = new AttributeWriter(tx);
        tx.read()
                .each(
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

    List<String> added() {
        return added;
    }

    List<String> filled() {
        return filled;
    }

    List<String> unchanged() {
        return unchanged;
    }

    List<String> different() {
        return different;
    }

    void add(ImportedSource source) {
        String sha = Hashes.sha256(source.text());
        Known same = source.kind() == SourceKind.ISSUE ? null : byFileHash.get(source.fileHash());
        Known known = byKey.getOrDefault(source.key(), same);
        String number = bareNumber(source);
        if (known == null && numbers.containsKey(number)) {
            held.computeIfAbsent(number, n -> new ArrayList<>()).add(source);
            return;
        }
        store(source, sha, known);
    }

    /// Ends the import: an issue that is the only one of its number fills the source that ratings named by
    /// this number alone; where several repositories have the number a person must say which.
    ///
    /// @return what a person should know, one sentence each
    List<String> finish() {
        List<String> notes = new ArrayList<>();
        held.forEach(
                (number, candidates) -> {
                    boolean only = candidates.size() == 1;
                    for (ImportedSource source : candidates) {
                        store(
                                source,
                                Hashes.sha256(source.text()),
                                only ? numbers.get(number) : null);
                    }
                    if (!only) {
                        notes.add(
                                "Ratings name issue "
                                        + number
                                        + " without a repository and "
                                        + candidates.size()
                                        + " repositories have it ("
                                        + candidates.stream()
                                                .map(ImportedSource::key)
                                                .collect(java.util.stream.Collectors.joining(", "))
                                        + "); it stays without text.");
                    }
                });
        held.clear();
        return notes;
    }

    private void store(ImportedSource source, String sha, @Nullable Known known) {
        if (known != null && known.sha256.equals(sha)) {
            unchanged.add(source.key());
        } else if (known == null) {
            long id = insertSource(source);
            insertText(id, source, sha);
            attributes.fresh(id, source.attributes());
            Units.insert(tx, new SourceId(id), 1, UnitOrigin.GIVEN, null, null);
            remember(source, new Known(id, source.key(), sha));
            added.add(source.key());
        } else if (known.sha256.isEmpty()) {
            fill(known, source);
            insertText(known.id, source, sha);
            long filledId = known.id;
            source.attributes().forEach((name, value) -> attributes.source(filledId, name, value));
            remember(source, new Known(known.id, source.key(), sha));
            filled.add(source.key());
        } else {
            different.add(source.key());
        }
    }

    private static String bareNumber(ImportedSource source) {
        int hash = source.key().lastIndexOf('#');
        return source.kind() != SourceKind.ISSUE || hash < 0 ? "" : source.key().substring(hash);
    }

    private void remember(ImportedSource source, Known known) {
        byKey.put(source.key(), known);
        if (source.kind() != SourceKind.ISSUE) {
            byFileHash.put(source.fileHash(), known);
        }
    }

    private void fill(Known known, ImportedSource source) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kind", source.kind());
        row.put("key", source.key());
        row.put("title", source.title());
        row.put("file", source.file());
        row.put("file_hash", source.fileHash());
        row.put("created", source.created().orElse(null));
        row.put("url", source.url().orElse(null));
        tx.update("source", known.id, row);
    }

    private long insertSource(ImportedSource source) {
        return tx.bulk(
                        "source",
                        "guid",
                        "kind",
                        "key",
                        "title",
                        "file",
                        "file_hash",
                        "created",
                        "url")
                .add(
                        Guids.next(),
                        source.kind(),
                        source.key(),
                        source.title(),
                        source.file(),
                        source.fileHash(),
                        source.created().orElse(null),
                        source.url().orElse(null));
    }

    private void insertText(long id, ImportedSource source, String sha) {
        String text = source.text();
        Positions positions = new Positions(text);
        long textId =
                tx.bulk(
                                "source_text",
                                "source",
                                "version",
                                "text_form",
                                "text",
                                "sha256",
                                "length",
                                "length_cp",
                                "words")
                        .add(
                                id,
                                1,
                                source.textForm(),
                                text,
                                sha,
                                text.length(),
                                positions.codePoints(),
                                Words.count(text));
        Tx.Bulk turns =
                tx.bulk(
                        "turn",
                        "source",
                        "text",
                        "ordinal",
                        "kind",
                        "speaker",
                        "role",
                        "time",
                        "label_start",
                        "label_end",
                        "label_start_cp",
                        "label_end_cp",
                        "body_start",
                        "body_end",
                        "body_start_cp",
                        "body_end_cp",
                        "details");
        int ordinal = 0;
        for (ImportedTurn t : source.turns()) {
            Span label = positions.span(t.labelStart(), t.labelEnd());
            Span body = positions.span(t.bodyStart(), t.bodyEnd());
            turns.add(
                    id,
                    textId,
                    ordinal++,
                    t.kind(),
                    t.speaker().orElse(null),
                    t.role().orElse(null),
                    t.time().orElse(null),
                    label.start(),
                    label.end(),
                    label.startCp(),
                    label.endCp(),
                    body.start(),
                    body.end(),
                    body.startCp(),
                    body.endCp(),
                    Json.write(new java.util.TreeMap<>(t.details())));
        }
        byte[] original = source.original();
        if (original.length > 0 && original.length <= KEPT_BYTES) {
            tx.bulk("source_file", "source", "length", "deflated")
                    .add(id, original.length, deflated(original));
        }
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
