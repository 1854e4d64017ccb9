package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CodebookChange;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.VersionId;
import org.concordqda.store.Journal;
import org.concordqda.store.Merges;
import org.concordqda.store.Tx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ratings and codings made under an older meaning of their code or question. A rating was made under the
/// version its form asked; a coding under the draft of the moment it was made, or the version it was
/// confirmed under. Any thread.
public final class CodebookStale {
    private static final String EDITED =
            "(SELECT max(x.made_by) FROM codebook_edit x WHERE x.change = 'meaning' AND x.code = ";

    private final Study study;

    public CodebookStale(Study study) {
        this.study = study;
    }

    /// Every use under an older meaning the viewer may see: ratings, then passages; what a merge made a second
    /// use of the same is one.
    public List<CodeUse> list() {
        if (!anyMeaning()) {
            return List.of();
        }
        CodeUses uses = new CodeUses(study);
        List<CodeUse> stale = new ArrayList<>();
        stale.addAll(
                uses.ratings(
                        "rc.code IN "
                                + asked()
                                + " AND v.made_by <"
                                + " max(coalesce("
                                + EDITED
                                + Merges.through("rc.code")
                                + "), 0), coalesce((SELECT max(x.made_by) FROM codebook_edit x WHERE"
                                + " x.change = 'meaning' AND x.dimension = r.dimension), 0))"));
        stale.addAll(
                uses.codings(
                        Merges.countedOnce("c")
                                + " AND c.code IN "
                                + edited()
                                + " AND max(v.made_by, c.made_by) < "
                                + EDITED
                                + Merges.through("c.code")
                                + ")"));
        return stale;
    }

    /// The uses of one code under an older meaning.
    public List<CodeUse> of(CodeId code) {
        return list().stream().filter(u -> u.code().equals(code)).toList();
    }

    /// What uses of one code, made under one version, have in common: all that changed since.
    ///
    /// @param version number of the version; 0 = the draft
    public record Made(CodeId code, int version) {
        /// What a use was made under.
        public static Made of(CodeUse use) {
            return new Made(use.code(), use.version());
        }
    }

    /// What changed in a use's code, in those merged into it and in its question since the version the use was
    /// made under.
    public List<CodebookChange> since(CodeUse use) {
        return since(List.of(use)).getOrDefault(Made.of(use), List.of());
    }

    /// The same for many, in the order they come first; each version is compared once.
    public Map<Made, List<CodebookChange>> since(List<CodeUse> uses) {
        CodebookVersions compared = new CodebookVersions(study);
        Codebook draft = study.codebooks().draft();
        VersionId now = compared.number("draft");
        Map<Long, Long> merged = Merges.all(study.file().read());
        Map<Integer, List<CodebookChange>> all = new HashMap<>();
        Map<Made, List<CodebookChange>> since = new LinkedHashMap<>();
        for (Made made : uses.stream().map(Made::of).distinct().toList()) {
            Optional<String> question = draft.dimensionOf(made.code()).map(Dimension::name);
            since.put(
                    made,
                    all
                            .computeIfAbsent(
                                    made.version(),
                                    v -> compared.diff(compared.number("" + v), now))
                            .stream()
                            .filter(
                                    c ->
                                            c.code()
                                                            .map(CodeId::value)
                                                            .map(id -> merged.getOrDefault(id, id))
                                                            .equals(
                                                                    Optional.of(
                                                                            made.code().value()))
                                                    || (c.code().isEmpty()
                                                            && question.equals(
                                                                    Optional.of(c.dimension()))))
                            .toList());
        }
        return since;
    }

    /// How many by code.
    public Map<CodeId, Integer> counts() {
        Map<CodeId, Integer> counts = new HashMap<>();
        list().forEach(u -> counts.merge(u.code(), 1, Integer::sum));
        return counts;
    }

    /// Says that uses still hold under the codebook as it is now: they are written under its version, which
    /// is cut where the draft has changed. Answers and codes stay as they are.
    ///
    /// @return how many were confirmed
    /// @throws ConcordException when one is somebody else's or of a finished round; nothing is changed
    public int confirm(List<CodeUse> uses) {
        for (CodeUse use : uses) {
            if (!use.open()) {
                throw new ConcordException(
                        "A use in "
                                + use.key()
                                + " stays as it is ("
                                + use.why()
                                + "); nothing was changed.");
            }
        }
        if (uses.isEmpty()) {
            return 0;
        }
        String what =
                uses.size() == 1
                        ? "“" + study.codebooks().name(uses.getFirst().code()) + "” still holds"
                        : uses.size() + " uses still hold";
        study.file()
                .journal()
                .write(
                        CodeUse.within(
                                study, Journal.Words.of(study.actor(), "code.confirm", what), uses),
                        tx -> {
                            VersionId version = after(tx);
                            for (CodeUse use : uses) {
                                Map<String, Object> now = Map.of("version", version.value());
                                Optional<Long> rating = use.rating().map(r -> r.value());
                                if (rating.isPresent()) {
                                    tx.update("rating", rating.get(), now);
                                } else {
                                    tx.update("coding", use.coding().orElseThrow().value(), now);
                                }
                            }
                            return null;
                        });
        return uses.size();
    }

    /// The version as it is now. An edit that was taken back by another leaves the draft like an older version,
    /// which would still be one before the edits: then a new one is cut.
    private static VersionId after(Tx tx) {
        CodebookWriter writer = new CodebookWriter(tx);
        VersionId current = writer.current();
        boolean before =
                tx.read()
                                .number(
                                        "SELECT v.made_by < (SELECT max(made_by) FROM"
                                                + " codebook_edit) FROM codebook_version v WHERE v.id"
                                                + " = ?",
                                        current.value())
                        == 1;
        return before ? writer.cut("") : current;
    }

    private boolean anyMeaning() {
        return study.file()
                        .read()
                        .number(
                                "SELECT EXISTS (SELECT 1 FROM codebook_edit WHERE change ="
                                        + " 'meaning')")
                == 1;
    }

    /// Codes a rating of which may be stale: those whose own meaning or whose question's was ever edited, so
    /// that the others are not read at all.
    private static String asked() {
        return edited().replaceFirst(
                        "\\)$",
                        " UNION SELECT c.id FROM code c JOIN codebook_edit x ON x.dimension ="
                                + " c.dimension WHERE x.change = 'meaning')");
    }

    /// Codes whose meaning was ever edited, and those read as them.
    private static String edited() {
        return "(SELECT code FROM codebook_edit WHERE change = 'meaning' AND code IS NOT NULL UNION"
                + " SELECT m.id FROM code m JOIN codebook_edit x ON x.code = m.merged_into WHERE"
                + " x.change = 'meaning')";
    }
}
