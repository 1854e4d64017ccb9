package org.concordqda.desk.session;

import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// A place of the rail. Its view is made once and shown whenever the person goes there.
public interface Place {
    /// The word under its icon.
    String name();

    /// Its icon.
    Feather icon();

    /// What it shows.
    Node view();

    /// Told when the person comes here.
    default void entered() {}

    /// Takes the keyboard, where it does most good.
    default void focus() {}

    /// What can be done here.
    default List<Command> commands() {
        return List.of();
    }

    /// Keys that its views handle themselves, for the list of all keys.
    default List<KeyHint> hints() {
        return List.of();
    }

    /// Where in it the person is, to come back to.
    default Destination stop() {
        return Destination.of(name());
    }
}
