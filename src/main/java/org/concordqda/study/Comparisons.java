package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.SourceId;
import org.concordqda.model.Turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Constant comparison (Glaser and Strauss, The Discovery of Grounded Theory, 1967): the passages under a
/// code, ordered so that what could contradict the code comes first. Blind like every read. Any thread.
public final class Comparisons {
    private final Study study;

    public Comparisons(Study study) {
        this.study = study;
    }

    /// How far a passage is from the one that is compared, farthest first. The case of a source is the case it
    /// is assigned to, else the repository of an issue; a source without either is a case of its own.
    public enum Distance {
        /// Another participant, another repository.
        OTHER_CASE,
        /// The same case, another source.
        OTHER_SOURCE,
        /// The same source, somebody else speaks.
        OTHER_SPEAKER,
        /// The same source and speaker.
        SAME_SPEAKER
    }

    /// A passage under the code.
    ///
    /// @param coding the coding
    /// @param title title of its source
    /// @param inCase name of its case, or ""
    /// @param distance from where the comparison starts
    public record Compared(Coding coding, String title, String inCase, Distance distance) {}

    /// A passage with what stands around it.
    ///
    /// @param before up to so many characters before the quote
    /// @param after as many after it
    /// @param speaker who says it, or ""
    public record Context(String before, String after, String speaker) {}

    /// The passages under a code and the codes below it, most distant first, among equally distant ones newest
    /// first and one of each source before a second of any.
    ///
    /// @param from the coding the comparison starts at; it is left out
    /// @param open the source it starts in, where no coding is said
    public List<Compared> under(CodeId code, Optional<Coding> from, Optional<SourceId> open) {
        List<Coding> codings = new ArrayList<>();
        study.codebooks()
                .draft()
                .code(code)
                .map(c -> c.withDescendants().stream().map(d -> d.id()).toList())
                .orElse(List.of(code))
                .forEach(id -> codings.addAll(study.codings().under(id)));
        codings.removeIf(c -> from.filter(f -> f.id().equals(c.id())).isPresent());
        codings.sort(Comparator.comparingLong((Coding c) -> c.id().value()).reversed());
        Optional<SourceId> here = from.map(Coding::source).or(() -> open);
        Map<SourceId, String> titles = new HashMap<>();
        Map<SourceId, String> cases = new HashMap<>();
        study.file()
                .read()
                .each(
                        "SELECT s.id, s.title, s.key, (SELECT k.name FROM case_source l JOIN"
                                + " \"case\" k ON k.id = l.\"case\" WHERE l.source = s.id LIMIT 1)"
                                + " FROM source s",
                        row -> {
                            SourceId id = new SourceId(row.number(1));
                            titles.put(id, row.text(2));
                            String key = row.text(3);
                            int hash = key.lastIndexOf('#');
                            cases.put(
                                    id,
                                    row.maybeText(4)
                                            .orElse(hash > 0 ? key.substring(0, hash) : ""));
                        });
        Turns turns = new Turns(study);
        Optional<String> speaker =
                from.flatMap(f -> turns.at(f.text().value(), f.span().start()))
                        .flatMap(Turn::speaker);
        Map<Coding, Distance> distance = new HashMap<>();
        Map<Coding, Integer> round = new HashMap<>();
        Map<SourceId, Integer> seen = new HashMap<>();
        for (Coding c : codings) {
            Distance d = Distance.OTHER_CASE;
            if (here.filter(c.source()::equals).isPresent()) {
                Optional<String> who =
                        turns.at(c.text().value(), c.span().start()).flatMap(Turn::speaker);
                d = who.equals(speaker) ? Distance.SAME_SPEAKER : Distance.OTHER_SPEAKER;
            } else if (here.isPresent()) {
                String mine = cases.getOrDefault(here.get(), "");
                if (!mine.isEmpty() && mine.equals(cases.get(c.source()))) {
                    d = Distance.OTHER_SOURCE;
                }
            }
            distance.put(c, d);
            round.put(c, seen.merge(c.source(), 1, Integer::sum));
        }
        codings.sort(
                Comparator.comparing((Coding c) -> distance.getOrDefault(c, Distance.OTHER_CASE))
                        .thenComparing(c -> round.getOrDefault(c, 0)));
        return codings.stream()
                .map(
                        c ->
                                new Compared(
                                        c,
                                        titles.getOrDefault(c.source(), ""),
                                        cases.getOrDefault(c.source(), ""),
                                        distance.getOrDefault(c, Distance.OTHER_CASE)))
                .toList();
    }

    /// What stands around a passage.
    ///
    /// @param characters how many code points on each side at most
    public Context context(Coding coding, int characters) {
        int start = coding.span().startCp();
        String[] around =
                study.file()
                        .read()
                        .one(
                                "SELECT substr(text, ?2, ?3), substr(text, ?4, ?5) FROM source_text"
                                        + " WHERE id = ?1",
                                row -> new String[] {row.text(1), row.text(2)},
                                coding.text().value(),
                                Math.max(0, start - characters) + 1,
                                Math.min(characters, start),
                                coding.span().endCp() + 1,
                                characters)
                        .orElse(new String[] {"", ""});
        String speaker =
                study.file()
                        .read()
                        .one(
                                "SELECT speaker FROM turn WHERE text = ? AND label_start <= ?"
                                        + " ORDER BY ordinal DESC LIMIT 1",
                                row -> row.maybeText(1),
                                coding.text().value(),
                                coding.span().start())
                        .flatMap(s -> s)
                        .orElse("");
        return new Context(around[0], around[1], speaker);
    }
}
