package org.concordqda.desk.coding;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.concordqda.desk.coding.OpenCodings.Change;
import org.concordqda.desk.session.Session;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coding;
import org.concordqda.model.CodingId;
import org.concordqda.model.Dimension;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;

/// The source that is open, its codings and what of them is drawn. JavaFX thread only; needs no window.
final class CodeModel {
    private final Session session;
    private final OpenCodings kept;
    private final Passages passages;
    private final Recent recent = new Recent();
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Coding>> codings =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final BooleanProperty others = new SimpleBooleanProperty();
    private Optional<Opened> shown = Optional.empty();
    private MarkMaker maker;

    CodeModel(Session session) {
        this.session = session;
        kept = new OpenCodings(session);
        passages = new Passages(session, this);
        maker = new MarkMaker(session);
        others.subscribe(on -> remark());
        session.colours().subscribe(colours -> rename());
        session.round()
                .subscribe(
                        round -> {
                            if (!othersAllowed()) {
                                others.set(false);
                            }
                            rename();
                        });
    }

    /// A source with its text, if it has one.
    record Opened(Source source, Optional<SourceText> text, List<Turn> turns) {}

    ReadOnlyObjectProperty<Optional<Opened>> opened() {
        return opened.getReadOnlyProperty();
    }

    /// The codings of the open source that the person may see, by place.
    ReadOnlyObjectProperty<List<Coding>> codings() {
        return codings.getReadOnlyProperty();
    }

    /// Those that are drawn: the person's own, and the others' where they are shown.
    ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }

    /// Whether other coders' codes are shown.
    BooleanProperty others() {
        return others;
    }

    /// Whether they may be: not while the round one codes in is sealed. What the service does not give is
    /// not shown in any case.
    boolean othersAllowed() {
        return session.round().get().filter(Round::sealed).isEmpty();
    }

    MarkMaker maker() {
        return maker;
    }

    Recent recent() {
        return recent;
    }

    Optional<SourceId> source() {
        return opened.get().map(o -> o.source().id());
    }

    /// The words on show, or "".
    String text() {
        return opened.get().flatMap(Opened::text).map(SourceText::text).orElse("");
    }

    void open(SourceId id) {
        session.attempt(
                        () -> {
                            Source source = session.study().sources().get(id);
                            Optional<SourceText> text = session.study().sources().text(id);
                            List<Turn> turns =
                                    text.map(t -> session.study().sources().turns(t.id()))
                                            .orElse(List.of());
                            kept.read(id);
                            return new Opened(source, text, turns);
                        })
                .ifPresent(this::show);
    }

    /// The codings first, so that the text is drawn once.
    private void show(Opened fresh) {
        shown = Optional.of(fresh);
        marks.set(marked(kept.list()));
        opened.set(shown);
        codings.set(kept.list());
        long outside = kept.list().stream().filter(c -> !stands(c)).count();
        if (outside > 0) {
            session.say(
                    Words.counted(outside, "coding lies", "codings lie")
                            + " outside this text and cannot be shown. Nothing was changed;"
                            + " concord check names them.");
        }
    }

    /// Closes the source when it is no longer in the study; whether it was.
    boolean closeIfGone() {
        Optional<SourceId> id = source();
        if (id.isEmpty() || session.study().sources().has(id.get())) {
            return false;
        }
        close();
        return true;
    }

    void close() {
        kept.clear();
        shown = Optional.empty();
        opened.set(shown);
        codings.set(List.of());
        marks.set(Marks.NONE);
    }

    /// Catches up with what acts did to the codings of the open source.
    void refreshCodings() {
        Optional<SourceId> source = source();
        if (source.isEmpty()) {
            return;
        }
        Change change = kept.refresh(source.get());
        if (change.isNone()) {
            return;
        }
        codings.set(kept.list());
        if (change.all()) {
            remark();
        } else {
            marks.set(
                    marks.get()
                            .with(
                                    change.touched(),
                                    change.now().stream()
                                            .filter(this::drawn)
                                            .map(maker::of)
                                            .toList()));
        }
    }

    /// Reads all codings again: what the person may see has changed.
    void rereadCodings() {
        source().ifPresent(
                        id -> {
                            kept.read(id);
                            codings.set(kept.list());
                            remark();
                        });
    }

    /// Names and colours are others now.
    private void rename() {
        maker = new MarkMaker(session);
        remark();
    }

    private void remark() {
        marks.set(marked(codings.get()));
    }

    private Marks marked(List<Coding> all) {
        return new Marks(all.stream().filter(this::drawn).map(maker::of).toList());
    }

    private boolean drawn(Coding coding) {
        return stands(coding) && (others.get() || maker.mine(coding));
    }

    /// Whether a coding lies in the text on show.
    private boolean stands(Coding coding) {
        return shown.flatMap(Opened::text)
                .filter(t -> t.id().equals(coding.text()))
                .filter(t -> coding.span().end() <= t.text().length())
                .isPresent();
    }

    /// The dimensions whose codes go on passages.
    List<Dimension> passageDimensions() {
        return session.codebook().get().dimensions().stream()
                .filter(d -> d.scope() == Scope.PASSAGE)
                .toList();
    }

    /// Puts another code on the same passage.
    void recode(CodingId id, CodeId code) {
        passages.recode(id, code);
    }

    Passages passages() {
        return passages;
    }

    Optional<Coding> coding(CodingId id) {
        return kept.get(id);
    }

    /// The person's own codings that share a character with a passage, by place.
    List<Coding> mine(Span span) {
        return codings.get().stream()
                .filter(c -> c.span().start() < span.end() && c.span().end() > span.start())
                .filter(maker::mine)
                .toList();
    }

    /// The turn or comment around a position; in a source without turns the line.
    Optional<Span> turnAt(int offset) {
        if (opened.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<Span> turn =
                opened.get().get().turns().stream()
                        .map(Turn::body)
                        .filter(b -> b.start() <= offset && offset <= b.end() && b.length() > 0)
                        .findFirst();
        return turn.or(() -> lineAt(offset));
    }

    private Optional<Span> lineAt(int offset) {
        String text = text();
        int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int stop = text.indexOf('\n', Math.max(start, offset));
        int end = stop < 0 ? text.length() : stop;
        return start < end
                ? Optional.of(new org.concordqda.text.Positions(text).span(start, end))
                : Optional.empty();
    }

    /// Says how far the person is with the open source; whether it was stored.
    boolean mark(AssignmentState state) {
        return source().filter(
                        id ->
                                session.act(
                                        () ->
                                                session.study()
                                                        .rounds()
                                                        .mark(session.actingRound(), id, state)))
                .isPresent();
    }

    /// Forgets codes that can no longer be put on a passage.
    void keepUsable() {
        recent.keep(this::usable);
    }

    /// Whether a code is in the codebook and not retired.
    boolean usable(CodeId id) {
        return code(id).filter(c -> !c.retired()).isPresent();
    }

    /// A code of the codebook. Screens are told of an act a moment after it; a key may be faster, and a code
    /// made by that act is asked of the study.
    Optional<Code> code(CodeId id) {
        return session.codebook()
                .get()
                .code(id)
                .or(() -> session.study().codebooks().draft().code(id));
    }
}
