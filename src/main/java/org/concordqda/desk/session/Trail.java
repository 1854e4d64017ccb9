package org.concordqda.desk.session;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The places and sources visited, to go back and forward between, as in a browser. JavaFX thread only.
public final class Trail {
    private static final int MOST = 200;

    private final List<Destination> stops = new ArrayList<>();
    private int at = -1;
    private final ReadOnlyBooleanWrapper back = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper forward = new ReadOnlyBooleanWrapper();

    /// The person is here now: a new stop, or the present one with another position. A new stop ends what
    /// could be gone forward to.
    public void visit(Destination here) {
        if (at >= 0 && same(stops.get(at), here)) {
            stops.set(at, here);
        } else {
            stops.subList(at + 1, stops.size()).clear();
            stops.add(here);
            if (stops.size() > MOST) {
                stops.removeFirst();
            }
            at = stops.size() - 1;
        }
        tell();
    }

    /// Steps back; empty where the trail begins.
    public Optional<Destination> back() {
        return step(-1);
    }

    /// Steps forward again; empty where nothing was gone back from.
    public Optional<Destination> forward() {
        return step(1);
    }

    /// Whether there is something to go back to.
    public ReadOnlyBooleanProperty canGoBack() {
        return back.getReadOnlyProperty();
    }

    /// Whether there is something to go forward to.
    public ReadOnlyBooleanProperty canGoForward() {
        return forward.getReadOnlyProperty();
    }

    private Optional<Destination> step(int by) {
        int to = at + by;
        if (to < 0 || to >= stops.size()) {
            return Optional.empty();
        }
        at = to;
        tell();
        return Optional.of(stops.get(at));
    }

    private void tell() {
        back.set(at > 0);
        forward.set(at < stops.size() - 1);
    }

    private static boolean same(Destination a, Destination b) {
        return a.place().equals(b.place()) && a.source().equals(b.source());
    }
}
