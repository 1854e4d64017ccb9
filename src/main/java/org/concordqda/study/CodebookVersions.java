package org.concordqda.study;

import org.concordqda.analysis.CodebookDiff;
import org.concordqda.analysis.CodebookDiff.Noted;
import org.concordqda.analysis.CodebookDiff.Replaced;
import org.concordqda.model.CodeId;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.ConcordException;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.VersionId;
import org.concordqda.store.Journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What changed between codebook versions, and which version a round works under. Any thread.
public final class CodebookVersions {
    private final Study study;

    public CodebookVersions(Study study) {
        this.study = study;
    }

    /// The version of this number; `draft` or 0 is the working draft.
    ///
    /// @throws ConcordException when there is none
    public VersionId number(String word) {
        String wanted = word.strip().replaceFirst("^[vV]", "");
        int number;
        try {
            number = wanted.equalsIgnoreCase("draft") ? 0 : Integer.parseInt(wanted);
        } catch (NumberFormatException e) {
            throw none(word, e);
        }
        return study.codebooks().versions().stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .map(Codebooks.VersionInfo::id)
                .orElseThrow(() -> none(word, null));
    }

    private ConcordException none(String word, @org.jspecify.annotations.Nullable Exception e) {
        int newest =
                study.codebooks().versions().stream()
                        .mapToInt(Codebooks.VersionInfo::number)
                        .max()
                        .orElse(0);
        String sentence =
                "There is no codebook version “"
                        + word
                        + "”; there is the draft"
                        + (newest == 0
                                ? "."
                                : newest == 1 ? " and 1." : " and 1 to " + newest + ".");
        return e == null ? new ConcordException(sentence) : new ConcordException(sentence, e);
    }

    /// What changed from one version to another, each as it was cut.
    public List<CodebookChange> diff(VersionId old, VersionId now) {
        long from = edge(old);
        long to = edge(now);
        return CodebookDiff.of(
                study.codebooks().asCut(old),
                study.codebooks().asCut(now),
                study.file()
                        .read()
                        .list(
                                "SELECT old, new, how FROM code_replaced WHERE how <> 'rename' AND"
                                        + " made_by > ? AND made_by <= ? ORDER BY id",
                                row ->
                                        new Replaced(
                                                new CodeId(row.number(1)),
                                                new CodeId(row.number(2)),
                                                row.text(3)),
                                Math.min(from, to),
                                Math.max(from, to)),
                study.file()
                        .read()
                        .list(
                                "SELECT dimension, code, field, change, reason FROM codebook_edit"
                                        + " WHERE made_by > ? AND made_by <= ? ORDER BY id",
                                row ->
                                        new Noted(
                                                some(row.maybeNumber(1)).map(DimensionId::new),
                                                some(row.maybeNumber(2)).map(CodeId::new),
                                                row.text(3),
                                                row.text(4).equals("meaning"),
                                                row.text(5)),
                                Math.min(from, to),
                                Math.max(from, to)));
    }

    private static Optional<Long> some(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /// The entry up to which edits are in a version.
    private long edge(VersionId version) {
        return study.file()
                .read()
                .number(
                        "SELECT CASE WHEN number = 0 THEN (SELECT max(id) FROM entry) ELSE made_by"
                                + " END FROM codebook_version WHERE id = ?",
                        version.value());
    }

    /// What the draft has beyond the newest version cut; all of it where none was cut.
    public boolean draftIsNew() {
        List<Codebooks.VersionInfo> all = study.codebooks().versions();
        return all.size() < 2
                || !study.codebooks()
                        .asCut(all.get(1).id())
                        .dimensions()
                        .equals(study.codebooks().draft().dimensions());
    }

    /// Lets the form of an open round ask the codebook as it is now: a version is cut where the draft has
    /// changed. Answers stay; those given under an older meaning are listed for a second look.
    ///
    /// @throws ConcordException when the round is finished
    public void adopt(RoundId round) {
        Round r = study.rounds().get(round);
        if (r.frozen()) {
            throw new ConcordException(
                    "The round “"
                            + r.name()
                            + "” is finished and keeps its codebook; nothing was changed.");
        }
        study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(),
                                "round.codebook",
                                "use the codebook as it is now in " + r.name()),
                        tx ->
                                tx.update(
                                        "round",
                                        round.value(),
                                        Map.of(
                                                "version",
                                                new CodebookWriter(tx).current().value())));
    }

    /// Open rounds whose form asks an older codebook than the draft is.
    public List<Round> behind() {
        List<Codebooks.VersionInfo> all = study.codebooks().versions();
        boolean fresh = draftIsNew();
        return study.rounds().list().stream()
                .filter(r -> !r.frozen())
                .filter(r -> fresh || !r.version().equals(all.get(1).id()))
                .toList();
    }
}
