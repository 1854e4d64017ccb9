package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Special;
import org.concordqda.model.VersionId;
import org.concordqda.store.Guids;
import org.concordqda.store.Json;
import org.concordqda.store.Tx;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes codebook rows inside one transaction: dimensions, codes, aliases, versions.
final class CodebookWriter {
    private final Tx tx;

    CodebookWriter(Tx tx) {
        this.tx = tx;
    }

    /// Adds an alias to a code of the draft and of the version given, so that files spelled that way fold.
    void addAlias(VersionId version, CodeId code, String alias) {
        long row = CodebookRows.textRow(tx.read(), version, code).orElseThrow(Codebooks::gone);
        List<String> aliases =
                new ArrayList<>(
                        Json.texts(
                                tx.read()
                                        .one(
                                                "SELECT aliases FROM code_text WHERE id = ?",
                                                r -> r.text(1),
                                                row)
                                        .orElse("[]")));
        if (!aliases.contains(alias)) {
            aliases.add(alias);
            tx.update("code_text", row, Map.of("aliases", Json.write(aliases)));
        }
    }

    /// The version a new round works under: the newest cut one if the draft still equals it, else a new one.
    VersionId current() {
        Optional<VersionId> newest =
                tx.read()
                        .one(
                                "SELECT id FROM codebook_version WHERE number > 0 ORDER BY number"
                                        + " DESC LIMIT 1",
                                row -> new VersionId(row.number(1)));
        if (newest.isPresent()) {
            Codebook cut = CodebookRows.read(tx.read(), newest.get());
            Codebook draft = CodebookRows.read(tx.read(), draft());
            if (cut.dimensions().equals(draft.dimensions())) {
                return newest.get();
            }
        }
        return cut("");
    }

    /// The codebook of a round, as this transaction sees it.
    Codebook versionOf(RoundId round) {
        return CodebookRows.read(
                tx.read(),
                new VersionId(
                        tx.read().number("SELECT version FROM round WHERE id = ?", round.value())));
    }

    /// A version like the draft.
    VersionId cut(String note) {
        int number = (int) tx.read().number("SELECT max(number) + 1 FROM codebook_version");
        VersionId version = insertVersion(number, note, Instant.now().toString());
        CodebookRows.copy(tx, draft(), version);
        return version;
    }

    /// The draft of a new study.
    VersionId insertDraft() {
        return insertVersion(0, "", null);
    }

    private VersionId insertVersion(int number, String note, @Nullable String cut) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("number", number);
        row.put("note", note);
        row.put("cut", cut);
        return new VersionId(tx.insert("codebook_version", row));
    }

    /// A dimension with its codes, in the draft.
    void insert(VersionId draft, Dimension dimension, int position) {
        if (tx.read()
                        .number(
                                "SELECT count(*) FROM dimension_text WHERE version = ? AND key = ?",
                                draft.value(),
                                dimension.key())
                > 0) {
            throw new ConcordException(
                    "The codebook has a dimension “"
                            + dimension.name()
                            + "” already; nothing was added.");
        }
        DimensionId id =
                new DimensionId(tx.insert("dimension", Map.of("guid", guid(dimension.guid()))));
        tx.insert("dimension_text", CodebookRows.row(dimension, draft, id, position));
        int[] at = {0};
        for (Code code : dimension.codes()) {
            insert(draft, id, code, null, at);
        }
    }

    private void insert(
            VersionId draft, DimensionId dimension, Code code, @Nullable CodeId parent, int[] at) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("guid", guid(code.guid()));
        identity.put("dimension", dimension.value());
        CodeId id = new CodeId(tx.insert("code", identity));
        tx.insert("code_text", CodebookRows.row(code, draft, id, parent, ++at[0]));
        for (Code child : code.children()) {
            insert(draft, dimension, child, id, at);
        }
    }

    /// A plain code under each of the versions; used by the desk and by `--unknown add`.
    CodeId insertCode(
            List<VersionId> versions,
            Dimension dimension,
            @Nullable CodeId parent,
            String name,
            boolean atImport) {
        Set<String> taken = new HashSet<>();
        dimension.allCodes().forEach(c -> taken.add(c.key()));
        String base = Words.key(name).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String key = base.isEmpty() ? "code" : base;
        for (int n = 2; taken.contains(key); n++) {
            key = base + "-" + n;
        }
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("guid", Guids.next());
        identity.put("dimension", dimension.id().value());
        CodeId id = new CodeId(tx.insert("code", identity));
        Code code =
                new Code(
                        id,
                        "",
                        key,
                        name,
                        List.of(),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        Special.ORDINARY,
                        false,
                        atImport,
                        List.of());
        for (VersionId version : versions) {
            int position =
                    1
                            + (int)
                                    tx.read()
                                            .number(
                                                    "SELECT coalesce(max(t.position), 0) FROM"
                                                            + " code_text t JOIN code c ON c.id ="
                                                            + " t.code WHERE t.version = ? AND"
                                                            + " c.dimension = ?",
                                                    version.value(),
                                                    dimension.id().value());
            tx.insert("code_text", CodebookRows.row(code, version, id, parent, position));
        }
        return id;
    }

    private static String guid(String given) {
        return given.isEmpty() ? Guids.next() : given;
    }

    private VersionId draft() {
        return new VersionId(tx.read().number("SELECT id FROM codebook_version WHERE number = 0"));
    }
}
