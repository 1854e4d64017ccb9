package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RoundId;
import org.concordqda.model.Special;
import org.concordqda.model.VersionId;
import org.concordqda.store.Guids;
import org.concordqda.store.Journal;
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

/// The codebook: one working draft, and versions cut from it when a round opens or on request.
public final class Codebooks {
    private final Study study;

    Codebooks(Study study) {
        this.study = study;
    }

    /// A version as lists show it.
    ///
    /// @param number 0 for the draft
    /// @param cut when it was cut; empty for the draft
    public record VersionInfo(VersionId id, int number, String note, Optional<String> cut) {}

    /// The working draft.
    public Codebook draft() {
        return CodebookRows.read(study.file().read(), draftId());
    }

    /// One version.
    public Codebook version(VersionId id) {
        return CodebookRows.read(study.file().read(), id);
    }

    /// All versions, the draft first, then newest first.
    public List<VersionInfo> versions() {
        return study.file()
                .read()
                .list(
                        "SELECT id, number, note, cut FROM codebook_version ORDER BY number = 0"
                                + " DESC, number DESC",
                        row ->
                                new VersionInfo(
                                        new VersionId(row.number(1)),
                                        row.integer(2),
                                        row.text(3),
                                        row.maybeText(4)));
    }

    /// Adds all dimensions of a codebook to the draft, after what is there.
    ///
    /// @throws ConcordException when a dimension of that key is there already
    public void add(ImportedCodebook codebook) {
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        study.actor(),
                                        "codebook.add",
                                        "add the codebook " + codebook.name())
                                .with(Map.of("source", codebook.source())),
                        tx -> {
                            VersionId draft = draftId();
                            int position =
                                    (int)
                                            tx.read()
                                                    .number(
                                                            "SELECT coalesce(max(position), 0) FROM"
                                                                + " dimension_text WHERE version ="
                                                                + " ?",
                                                            draft.value());
                            for (Dimension dimension : codebook.dimensions()) {
                                insert(tx, draft, dimension, ++position);
                            }
                            return null;
                        });
    }

    /// Changes texts of a code in the draft.
    ///
    /// @param field `name`, `definition`, `include`, `exclude`, `example`, `counterExample`, `colour` …
    /// @param meaning whether the change is of meaning, which makes older ratings stale, or only of wording
    public void edit(CodeId code, String field, String value, boolean meaning, String reason) {
        String column = column(field);
        Codebook draft = draft();
        Code old = draft.code(code).orElseThrow(Codebooks::gone);
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "code.edit",
                                "change " + field + " of " + old.name()),
                        tx -> {
                            long row =
                                    CodebookRows.textRow(tx.read(), draft.version(), code)
                                            .orElseThrow(Codebooks::gone);
                            String before =
                                    tx.read()
                                            .one(
                                                    "SELECT "
                                                            + column
                                                            + " FROM code_text WHERE id = ?",
                                                    r -> r.text(1),
                                                    row)
                                            .orElse("");
                            if (tx.update("code_text", row, Map.of(column, value))) {
                                logEdit(tx, null, code, field, before, value, meaning, reason);
                            }
                            return null;
                        });
    }

    /// Adds a code to a dimension of the draft.
    ///
    /// @param parent the code above, or null for a root
    public CodeId addCode(DimensionId dimension, @Nullable CodeId parent, String name) {
        Codebook draft = draft();
        Dimension d = draft.dimension(dimension).orElseThrow(Codebooks::gone);
        String clean = name.strip();
        if (clean.isEmpty()) {
            throw new ConcordException("A code needs a name.");
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "code.add", "add code " + clean + " to " + d.name()),
                        tx -> insertCode(tx, List.of(draft.version()), d, parent, clean, false));
    }

    /// Adds an alias to a code of the draft and of the version given, so that files spelled that way fold.
    void addAlias(Tx tx, VersionId version, CodeId code, String alias) {
        long row = CodebookRows.textRow(tx.read(), version, code).orElseThrow(Codebooks::gone);
        List<String> aliases =
                new ArrayList<>(
                        org.concordqda.store.Json.texts(
                                tx.read()
                                        .one(
                                                "SELECT aliases FROM code_text WHERE id = ?",
                                                r -> r.text(1),
                                                row)
                                        .orElse("[]")));
        if (!aliases.contains(alias)) {
            aliases.add(alias);
            tx.update(
                    "code_text", row, Map.of("aliases", org.concordqda.store.Json.write(aliases)));
        }
    }

    /// A code's name in the draft, or where it stood last.
    public String name(CodeId code) {
        return study.file()
                .read()
                .one(
                        "SELECT t.name FROM code_text t JOIN codebook_version v ON v.id = t.version"
                            + " WHERE t.code = ? ORDER BY v.number = 0 DESC, v.number DESC LIMIT 1",
                        row -> row.text(1),
                        code.value())
                .orElse("(removed code)");
    }

    /// The draft as YAML that [CodebookFiles#read] reads again.
    public String yaml() {
        Study.Info info = study.info();
        return org.concordqda.report.CodebookYaml.write(
                new ImportedCodebook(
                        bare(info.name()).replace(' ', '-'),
                        info.name(),
                        info.guid(),
                        "",
                        "",
                        draft().dimensions()));
    }

    /// Cuts a version from the draft.
    public VersionId cut(String note) {
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "codebook.cut", "cut a codebook version"),
                        tx -> cut(tx, note));
    }

    /// The version a new round works under: the newest cut one if the draft still equals it, else a new one.
    VersionId current(Tx tx) {
        Optional<VersionId> newest =
                tx.read()
                        .one(
                                "SELECT id FROM codebook_version WHERE number > 0 ORDER BY number"
                                        + " DESC LIMIT 1",
                                row -> new VersionId(row.number(1)));
        if (newest.isPresent()) {
            Codebook cut = CodebookRows.read(tx.read(), newest.get());
            Codebook draft = CodebookRows.read(tx.read(), draftId());
            if (cut.dimensions().equals(draft.dimensions())) {
                return newest.get();
            }
        }
        return cut(tx, "");
    }

    /// The codebook of a round, as this transaction sees it.
    Codebook versionOf(Tx tx, RoundId round) {
        return CodebookRows.read(
                tx.read(),
                new VersionId(
                        tx.read().number("SELECT version FROM round WHERE id = ?", round.value())));
    }

    private VersionId cut(Tx tx, String note) {
        int number = (int) tx.read().number("SELECT max(number) + 1 FROM codebook_version");
        VersionId version = insertVersion(tx, number, note, Instant.now().toString());
        CodebookRows.copy(tx, draftId(), version);
        return version;
    }

    VersionId insertDraft(Tx tx) {
        return insertVersion(tx, 0, "", null);
    }

    private static VersionId insertVersion(Tx tx, int number, String note, @Nullable String cut) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("guid", Guids.next());
        row.put("number", number);
        row.put("note", note);
        row.put("cut", cut);
        return new VersionId(tx.insert("codebook_version", row));
    }

    VersionId draftId() {
        return new VersionId(
                study.file().read().number("SELECT id FROM codebook_version WHERE number = 0"));
    }

    private void insert(Tx tx, VersionId draft, Dimension dimension, int position) {
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
            insert(tx, draft, id, code, null, at);
        }
    }

    private void insert(
            Tx tx,
            VersionId draft,
            DimensionId dimension,
            Code code,
            @Nullable CodeId parent,
            int[] at) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("guid", guid(code.guid()));
        identity.put("dimension", dimension.value());
        CodeId id = new CodeId(tx.insert("code", identity));
        tx.insert("code_text", CodebookRows.row(code, draft, id, parent, ++at[0]));
        for (Code child : code.children()) {
            insert(tx, draft, dimension, child, id, at);
        }
    }

    /// A plain code under each of the versions; used by the desk and by `--unknown add`.
    CodeId insertCode(
            Tx tx,
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

    private void logEdit(
            Tx tx,
            @Nullable DimensionId dimension,
            CodeId code,
            String field,
            String old,
            String now,
            boolean meaning,
            String reason) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("version", draftId().value());
        row.put("dimension", dimension == null ? null : dimension.value());
        row.put("code", code.value());
        row.put("field", field);
        row.put("old", old);
        row.put("new", now);
        row.put("change", meaning ? "meaning" : "wording");
        row.put("reason", reason);
        tx.insert("codebook_edit", row);
    }

    /// The dimension that a person's word means: name, key or alias, spelling aside.
    ///
    /// @throws ConcordException when there is none; the sentence lists what there is
    public static Dimension named(Codebook codebook, String word) {
        return codebook.dimensions().stream()
                .filter(d -> names(d).contains(bare(word)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConcordException(
                                        "The codebook has no dimension “"
                                                + word
                                                + "”; it has "
                                                + String.join(
                                                        ", ",
                                                        codebook.dimensions().stream()
                                                                .map(Dimension::name)
                                                                .toList())
                                                + "."));
    }

    /// Every word a dimension goes by, bare.
    static Set<String> names(Dimension d) {
        Set<String> names = new HashSet<>();
        names.add(bare(d.name()));
        names.add(bare(d.key()));
        d.aliases().forEach(alias -> names.add(bare(alias)));
        return names;
    }

    /// A word without its question mark and hyphens: “Same Code?” is Same code.
    static String bare(String name) {
        return Words.key(name.replace('?', ' ')).replace('-', ' ');
    }

    private static String column(String field) {
        return switch (field) {
            case "name", "definition", "example", "colour", "key" -> field;
            case "include" -> "include_when";
            case "exclude" -> "exclude_when";
            case "counterExample" -> "counter_example";
            case "source" -> "citation";
            default -> throw new ConcordException("A code has no field “" + field + "”.");
        };
    }

    private static String guid(String given) {
        return given.isEmpty() ? Guids.next() : given;
    }

    static ConcordException gone() {
        return new ConcordException("That code is no longer in the codebook; nothing was changed.");
    }
}
