package org.concordqda.desk.shell;

import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.desk.session.Place;
import org.concordqda.desk.session.Session;
import org.concordqda.model.Coder;
import org.concordqda.model.Round;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.function.Consumer;

/// The line at the head of the window: back and forward, the study, where one is, the round and the coder
/// one acts in, the palette.
final class TopBar extends HBox {
    private final Session session;
    private final Label where = Pieces.text("", "muted");
    private final MenuButton round = chip("Round to code in");
    private final Label blind = Pieces.chip("Blind");
    private final Button ask = new Button();

    /// @param actAs acts as another person from now on
    TopBar(
            Session session,
            Runnable back,
            Runnable forward,
            Runnable palette,
            Consumer<String> actAs) {
        this.session = session;
        getStyleClass().addAll("top-bar", "line-below");
        Button backwards = Pieces.icon(Feather.ARROW_LEFT, "Back (Alt ←)", back);
        backwards.disableProperty().bind(session.trail().canGoBack().not());
        Button forwards = Pieces.icon(Feather.ARROW_RIGHT, "Forward (Alt →)", forward);
        forwards.disableProperty().bind(session.trail().canGoForward().not());
        Label study = Pieces.text(session.study().info().name(), "strong", "title");
        study.setMinWidth(Math.min(60, 9 * study.getText().length()));
        study.setTooltip(new Tooltip(session.study().info().path().toString()));
        where.setMinWidth(USE_PREF_SIZE);
        blind.setTooltip(
                new Tooltip("Until the round is unsealed, coders do not see each other's work."));
        session.round().subscribe(now -> rounds());
        session.toldRound().subscribe(now -> rounds());
        session.onActed(
                tables -> {
                    if (tables.contains("round")) {
                        rounds();
                    }
                });
        HBox left = Pieces.row(2, backwards, forwards);
        getChildren().addAll(left, study, where, round, blind, coder(actAs), Pieces.spring(), ask);
        prompt(palette);
    }

    private void prompt(Runnable palette) {
        ask.getStyleClass().add("ask");
        ask.setAccessibleText("Open the palette");
        Label words = Pieces.text("Apply a code or run a command", "faint");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox prompt = Pieces.row(6, words, Pieces.spring(), Pieces.key("Ctrl K"));
        prompt.setMouseTransparent(true);
        prompt.prefWidthProperty().bind(ask.widthProperty().subtract(22));
        ask.setGraphic(prompt);
        ask.setOnAction(e -> palette.run());
    }

    private void rounds() {
        List<Round> all = session.study().rounds().list();
        Round now = session.round().get().orElse(null);
        round.setVisible(session.toldRound().get().isPresent());
        round.setManaged(round.isVisible());
        blind.setVisible(now != null && now.sealed());
        blind.setManaged(blind.isVisible());
        if (now == null) {
            return;
        }
        round.setText(now.name());
        round.setAccessibleText("Round to code in: " + now.name());
        round.getItems().clear();
        for (Round each : all) {
            String state = each.closed() ? "  closed" : each.sealed() ? "  blind" : "";
            MenuItem item = item(each.name() + state, each.id().equals(now.id()));
            item.setOnAction(e -> session.choose(each));
            round.getItems().add(item);
        }
    }

    private MenuButton coder(Consumer<String> actAs) {
        MenuButton menu = chip("Who codes");
        people(menu, actAs);
        session.onActed(
                tables -> {
                    if (tables.contains("coder")) {
                        people(menu, actAs);
                    }
                });
        return menu;
    }

    private void people(MenuButton menu, Consumer<String> actAs) {
        String me = session.myName();
        menu.setText(me);
        menu.setAccessibleText("Who codes: " + me);
        menu.getItems().clear();
        List<Coder> people = session.study().coders().people();
        for (Coder person : people) {
            MenuItem item = item(person.name(), person.name().equals(me));
            item.setOnAction(
                    e -> {
                        if (!person.name().equals(me)) {
                            actAs.accept(person.name());
                        }
                    });
            menu.getItems().add(item);
        }
        menu.setVisible(people.size() > 1 && !me.isEmpty());
        menu.setManaged(menu.isVisible());
    }

    private static MenuItem item(String words, boolean chosen) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setSelected(chosen);
        item.setMnemonicParsing(false);
        return item;
    }

    private static MenuButton chip(String words) {
        MenuButton menu = new MenuButton();
        menu.getStyleClass().add("chip-menu");
        menu.setMnemonicParsing(false);
        menu.setTooltip(new Tooltip(words));
        menu.setMaxWidth(180);
        return menu;
    }

    /// Shows where the person is now.
    void at(Place place) {
        where.setText(place.name());
    }
}
