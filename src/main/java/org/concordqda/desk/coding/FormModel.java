package org.concordqda.desk.coding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Check;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Rating;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Ratings.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The questions that are asked of a unit, with the acting person's answers. Conditions open and close
/// questions as answers change; checks warn. JavaFX thread only; needs no window.
final class FormModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<Question>> questions =
            new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Source> source = Optional.empty();
    private List<Unit> units = List.of();
    private int unit;
    private Map<DimensionId, Rating> answers = Map.of();
    private Map<DimensionId, Rating> carried = Map.of();
    private List<Dimension> dimensions = List.of();

    FormModel(Session session) {
        this.session = session;
    }

    /// A question of the form.
    ///
    /// @param dimension what is asked
    /// @param answer the person's answer
    /// @param carriedFrom the first unit's name when its value is taken over
    /// @param warnings what its checks say
    record Question(
            Dimension dimension,
            Optional<Rating> answer,
            Optional<String> carriedFrom,
            List<String> warnings) {
        boolean open() {
            return answer.isEmpty() && dimension.reliability() != Reliability.NOT_CLAIMED;
        }

        boolean has(CodeId code) {
            return answer.filter(a -> a.codes().contains(code)).isPresent();
        }
    }

    /// The questions asked now, in the order of the codebook.
    ReadOnlyObjectProperty<List<Question>> questions() {
        return questions.getReadOnlyProperty();
    }

    List<Unit> units() {
        return units;
    }

    Optional<Unit> unit() {
        return units.isEmpty() ? Optional.empty() : Optional.of(units.get(unit));
    }

    int unitIndex() {
        return unit;
    }

    long openCount() {
        return questions.get().stream().filter(Question::open).count();
    }

    /// Shows the form of a source, at its first unit.
    void open(Optional<Source> shown) {
        boolean same = shown.map(Source::id).equals(source.map(Source::id)) && source.isPresent();
        source = shown;
        if (!same) {
            unit = 0;
        }
        refresh();
    }

    /// Goes to another unit of the source; false when there is none.
    boolean step(int by) {
        int to = unit + by;
        if (to < 0 || to >= units.size()) {
            return false;
        }
        unit = to;
        refresh();
        return true;
    }

    /// Reads units and answers again.
    void refresh() {
        if (source.isEmpty()) {
            units = List.of();
            questions.set(List.of());
            return;
        }
        Source now = source.get();
        units = session.study().units().of(now.id());
        unit = Math.clamp(unit, 0, Math.max(0, units.size() - 1));
        Codebook book =
                session.round()
                        .get()
                        .map(r -> session.study().codebooks().version(r.version()))
                        .orElseGet(() -> session.codebook().get());
        dimensions =
                book.dimensions().stream()
                        .filter(d -> d.scope() != Scope.PASSAGE && d.asks(now.kind()))
                        .toList();
        readAnswers(now);
        List<Question> asked = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (isAsked(dimension, Set.of())) {
                Optional<Rating> own = Optional.ofNullable(answers.get(dimension.id()));
                boolean over = own.isEmpty() && carried.containsKey(dimension.id());
                asked.add(
                        new Question(
                                dimension,
                                own.or(() -> Optional.ofNullable(carried.get(dimension.id()))),
                                over ? Optional.of(units.getFirst().name()) : Optional.empty(),
                                warnings(dimension)));
            }
        }
        questions.set(List.copyOf(asked));
    }

    private void readAnswers(Source now) {
        Map<DimensionId, Rating> mine = new HashMap<>();
        Map<DimensionId, Rating> first = new HashMap<>();
        Set<DimensionId> over =
                dimensions.stream()
                        .filter(Dimension::carried)
                        .map(Dimension::id)
                        .collect(Collectors.toSet());
        Optional<UnitId> here = unit().map(Unit::id);
        for (Rating rating : session.study().ratings().of(now.id())) {
            boolean own =
                    session.me().filter(rating.coder()::equals).isPresent()
                            && session.round()
                                    .get()
                                    .filter(r -> r.id().equals(rating.round()))
                                    .isPresent();
            if (!own) {
                continue;
            }
            if (rating.unit().isEmpty() || rating.unit().equals(here)) {
                mine.put(rating.dimension(), rating);
            } else if (unit > 0
                    && rating.unit().equals(Optional.of(units.getFirst().id()))
                    && over.contains(rating.dimension())) {
                first.put(rating.dimension(), rating);
            }
        }
        answers = mine;
        carried = first;
    }

    private Optional<Rating> answer(DimensionId id) {
        return Optional.ofNullable(answers.get(id)).or(() -> Optional.ofNullable(carried.get(id)));
    }

    /// Not asked is neither missing nor Not applicable: a condition that is not met hides the question.
    private boolean isAsked(Dimension dimension, Set<String> above) {
        if (dimension.askedWhen().isEmpty() || above.contains(dimension.key())) {
            return true;
        }
        String key = dimension.askedWhen().get().dimension();
        Optional<Dimension> other =
                dimensions.stream().filter(d -> d.key().equals(key)).findFirst();
        if (other.isEmpty()) {
            return true;
        }
        Set<String> seen = new java.util.HashSet<>(above);
        seen.add(dimension.key());
        return isAsked(other.get(), seen)
                && answersOneOf(other.get(), dimension.askedWhen().get().values());
    }

    private boolean answersOneOf(Dimension dimension, List<String> keys) {
        List<CodeId> codes = answer(dimension.id()).map(Rating::codes).orElse(List.of());
        return dimension.allCodes().stream()
                .filter(c -> keys.contains(c.key()))
                .anyMatch(c -> c.withDescendants().stream().anyMatch(d -> codes.contains(d.id())));
    }

    private List<String> warnings(Dimension dimension) {
        List<String> warnings = new ArrayList<>();
        for (Check check : dimension.checks()) {
            boolean contradicts =
                    answersOneOf(dimension, List.of(check.when()))
                            && dimensions.stream()
                                    .filter(d -> d.key().equals(check.dimension()))
                                    .anyMatch(d -> answersOneOf(d, check.values()));
            if (contradicts) {
                warnings.add(check.warn());
            }
        }
        return warnings;
    }

    /// Chooses a value, or takes it back; a MANY dimension keeps its other values.
    void toggle(Question question, Code code) {
        Dimension dimension = question.dimension();
        List<CodeId> codes =
                new ArrayList<>(question.answer().map(Rating::codes).orElse(List.of()));
        boolean had = codes.remove(code.id());
        if (dimension.choice() == Choice.ONE) {
            if (had && question.carriedFrom().isEmpty()) {
                clear(question);
                return;
            }
            codes.clear();
            codes.add(code.id());
        } else if (!had) {
            codes.add(code.id());
        } else if (codes.isEmpty()) {
            clear(question);
            return;
        }
        set(question, codes, beside(question));
    }

    /// Says that none of the values of a MANY dimension applies.
    void none(Question question) {
        set(question, List.of(), beside(question));
    }

    void clear(Question question) {
        session.act(() -> session.study().ratings().clear(place(question.dimension())));
        refresh();
    }

    void other(Question question, String text) {
        Beside was = beside(question);
        keep(question, new Beside(text, was.note(), was.certainty(), was.flags()));
    }

    /// Raises or lowers a flag.
    void flag(Question question, String flag) {
        Beside was = beside(question);
        List<String> flags = new ArrayList<>(was.flags());
        if (!flags.remove(flag)) {
            flags.add(flag);
        }
        keep(question, new Beside(was.other(), was.note(), was.certainty(), flags));
    }

    /// Puts note, certainty and flags beside an answer that was given.
    void keep(Question question, Beside beside) {
        if (question.answer().isEmpty()) {
            session.say("Answer first; then a note or a flag can stand beside the answer.");
            return;
        }
        set(question, question.answer().get().codes(), beside);
    }

    /// What stands beside an answer now.
    static Beside beside(Question question) {
        return question.answer()
                .map(a -> new Beside(a.otherText(), a.note(), a.certainty(), a.flags()))
                .orElse(Beside.NONE);
    }

    private void set(Question question, List<CodeId> codes, Beside beside) {
        session.act(
                () -> session.study().ratings().set(place(question.dimension()), codes, beside));
        refresh();
    }

    /// Stores the values taken over from the first unit as answers of this one.
    void keepCarried() {
        for (Question question : questions.get()) {
            if (question.carriedFrom().isPresent() && question.answer().isPresent()) {
                List<CodeId> codes = question.answer().get().codes();
                session.act(
                        () ->
                                session.study()
                                        .ratings()
                                        .set(place(question.dimension()), codes, beside(question)));
            }
        }
        refresh();
    }

    /// A further unit of the source, found by the acting person.
    void addUnit() {
        Source now = source.orElseThrow();
        session.act(() -> session.study().units().find(session.actingRound(), now.id()));
        units = session.study().units().of(now.id());
        unit = Math.max(0, units.size() - 1);
        refresh();
    }

    void renameUnit(String name) {
        unit().ifPresent(u -> session.act(() -> session.study().units().rename(u.id(), name)));
        refresh();
    }

    void removeUnit() {
        unit().ifPresent(u -> session.act(() -> session.study().units().remove(u.id())));
        refresh();
    }

    private Place place(Dimension dimension) {
        Source now = source.orElseThrow();
        Optional<UnitId> at = Optional.empty();
        if (dimension.scope() == Scope.UNIT) {
            at =
                    Optional.of(
                            unit().map(Unit::id)
                                    .orElseGet(
                                            () ->
                                                    session.study()
                                                            .units()
                                                            .find(
                                                                    session.actingRound(),
                                                                    now.id())));
        }
        return new Place(session.actingRound(), now.id(), at, dimension.id());
    }
}
