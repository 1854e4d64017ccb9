package org.concordqda.desk;

import org.concordqda.desk.session.Command;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Round;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The menus of the top bar for the palette: who codes, and in which round.
final class WhoAndWhere {
    private WhoAndWhere() {}

    /// A command for each other person and each other round.
    ///
    /// @param actAs acts as another person from now on
    static List<Command> of(Session session, Consumer<String> actAs) {
        List<Command> all = new ArrayList<>();
        String me = session.myName();
        session.study().coders().people().stream()
                .map(person -> person.name())
                .filter(name -> !name.equals(me))
                .forEach(name -> all.add(command("Code as " + name, () -> actAs.accept(name))));
        Optional<Round> here = session.round().get();
        for (Round round : session.study().rounds().list()) {
            if (here.filter(r -> r.id().equals(round.id())).isEmpty()) {
                all.add(command("Work in round " + round.name(), () -> session.choose(round)));
            }
        }
        return all;
    }

    private static Command command(String name, Runnable action) {
        return Command.of(name, "", action);
    }
}
