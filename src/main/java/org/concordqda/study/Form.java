package org.concordqda.study;

import org.concordqda.model.Asked;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.CoderId;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Evidence;
import org.concordqda.model.Rating;
import org.concordqda.model.RatingId;
import org.concordqda.model.Reliability;
import org.concordqda.model.RoundId;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.study.Ratings.Beside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions asked of a source and of one of its units, with one coder's answers in one round. Conditions open
/// and close questions, checks warn, and a further unit takes over what the first one says where the dimension is
/// carried. A picture of one moment; any thread.
///
/// @param units the source's units, in order
/// @param index which of them is asked, from 0; 0 where there is none
/// @param questions what is asked now, in the order of the codebook
public record Form(List<Unit> units, int index, List<Question> questions) {
    /// Nothing is asked.
    public static final Form EMPTY = new Form(List.of(), 0, List.of());

    public Form {
        units = List.copyOf(units);
        questions = List.copyOf(questions);
    }

    /// A question of the form.
    ///
    /// @param dimension what is asked
    /// @param answer the coder's answer
    /// @param carriedFrom the first unit's name when its value is taken over
    /// @param warnings what its checks say
    /// @param evidence what the answer rests on
    public record Question(
            Dimension dimension,
            Optional<Rating> answer,
            Optional<String> carriedFrom,
            List<String> warnings,
            List<Evidence> evidence) {
        public Question {
            warnings = List.copyOf(warnings);
            evidence = List.copyOf(evidence);
        }

        /// Whether an answer is missing.
        public boolean open() {
            return answer.isEmpty() && dimension.reliability() != Reliability.NOT_CLAIMED;
        }

        /// Whether the answer holds this code.
        public boolean has(CodeId code) {
            return answer.filter(a -> a.codes().contains(code)).isPresent();
        }

        /// What stands beside the answer.
        public Beside beside() {
            return answer.map(a -> new Beside(a.otherText(), a.note(), a.certainty(), a.flags()))
                    .orElse(Beside.NONE);
        }
    }

    /// Reads the form of a source.
    ///
    /// @param index the unit, from 0; the nearest there is
    /// @param book the codebook of the round
    /// @param round where the answers are from; none before the first round
    /// @param coder whose answers
    public static Form of(
            Study study,
            Source source,
            int index,
            Codebook book,
            Optional<RoundId> round,
            Optional<CoderId> coder) {
        List<Unit> units = study.units().of(source.id());
        int at = Math.clamp(index, 0, Math.max(0, units.size() - 1));
        List<Rating> own =
                round.isPresent() && coder.isPresent()
                        ? study.ratings().of(source.id(), round.get(), coder.get())
                        : List.of();
        return new Form(units, at, List.of())
                .asking(
                        book.dimensions().stream()
                                .filter(d -> d.scope() != Scope.PASSAGE && d.asks(source.kind()))
                                .toList(),
                        own,
                        study.evidences().of(source.id()));
    }

    private Form asking(
            List<Dimension> dimensions, List<Rating> own, Map<RatingId, List<Evidence>> evidence) {
        Optional<UnitId> here = unit().map(Unit::id);
        Map<DimensionId, Rating> answers = new HashMap<>();
        Map<DimensionId, Rating> first = new HashMap<>();
        for (Rating rating : own) {
            if (rating.unit().isEmpty() || rating.unit().equals(here)) {
                answers.put(rating.dimension(), rating);
            } else if (index > 0 && rating.unit().get().equals(units.getFirst().id())) {
                first.put(rating.dimension(), rating);
            }
        }
        Map<DimensionId, Rating> carried = new HashMap<>();
        for (Dimension dimension : dimensions) {
            Rating over = first.get(dimension.id());
            if (dimension.carried() && over != null && !answers.containsKey(dimension.id())) {
                carried.put(dimension.id(), over);
            }
        }
        Map<DimensionId, Rating> all = new HashMap<>(carried);
        all.putAll(answers);
        Asked rules =
                new Asked(
                        dimensions,
                        id -> all.containsKey(id) ? all.get(id).codes() : List.<CodeId>of());
        List<Question> asked = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (rules.asks(dimension)) {
                Rating mine = answers.get(dimension.id());
                asked.add(
                        new Question(
                                dimension,
                                Optional.ofNullable(all.get(dimension.id())),
                                carried.containsKey(dimension.id())
                                        ? Optional.of(units.getFirst().name())
                                        : Optional.empty(),
                                rules.warnings(dimension),
                                mine == null
                                        ? List.of()
                                        : evidence.getOrDefault(mine.id(), List.of())));
            }
        }
        return new Form(units, index, asked);
    }

    /// The unit that is asked; none where the source has none.
    public Optional<Unit> unit() {
        return units.isEmpty() ? Optional.empty() : Optional.of(units.get(index));
    }

    /// Questions without an answer.
    public List<Question> open() {
        return questions.stream().filter(Question::open).toList();
    }
}
