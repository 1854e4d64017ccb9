package org.concordqda.study;

import org.concordqda.model.CoderId;
import org.concordqda.model.ImportChoices.Changed;
import org.concordqda.model.ImportReport.Clash;
import org.concordqda.model.ImportReport.Twice;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceId;
import org.concordqda.model.Span;
import org.concordqda.model.UnitOrigin;
import org.concordqda.store.Guids;
import org.concordqda.store.Json;
import org.concordqda.store.Tx;
import org.concordqda.study.KnownSources.Known;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;

/// Stores imported sources inside one transaction and recognises what is there already.
final class SourceWriter {
    /// Original bytes are kept up to this size, above it only their hash.
    private static final int KEPT_BYTES = 20_000_000;

    private final Tx tx;
    private final AttributeWriter attributes;
    private final KnownSources here;
    private final Changed changed;
    private final Optional<CoderId> viewer;

    /// Imported issues whose number such a source has, until it is known whether only one has it.
    private final Map<String, List<ImportedSource>> held = new LinkedHashMap<>();

    private final List<String> added = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<Twice> twice = new ArrayList<>();

    /// Sources that this import brought before, or would have if they were not there.
    private final Set<Long> met = new HashSet<>();

    /// File whose text this import gave a source.
    private final Map<Long, String> given = new HashMap<>();

    private final List<String> different = new ArrayList<>();
    private final List<Clash> clashing = new ArrayList<>();
    private final List<String> refreshed = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    SourceWriter(Tx tx) {
        this(tx, Changed.KEEP, Optional.empty());
    }

    /// @param changed what becomes of a source that is there with another text
    /// @param viewer who imports: of codings that move, only theirs and those they may see are counted
    SourceWriter(Tx tx, Changed changed, Optional<CoderId> viewer) {
        this.tx = tx;
        this.changed = changed;
        this.viewer = viewer;
        this.attributes = new AttributeWriter(tx);
        this.here = new KnownSources(tx.read());
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

    List<Twice> twice() {
        return twice;
    }

    List<String> refreshed() {
        return refreshed;
    }

    List<String> different() {
        return different;
    }

    List<Clash> clashing() {
        return clashing;
    }

    void add(ImportedSource source) {
        add(source, Measured.of(source));
    }

    /// What was found out about a text before the transaction, so that it is not done twice.
    ///
    /// @param sha256 hash of the text
    /// @param words how many words it has
    record Measured(String sha256, int words) {
        static Measured of(ImportedSource source) {
            return new Measured(Hashes.sha256(source.text()), Words.count(source.text()));
        }
    }

    void add(ImportedSource source, Measured text) {
        Known known = here.same(source);
        String number = KnownSources.bareNumber(source);
        if (known == null && here.number(number) != null) {
            held.computeIfAbsent(number, n -> new ArrayList<>()).add(source);
            return;
        }
        store(source, text, known);
    }

    /// Ends the import: an issue that is the only one of its number fills the source that ratings named by
    /// this number alone; where several repositories have the number a person must say which.
    ///
    /// @return what a person should know, one sentence each
    List<String> finish() {
        List<String> notes = said;
        held.forEach(
                (number, candidates) -> {
                    Known unread = here.number(number);
                    List<String> keys =
                            candidates.stream().map(ImportedSource::key).distinct().toList();
                    boolean only = keys.size() == 1;
                    for (ImportedSource source : candidates) {
                        Known known = here.same(source);
                        store(source, Measured.of(source), known == null && only ? unread : known);
                    }
                    if (!only) {
                        notes.add(
                                "Ratings name issue "
                                        + number
                                        + " without a repository and "
                                        + keys.size()
                                        + " repositories have it ("
                                        + String.join(", ", keys)
                                        + "); it stays without text.");
                    }
                });
        held.clear();
        return notes;
    }

    private void store(ImportedSource source, Measured text, @Nullable Known known) {
        if (known != null && here.holds(known, text.sha256)) {
            if (met.contains(known.id())) {
                twice.add(new Twice(source.key(), known.key()));
            } else {
                unchanged.add(source.key());
            }
            met.add(known.id());
        } else if (known == null) {
            long id = insertSource(source);
            insertText(id, source, text);
            attributes.fresh(id, source.attributes());
            Units.insert(tx, new SourceId(id), 1, UnitOrigin.GIVEN, null, null);
            here.remember(source, new Known(id, source.key(), text.sha256));
            added.add(source.key());
            brought(id, source);
        } else if (known.sha256().isEmpty()) {
            fill(known, source);
            insertText(known.id(), source, text);
            long filledId = known.id();
            source.attributes().forEach((name, value) -> attributes.source(filledId, name, value));
            here.remember(source, new Known(known.id(), source.key(), text.sha256));
            filled.add(source.key());
            brought(known.id(), source);
        } else if (changed == Changed.BOTH) {
            store(beside(source), text, null);
        } else if (given.containsKey(known.id())) {
            clashing.add(
                    new Clash(
                            source.key(),
                            source.file(),
                            given.getOrDefault(known.id(), source.file())));
        } else if (changed == Changed.REFRESH) {
            said.add(new RefreshWriter(tx, viewer).refresh(known.id(), source));
            here.remember(known, text.sha256);
            refreshed.add(source.key());
            brought(known.id(), source);
        } else {
            different.add(source.key());
        }
    }

    private void brought(long id, ImportedSource source) {
        met.add(id);
        given.put(id, source.file());
    }

    /// The same source under the first free key.
    private ImportedSource beside(ImportedSource source) {
        int n = 2;
        while (here.has(source.key() + " (" + n + ")")) {
            n++;
        }
        return new ImportedSource(
                source.kind(),
                source.key() + " (" + n + ")",
                source.title() + " (" + n + ")",
                source.text(),
                source.textForm(),
                source.turns(),
                source.attributes(),
                source.created(),
                source.url(),
                source.file(),
                source.fileHash(),
                source.original(),
                source.detected(),
                source.formats());
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
        tx.update("source", known.id(), row);
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

    private void insertText(long id, ImportedSource source, Measured measured) {
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
                                measured.sha256,
                                text.length(),
                                positions.codePoints(),
                                measured.words);
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
        keepOriginal(tx, id, source.original());
    }

    /// Keeps the bytes a source came from, when they are not too many.
    static void keepOriginal(Tx tx, long id, byte[] original) {
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
