package org.concordqda.desk.coding;

import javafx.scene.paint.Color;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns codings into what is drawn, under one codebook and one set of colours; asks for each code and coder
/// once. Rounds are named as seen from the one that is chosen then.
final class MarkMaker {
    private final Session session;
    private final Codebook book;
    private final Optional<CoderId> me;
    private final RoundNames rounds;
    private final Map<CodeId, Named> codes = new HashMap<>();
    private final Map<CoderId, Named> coders = new HashMap<>();

    /// What a code or coder is called and drawn in.
    private record Named(String name, String detail, Color colour) {}

    MarkMaker(Session session) {
        this.session = session;
        book = session.codebook().get();
        me = session.me();
        rounds = new RoundNames(session);
        List<Coder> all = session.study().coders().list();
        List<Color> hues = session.palette().get().hues();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            // From the far end, so that the first coder is not drawn like the first code.
            Color hue = hues.get(Math.floorMod(-1 - i, hues.size()));
            coders.put(all.get(i).id(), new Named(name, name, hue));
        }
    }

    Mark of(Coding coding) {
        Named code = codes.computeIfAbsent(coding.code(), this::code);
        boolean mine = mine(coding);
        String round = rounds.of(coding.round());
        String who = mine ? "" : coder(coding.coder()).name();
        return new Mark(
                coding.id(),
                coding.span().start(),
                coding.span().end(),
                mine ? code.colour() : coder(coding.coder()).colour(),
                mine ? code.name() : who + ": " + code.name(),
                code.detail()
                        + (round.isEmpty() ? "" : " · " + round)
                        + (mine ? "" : " · " + who)
                        + (coding.memo().isEmpty() ? "" : " — " + coding.memo()),
                round,
                mine,
                coding.exemplar());
    }

    boolean mine(Coding coding) {
        return me.filter(coding.coder()::equals).isPresent();
    }

    String name(CoderId coder) {
        return coder(coder).name();
    }

    Color colour(CoderId coder) {
        return coder(coder).colour();
    }

    private Named coder(CoderId id) {
        return coders.computeIfAbsent(
                id,
                other -> {
                    String name = session.study().coders().get(other).name();
                    return new Named(name, name, session.palette().get().of("muted"));
                });
    }

    private Named code(CodeId id) {
        String name = book.code(id).map(Code::name).orElse("(removed code)");
        String path = book.dimensionOf(id).flatMap(d -> d.path(id)).orElse(name);
        return new Named(name, path, session.colours().get().of(id));
    }
}
