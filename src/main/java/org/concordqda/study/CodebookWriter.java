package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.VersionId;
import org.concordqda.store.Guids;
import org.concordqda.store.Json;
import org.concordqda.store.Tx;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
        VersionId version =
                new VersionId(
                        tx.read().number("SELECT version FROM round WHERE id = ?", round.value()));
        return ReadThrough.merged(tx.read(), CodebookRows.read(tx.read(), version));
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
    DimensionId insert(VersionId draft, Dimension dimension, int position) {
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
        return id;
    }

    /// A dimension for passages at the end of the draft, where no other has its name.
    Dimension passages(Codebook draft) {
        String name =
                draft.dimensions().stream()
                                .noneMatch(
                                        d -> Codebooks.names(d).contains(Codebooks.bare("Codes")))
                        ? "Codes"
                        : "Codes for passages";
        Dimension fresh = CodebookShape.fresh(draft, name, Scope.PASSAGE, Choice.MANY);
        DimensionId id = insert(draft.version(), fresh, draft.dimensions().size() + 1);
        return CodebookRows.read(tx.read(), draft.version())
                .dimension(id)
                .orElseThrow(Codebooks::gone);
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

    /// A plain code under each of the versions, after its siblings; used by the desk and by `--unknown add`.
    CodeId insertCode(
            List<VersionId> versions,
            Dimension dimension,
            @Nullable CodeId parent,
            String name,
            boolean atImport) {
        return insertCode(
                versions, dimension, parent, name, CodebookNames.key(dimension, name), atImport);
    }

    CodeId insertCode(
            List<VersionId> versions,
            Dimension dimension,
            @Nullable CodeId parent,
            String name,
            String key,
            boolean atImport) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("guid", Guids.next());
        identity.put("dimension", dimension.id().value());
        CodeId id = new CodeId(tx.insert("code", identity));
        Code code = Code.named(id, key, name, atImport, List.of());
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

    /// Gives codes of the draft this order under one parent.
    void arrange(List<CodeId> siblings, @Nullable CodeId parent) {
        for (int i = 0; i < siblings.size(); i++) {
            Map<String, @Nullable Object> changes = new LinkedHashMap<>();
            changes.put("position", i);
            changes.put("parent", parent == null ? null : parent.value());
            tx.update("code_text", row(siblings.get(i)), changes);
        }
    }

    /// The row of a code in the draft.
    ///
    /// @throws ConcordException when the draft does not have it
    long row(CodeId code) {
        return CodebookRows.textRow(tx.read(), draft(), code).orElseThrow(Codebooks::gone);
    }

    /// The row of a dimension in the draft.
    long row(DimensionId dimension) {
        return tx.read()
                .one(
                        "SELECT id FROM dimension_text WHERE version = ? AND dimension = ?",
                        r -> r.number(1),
                        draft().value(),
                        dimension.value())
                .orElseThrow(Codebooks::gone);
    }

    /// Rewrites conditions and checks of the draft's dimensions where `change` gives another.
    void rules(Codebook draft, UnaryOperator<Dimension> change) {
        for (Dimension was : draft.dimensions()) {
            Dimension now = change.apply(was);
            if (!now.askedWhen().equals(was.askedWhen()) || !now.checks().equals(was.checks())) {
                Map<String, @Nullable Object> changes = new LinkedHashMap<>();
                changes.put("asked_when", now.askedWhen().map(Json::write).orElse(null));
                changes.put("checks", Json.write(now.checks()));
                tx.update("dimension_text", row(was.id()), changes);
            }
        }
    }

    /// Notes an edit that matters: of wording, or of meaning, which makes older ratings stale.
    void log(Edit edit, String old, String now, boolean meaning, String reason) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("version", draft().value());
        row.put("dimension", edit.dimension == null ? null : edit.dimension.value());
        row.put("code", edit.code == null ? null : edit.code.value());
        row.put("field", edit.field);
        row.put("old", old);
        row.put("new", now);
        row.put("change", meaning ? "meaning" : "wording");
        row.put("reason", reason.strip());
        tx.insert("codebook_edit", row);
    }

    /// What an edit is of.
    record Edit(@Nullable DimensionId dimension, @Nullable CodeId code, String field) {
        static Edit of(CodeId code, String field) {
            return new Edit(null, code, field);
        }

        static Edit of(DimensionId dimension, String field) {
            return new Edit(dimension, null, field);
        }
    }

    /// Notes how an older code is to be read: `rename`, `merge` or `split`.
    void replaced(CodeId old, CodeId now, String how) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", draft().value());
        row.put("old", old.value());
        row.put("new", now.value());
        row.put("how", how);
        tx.insert("code_replaced", row);
    }

    /// Whether a version was cut with this code in it: others may know it by its name.
    boolean cutWith(CodeId code) {
        return tx.read()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM code_text WHERE code = ? AND version"
                                        + " <> ?)",
                                code.value(),
                                draft().value())
                == 1;
    }

    private static String guid(String given) {
        return given.isEmpty() ? Guids.next() : given;
    }

    private VersionId draft() {
        return new VersionId(tx.read().number("SELECT id FROM codebook_version WHERE number = 0"));
    }
}
