package org.concordqda.study;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.VersionId;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.text.Words;

import java.util.HashSet;
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

    /// One version as it is read now: codes merged since stand under the code they went into.
    public Codebook version(VersionId id) {
        return ReadThrough.merged(study.file().read(), asCut(id));
    }

    /// One version as it was cut.
    public Codebook asCut(VersionId id) {
        return CodebookRows.read(study.file().read(), id);
    }

    /// The newest version cut, by row id; the round's own where none is.
    long newest(RoundId round) {
        return Math.max(
                study.file()
                        .read()
                        .number(
                                "SELECT coalesce((SELECT id FROM codebook_version WHERE number > 0"
                                        + " ORDER BY number DESC LIMIT 1), 0)"),
                study.file()
                        .read()
                        .number("SELECT version FROM round WHERE id = ?", round.value()));
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
                            CodebookWriter writer = new CodebookWriter(tx);
                            for (Dimension dimension : codebook.dimensions()) {
                                writer.insert(draft, dimension, ++position);
                            }
                            return null;
                        });
    }

    /// Changes a field of a code in the draft; see [CodebookFields#edit].
    public void edit(CodeId code, String field, String value, boolean meaning, String reason) {
        new CodebookFields(study).edit(code, field, value, meaning, reason);
    }

    /// A code's name in the draft, or where it stood last; that of the code it was merged into.
    public String name(CodeId code) {
        return study.file()
                .read()
                .one(
                        "SELECT t.name FROM code_text t JOIN codebook_version v ON v.id = t.version"
                                + " WHERE t.code = "
                                + Merges.through("?1")
                                + " ORDER BY v.number = 0 DESC, v.number DESC LIMIT 1",
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
                        tx -> new CodebookWriter(tx).cut(note));
    }

    VersionId draftId() {
        return new VersionId(
                study.file().read().number("SELECT id FROM codebook_version WHERE number = 0"));
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

    /// The code that a person's word means: key, name, path (`Dimension > Group > Name`) or alias, spelling
    /// aside.
    ///
    /// @throws ConcordException when none or several are meant; the sentence lists what there is
    public static Code coded(Codebook codebook, String word) {
        return CodebookNames.find(codebook, word, (d, c) -> true);
    }

    /// The same among codes that a passage can be given: of dimensions for passages, and not retired.
    ///
    /// @throws ConcordException when none or several are meant; the sentence lists what there is
    public static Code passage(Codebook codebook, String word) {
        return CodebookNames.find(
                codebook, word, (d, c) -> d.scope() == Scope.PASSAGE && !c.retired());
    }

    static ConcordException gone() {
        return new ConcordException("That code is no longer in the codebook; nothing was changed.");
    }
}
