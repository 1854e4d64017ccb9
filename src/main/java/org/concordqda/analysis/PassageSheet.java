package org.concordqda.analysis;

import org.concordqda.model.CodeId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The passages behind the agreement of a PASSAGE dimension in one round: who opened which source, and who
/// put which code where. Pure, any thread.
///
/// @param coders names, in the order of the indices
/// @param sources those that two coders finished
/// @param marks every passage in them
public record PassageSheet(List<String> coders, List<Opened> sources, List<Mark> marks) {
    /// A source and who opened it.
    ///
    /// @param source row id
    /// @param coders indices of those who finished it
    public record Opened(int source, List<Integer> coders) {
        public Opened {
            coders = List.copyOf(coders);
        }
    }

    /// A code on a passage.
    ///
    /// @param source row id
    /// @param coder index
    /// @param code its name, as in scopes
    /// @param id the code
    /// @param start first position, in UTF-16 code units
    /// @param end position after the last
    public record Mark(int source, int coder, String code, CodeId id, int start, int end) {}

    /// How two coders' passages at one place compare, worst first.
    public enum Compared {
        ONLY_FIRST,
        ONLY_SECOND,
        /// Both coded here, with different codes.
        CODES,
        /// The same codes, over different stretches.
        EDGES,
        SAME
    }

    /// A stretch of a source where one of two coders coded: passages that overlap, taken together.
    ///
    /// @param first passages of the first coder
    /// @param second passages of the second
    public record Place(
            int source,
            int start,
            int end,
            List<Mark> first,
            List<Mark> second,
            Compared compared) {
        public Place {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }
    }

    public PassageSheet {
        coders = List.copyOf(coders);
        sources = List.copyOf(sources);
        marks = List.copyOf(marks);
    }

    /// How many passages of a code each coder has; of all codes when none is said.
    public int[] counts(Optional<String> code) {
        int[] counts = new int[coders.size()];
        for (Mark m : marks) {
            counts[m.coder()] += code.isEmpty() || code.get().equals(m.code()) ? 1 : 0;
        }
        return counts;
    }

    /// How many sources both of two coders opened.
    public int shared(int g, int h) {
        return (int)
                sources.stream()
                        .filter(s -> s.coders().contains(g) && s.coders().contains(h))
                        .count();
    }

    /// What explains how far two coders agree, one sentence each; empty when nothing stands out.
    ///
    /// @param code only this one; empty = all
    public List<String> explanation(int g, int h, Optional<String> code) {
        return PassageExplanation.of(this, g, h, code);
    }

    /// Where two coders coded in sources both opened: disagreements first, then by source and place.
    ///
    /// @param code only this one; empty = all
    public List<Place> compare(int g, int h, Optional<String> code) {
        Set<Integer> both = new HashSet<>();
        sources.stream()
                .filter(s -> s.coders().contains(g) && s.coders().contains(h))
                .forEach(s -> both.add(s.source()));
        TreeMap<Integer, List<Mark>> bySource = new TreeMap<>();
        for (Mark m : marks) {
            boolean wanted = code.isEmpty() || code.get().equals(m.code());
            if (wanted && both.contains(m.source()) && (m.coder() == g || m.coder() == h)) {
                bySource.computeIfAbsent(m.source(), s -> new ArrayList<>()).add(m);
            }
        }
        List<Place> places = new ArrayList<>();
        bySource.forEach((source, own) -> places(own, g, places));
        places.sort(
                Comparator.comparing(Place::compared)
                        .thenComparingInt(Place::source)
                        .thenComparingInt(Place::start));
        return places;
    }

    private static void places(List<Mark> own, int g, List<Place> to) {
        own.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        int from = 0;
        int end = -1;
        for (int i = 0; i <= own.size(); i++) {
            boolean cut = i == own.size() || (i > from && own.get(i).start() >= end);
            if (cut && i > from) {
                to.add(place(own.subList(from, i), g, end));
                from = i;
                end = -1;
            }
            if (i < own.size()) {
                end = Math.max(end, own.get(i).end());
            }
        }
    }

    private static Place place(List<Mark> marks, int g, int end) {
        List<Mark> first = marks.stream().filter(m -> m.coder() == g).toList();
        List<Mark> second = marks.stream().filter(m -> m.coder() != g).toList();
        Compared how = Compared.SAME;
        if (second.isEmpty()) {
            how = Compared.ONLY_FIRST;
        } else if (first.isEmpty()) {
            how = Compared.ONLY_SECOND;
        } else if (!codes(first).equals(codes(second))) {
            how = Compared.CODES;
        } else if (!spans(first).equals(spans(second))) {
            how = Compared.EDGES;
        }
        return new Place(
                marks.getFirst().source(), marks.getFirst().start(), end, first, second, how);
    }

    private static Set<String> codes(List<Mark> marks) {
        return marks.stream().map(Mark::code).collect(Collectors.toSet());
    }

    private static Set<String> spans(List<Mark> marks) {
        return marks.stream()
                .map(m -> m.code() + "\u001f" + m.start() + "\u001f" + m.end())
                .collect(Collectors.toSet());
    }
}
