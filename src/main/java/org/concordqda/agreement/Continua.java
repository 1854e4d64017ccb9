package org.concordqda.agreement;

import java.util.List;

/// Several sources coded by the same coders with the same codes.
///
/// @param coders their names, in the order of the indices in the sources
/// @param codes the names of the codes of the dimension, likewise
/// @param sources at least none
public record Continua(List<String> coders, List<String> codes, List<Continuum> sources) {

    public Continua {
        coders = List.copyOf(coders);
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        for (Continuum source : sources) {
            if (source.coders() != coders.size() || source.codes() != codes.size()) {
                throw new SpanException(
                        "The source “" + source.name() + "” was made for other coders or codes.",
                        -1);
            }
        }
    }

    /// The same without one coder, whose place stays.
    public Continua withoutCoder(int coder) {
        return new Continua(
                coders, codes, sources.stream().map(s -> s.withoutCoder(coder)).toList());
    }

    /// Only these sources, by their places, in this order.
    public Continua only(List<Integer> chosen) {
        return new Continua(coders, codes, chosen.stream().map(sources::get).toList());
    }

    /// The coders who opened at least one source, as indices.
    int[] active() {
        return java.util.stream.IntStream.range(0, coders.size())
                .filter(g -> sources.stream().anyMatch(s -> s.present(g)))
                .toArray();
    }

    /// Whether no coder anywhere put two codes on one position.
    boolean exclusive() {
        return sources.stream().allMatch(Continuum::exclusive);
    }
}
