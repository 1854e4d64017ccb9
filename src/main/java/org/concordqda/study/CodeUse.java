package org.concordqda.study;

import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.CodingId;
import org.concordqda.model.RatingId;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.store.Journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One use of a code: a rating that holds it, or a coding under it, as far as the viewer may see it.
///
/// @param rating the rating; empty for a coding
/// @param coding the coding; empty for a rating
/// @param code the code it is read as
/// @param round in which round
/// @param roundName its name
/// @param coder whose
/// @param coderName their name
/// @param source of which source
/// @param key the source's key
/// @param title its title
/// @param unit the unit's name, or ""
/// @param start first position in the source, in UTF-16 code units; 0 for a rating
/// @param end position after the last
/// @param words the quote of a coding; the note of a rating, or what its file said, or ""
/// @param exemplar a coding chosen as an example
/// @param version number of the codebook version it was made under
/// @param mine whether the acting person made it
/// @param frozen whether its round is closed, or was blind and is unsealed: it is not changed any more
public record CodeUse(
        Optional<RatingId> rating,
        Optional<CodingId> coding,
        CodeId code,
        RoundId round,
        String roundName,
        CoderId coder,
        String coderName,
        SourceId source,
        String key,
        String title,
        String unit,
        int start,
        int end,
        String words,
        boolean exemplar,
        int version,
        boolean mine,
        boolean frozen) {
    /// An act on uses in the round that hides it from others as long as one of them is sealed: the latest
    /// sealed round among theirs, else the latest.
    static Journal.Words within(Study study, Journal.Words words, Collection<CodeUse> uses) {
        Set<RoundId> theirs = uses.stream().map(CodeUse::round).collect(Collectors.toSet());
        return study.rounds().list().stream()
                .filter(r -> theirs.contains(r.id()))
                .max(Comparator.comparing(Round::sealed).thenComparingLong(r -> r.id().value()))
                .map(r -> words.in(r.id()))
                .orElse(words);
    }

    /// Whether the acting person may change it.
    public boolean open() {
        return mine && !frozen;
    }

    /// Why it is not changed, or "".
    public String why() {
        return !mine ? coderName + "’s" : frozen ? "the round " + roundName + " is finished" : "";
    }
}
