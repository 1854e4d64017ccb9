package org.concordqda.desk.coding;

import org.concordqda.desk.session.Session;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;

import java.util.HashMap;
import java.util.Map;

/// Names the rounds of work that is on show beside that of the round one is in, as they are now.
final class RoundNames {
    private final Map<RoundId, String> others = new HashMap<>();

    RoundNames(Session session) {
        for (Round round : session.study().rounds().list()) {
            others.put(round.id(), "round “" + round.name() + "”");
        }
        session.round().get().ifPresent(now -> others.remove(now.id()));
    }

    /// The round as it is called, or "" where it is the one the person is in: that needs no word.
    String of(RoundId round) {
        return others.getOrDefault(round, "");
    }
}
