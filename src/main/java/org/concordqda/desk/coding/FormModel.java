package org.concordqda.desk.coding;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Dimension;
import org.concordqda.model.EvidenceId;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.Span;
import org.concordqda.model.Unit;
import org.concordqda.model.UnitId;
import org.concordqda.model.VersionId;
import org.concordqda.study.Form;
import org.concordqda.study.Form.Question;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.study.Ratings.Given;
import org.concordqda.study.Ratings.Place;
import org.concordqda.study.Units;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The questions that are asked of a unit, with the acting person's answers. Conditions open and close
/// questions as answers change; checks warn. JavaFX thread only; needs no window.
final class FormModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<Question>> questions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown(Optional.empty(), 0, 0));
    private Optional<Source> source = Optional.empty();
    private List<Unit> units = List.of();
    private int unit;
    private @Nullable Codebook book;

    FormModel(Session session) {
        this.session = session;
    }

    /// Which unit is shown.
    ///
    /// @param unit the unit; empty where the source has none
    /// @param index its place among the source's units, from 0
    /// @param of how many there are
    record Shown(Optional<Unit> unit, int index, int of) {}

    /// The unit that is shown; its name and place, kept current.
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
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
            shown.set(new Shown(Optional.empty(), 0, 0));
            questions.set(List.of());
            return;
        }
        Form now =
                Form.of(
                        session.study(),
                        source.get(),
                        unit,
                        codebook(),
                        session.round().get().map(Round::id),
                        session.me());
        units = now.units();
        unit = now.index();
        shown.set(new Shown(unit(), unit, units.size()));
        questions.set(now.questions());
    }

    /// The codebook of the round; a version never changes its questions, so it is read once.
    private Codebook codebook() {
        Optional<Round> round = session.round().get();
        if (round.isEmpty()) {
            return session.codebook().get();
        }
        VersionId version = round.get().version();
        Codebook known = book;
        if (known == null || !known.version().equals(version)) {
            known = session.study().codebooks().version(version);
            book = known;
        }
        return known;
    }

    /// Forgets the codebook it knows: an alias or a text of it has changed.
    void forgetCodebook() {
        book = null;
    }

    /// Chooses a value, or takes it back. A MANY dimension keeps its other values, save that a special value
    /// (Not applicable, Unsure …) stands alone.
    void toggle(Question question, Code code) {
        Choosing.toggled(question, code)
                .ifPresentOrElse(
                        codes -> set(question, codes, question.beside()), () -> clear(question));
    }

    /// Says that none of the values of a MANY dimension applies.
    void none(Question question) {
        set(question, List.of(), question.beside());
    }

    void clear(Question question) {
        session.act(() -> session.study().ratings().clear(place(question.dimension())));
        refresh();
    }

    void other(Question question, String text) {
        Beside was = question.beside();
        keep(question, new Beside(text, was.note(), was.certainty(), was.flags()));
    }

    /// Raises or lowers a flag.
    void flag(Question question, String flag) {
        Beside was = question.beside();
        List<String> flags = new ArrayList<>(was.flags());
        if (!flags.remove(flag)) {
            flags.add(flag);
        }
        keep(question, new Beside(was.other(), was.note(), was.certainty(), flags));
    }

    /// Says how sure the answer is; the same again takes it back.
    void certainty(Question question, String level) {
        Beside was = question.beside();
        String now = was.certainty().equals(level) ? "" : level;
        keep(question, new Beside(was.other(), was.note(), now, was.flags()));
    }

    /// Puts note, certainty and flags beside an answer that was given.
    void keep(Question question, Beside beside) {
        if (question.answer().isEmpty()) {
            session.say("Answer first; then a note or a flag can stand beside the answer.");
            return;
        }
        set(question, question.answer().get().codes(), beside);
    }

    private void set(Question question, List<CodeId> codes, Beside beside) {
        session.act(
                () -> session.study().ratings().set(place(question.dimension()), codes, beside));
        refresh();
    }

    /// Stores the values taken over from the first unit as answers of this one, as one act.
    void keepCarried() {
        List<Given> given = new ArrayList<>();
        for (Question question : questions.get()) {
            question.answer()
                    .filter(a -> question.carriedFrom().isPresent())
                    .ifPresent(
                            a ->
                                    given.add(
                                            new Given(
                                                    place(question.dimension()),
                                                    a.codes(),
                                                    question.beside())));
        }
        if (!given.isEmpty()) {
            String say = "keep " + given.size() + " values of " + units.getFirst().name();
            session.act(() -> session.study().ratings().setAll(say, given));
            refresh();
        }
    }

    /// Keeps a passage as evidence of an answer.
    void quote(Question question, Span span) {
        evidence(
                question,
                place -> session.study().evidences().quote(place, span.start(), span.end()));
    }

    /// Keeps an address or another source's key as evidence of an answer.
    void link(Question question, String link) {
        evidence(question, place -> session.study().evidences().link(place, link));
    }

    void removeEvidence(EvidenceId id) {
        session.act(() -> session.study().evidences().remove(id));
        refresh();
    }

    /// A value taken over becomes this unit's own answer first: evidence stands beside an answer.
    private void evidence(Question question, Consumer<Place> keep) {
        if (question.answer().isEmpty()) {
            session.say(
                    "Answer “" + question.dimension().name() + "” first; then keep its evidence.");
            return;
        }
        Place place = place(question.dimension());
        List<CodeId> codes = question.answer().get().codes();
        session.act(
                () -> {
                    if (question.carriedFrom().isPresent()) {
                        session.study().ratings().set(place, codes, question.beside());
                    }
                    keep.accept(place);
                });
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

    /// What goes with the unit that is shown when it is removed.
    Units.Goes goes() {
        return unit().map(u -> session.study().units().goes(u.id())).orElse(new Units.Goes(0, 0));
    }

    void removeUnit() {
        unit().ifPresent(u -> session.act(() -> session.study().units().remove(u.id())));
        refresh();
    }

    /// Goes to this unit, by its place among the units; to the nearest there is.
    void goTo(int index) {
        unit = Math.clamp(index, 0, Math.max(0, units.size() - 1));
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
