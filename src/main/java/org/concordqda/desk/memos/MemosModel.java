package org.concordqda.desk.memos;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.session.Session;
import org.concordqda.model.CodingId;
import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoId;
import org.concordqda.model.MemoKind;
import org.concordqda.model.RatingId;
import org.concordqda.study.MemoList;
import org.concordqda.study.MemoList.Kept;
import org.concordqda.study.MemoList.Line;
import org.concordqda.study.MemoList.Wanted;
import org.concordqda.study.Memos.Target;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The memos as listed and the one being written. Reading is done beside the window, filtering in it.
/// JavaFX thread only; needs no window.
final class MemosModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<List<Line>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(Draft.NONE);
    private List<Line> all = List.of();
    private Wanted wanted = Wanted.ALL;
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");
    private final Latest latest = new Latest();
    private Optional<Predicate<Line>> first = Optional.empty();

    MemosModel(Session session) {
        this.session = session;
    }

    /// What is being written.
    ///
    /// @param kept where it is stored; null while it is not
    /// @param id row id there; 0 while it is not stored
    /// @param target what a memo not stored yet will be about; null for the journal
    /// @param about that in words
    /// @param mine whether it may be changed
    record Draft(
            @Nullable Kept kept,
            long id,
            @Nullable Target target,
            String about,
            MemoKind kind,
            String title,
            String body,
            boolean mine) {
        static final Draft NONE = new Draft(null, 0, null, "", MemoKind.ANALYTIC, "", "", false);

        Draft with(MemoKind newKind, String newTitle, String newBody) {
            return new Draft(kept, id, target, about, newKind, newTitle, newBody, mine);
        }

        boolean is(Line line) {
            return line.kept() == kept && line.id() == id;
        }
    }

    /// The lines wanted, changed last first.
    ReadOnlyObjectProperty<List<Line>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// What is in the editor.
    ReadOnlyObjectProperty<Draft> draft() {
        return draft.getReadOnlyProperty();
    }

    /// Every line there is.
    List<Line> all() {
        return all;
    }

    Wanted wanted() {
        return wanted;
    }

    /// Why the list could not be read, or "".
    ReadOnlyStringProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Reads again, beside the window.
    void refresh() {
        unread.set("");
        latest.read(
                session.jobs(),
                progress -> new MemoList(session.study()).lines(Wanted.ALL),
                lines -> {
                    all = lines;
                    apply();
                    first.flatMap(one -> all.stream().filter(one).findFirst())
                            .ifPresent(this::open);
                    first = Optional.empty();
                    changedElsewhere();
                },
                unread::set);
    }

    /// Opens one as soon as they are read.
    void openFirst(Kept kept, long id) {
        first = Optional.of(line -> line.kept() == kept && line.id() == id);
    }

    /// Undo, or another window, may have changed or taken away what is in the editor.
    private void changedElsewhere() {
        Draft now = draft.get();
        if (now.kept() == null) {
            return;
        }
        all.stream()
                .filter(now::is)
                .findFirst()
                .ifPresentOrElse(
                        line -> {
                            if (!line.body().equals(now.body())
                                    || !line.title().equals(now.title())) {
                                open(line);
                            }
                        },
                        () -> draft.set(Draft.NONE));
    }

    void want(Wanted now) {
        wanted = now;
        apply();
    }

    private void apply() {
        shown.set(all.stream().filter(wanted::fits).toList());
    }

    /// Opens a line in the editor.
    void open(Line line) {
        boolean mine = session.me().filter(line.coder()::equals).isPresent();
        draft.set(
                new Draft(
                        line.kept(),
                        line.id(),
                        null,
                        line.aboutWords(),
                        line.kind(),
                        line.title(),
                        line.body(),
                        mine && session.study().writable()));
    }

    /// Begins a memo about something; stored with its first words.
    void begin(Target target) {
        draft.set(
                new Draft(
                        null,
                        0,
                        target,
                        new MemoList(session.study()).words(List.of(target)),
                        MemoKind.ANALYTIC,
                        "",
                        "",
                        session.study().writable()));
    }

    /// Stores what the editor holds, where it changed anything.
    ///
    /// @return whether something was stored
    boolean store(MemoKind kind, String title, String body) {
        if (!wants(kind, title, body)) {
            return false;
        }
        Draft was = draft.get();
        // What is being read now is older than what is stored next, and would put old words back.
        latest.forget();
        Optional<Draft> stored = session.attempt(() -> stored(was, kind, title, body));
        stored.ifPresent(draft::set);
        return stored.isPresent();
    }

    /// Whether this is something to store.
    boolean wants(MemoKind kind, String title, String body) {
        Draft was = draft.get();
        boolean same = was.kind() == kind && was.title().equals(title) && was.body().equals(body);
        boolean empty = was.kept() == null && title.isBlank() && body.isBlank();
        return was.mine() && !same && !empty;
    }

    private Draft stored(Draft was, MemoKind kind, String title, String body) {
        Draft now = was.with(kind, title, body);
        Kept kept = was.kept();
        if (kept == null) {
            Target target = was.target();
            MemoId id =
                    session.study()
                            .memos()
                            .write(kind, title, body, target == null ? List.of() : List.of(target));
            return new Draft(
                    Kept.MEMO, id.value(), target, was.about(), kind, title, body, was.mine());
        }
        switch (kept) {
            case MEMO -> session.study().memos().edit(new MemoId(was.id()), kind, title, body);
            case CODING -> session.study().codings().memo(new CodingId(was.id()), body);
            case ANSWER -> session.study().ratings().note(new RatingId(was.id()), body);
        }
        return now;
    }

    /// Takes away what is in the editor.
    void remove() {
        Draft now = draft.get();
        Kept kept = now.kept();
        draft.set(Draft.NONE);
        if (kept == null) {
            return;
        }
        session.act(
                () -> {
                    switch (kept) {
                        case MEMO -> session.study().memos().remove(new MemoId(now.id()));
                        case CODING -> session.study().codings().memo(new CodingId(now.id()), "");
                        case ANSWER -> session.study().ratings().note(new RatingId(now.id()), "");
                    }
                });
    }

    /// The line of what is in the editor.
    Optional<Line> current() {
        return all.stream().filter(draft.get()::is).findFirst();
    }

    /// What a memo can be about, in the order people look for it.
    static List<MemoAbout> abouts() {
        return List.of(MemoAbout.values());
    }
}
