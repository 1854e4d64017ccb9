package org.concordqda.desk.sources;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportPreview.Speaker;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The speakers of a transcript in the preview: a name (the same name twice makes one speaker), a role, or
/// “not a speaker”; below them the labels that were not taken for speakers, to be taken. Each change is a
/// choice for this transcript or for all of the import.
final class SpeakerPane extends VBox {
    private static final List<String> ROLES =
            List.of("no role", SpeakerChoice.INTERVIEWER, SpeakerChoice.PARTICIPANT);

    private static final int MORE = 20;

    private final String source;
    private final List<Speaker> read;
    private final List<Untaken> untaken;
    private final List<SpeakerChoice> choices;
    private final Consumer<Boolean> changed;
    private final CheckBox everywhere =
            new CheckBox("Also in the other transcripts of this import");
    private final GridPane grid = new GridPane(10, 6);
    private final Label after = Pieces.text("", "muted", "small");
    private final Map<String, ComboBox<String>> roles = new LinkedHashMap<>();
    private boolean saying;

    /// How many speakers have a line: a chat of hundreds would hold up the window.
    private int most = MORE;

    /// @param source key of the source
    /// @param read its speakers as read
    /// @param untaken its labels that were not taken for speakers
    /// @param choices where choices are added
    /// @param several whether other transcripts come too
    /// @param changed told of each choice, and whether it is for the other transcripts too
    SpeakerPane(
            String source,
            List<Speaker> read,
            List<Untaken> untaken,
            List<SpeakerChoice> choices,
            boolean several,
            Consumer<Boolean> changed) {
        super(8);
        this.source = source;
        this.read = read;
        this.untaken = untaken;
        this.choices = choices;
        this.changed = changed;
        everywhere.setSelected(several);
        everywhere.setVisible(several);
        everywhere.setManaged(several);
        after.setWrapText(true);
        lines();
    }

    /// Those read and those taken, then what can still be taken.
    private void lines() {
        int shown = Math.min(most, read.size());
        List<Speaker> speakers = new ArrayList<>(read.subList(0, shown));
        List<Untaken> others = new ArrayList<>();
        for (Untaken u : untaken) {
            if (last(u.name()).filter(c -> !c.rejected()).isPresent()) {
                speakers.add(taken(u));
            } else {
                others.add(u);
            }
        }
        grid.getChildren().clear();
        roles.clear();
        int row = 0;
        for (Speaker s : speakers) {
            line(row++, s);
        }
        getChildren().setAll(Pieces.caps("Speakers"));
        if (!speakers.isEmpty()) {
            getChildren().add(grid);
        }
        if (shown < read.size()) {
            getChildren()
                    .add(
                            Pieces.button(
                                    "Show more of " + read.size() + " speakers",
                                    () -> {
                                        most += MORE;
                                        lines();
                                    },
                                    "quiet"));
        }
        getChildren().addAll(everywhere, after);
        if (!others.isEmpty()) {
            getChildren().add(new UntakenLabels(others, this::take));
        }
    }

    /// Adds its line to the others: they are not made anew, which is what takes time.
    private void take(Untaken label) {
        decide(SpeakerChoice.accept(label.name()));
        if (grid.getParent() == null) {
            getChildren().add(1, grid);
        }
        line(grid.getRowCount(), taken(label));
        grid.getChildren().stream()
                .flatMap(n -> n instanceof VBox box ? box.getChildren().stream() : null)
                .filter(n -> called(label.name()).equals(n.getAccessibleText()))
                .forEach(Node::requestFocus);
    }

    private static Speaker taken(Untaken label) {
        return new Speaker(label.name(), label.times(), 0, Optional.empty());
    }

    private static String called(String speaker) {
        return "Name of " + speaker;
    }

    private void line(int row, Speaker speaker) {
        String label = speaker.name();
        TextField name = new TextField(last(label).flatMap(SpeakerChoice::name).orElse(label));
        name.getStyleClass().add("field");
        name.setAccessibleText(called(label));
        Label was = Pieces.text("was " + label, "muted", "small");
        was.setWrapText(true);
        name.textProperty()
                .subscribe(
                        now -> {
                            was.setVisible(!now.strip().equals(label));
                            was.setManaged(was.isVisible());
                        });
        VBox named = new VBox(1, name, was);
        named.setMinWidth(0);
        GridPane.setHgrow(named, Priority.ALWAYS);
        Label count = Pieces.text(Words.counted(speaker.turns(), "turn"), "muted", "small");
        count.setMinWidth(USE_PREF_SIZE);
        ComboBox<String> role = new ComboBox<>();
        role.getItems().addAll(ROLES);
        role.setValue(
                last(label)
                        .flatMap(SpeakerChoice::role)
                        .or(speaker::role)
                        .filter(r -> !r.isEmpty())
                        .orElse(ROLES.getFirst()));
        role.setAccessibleText("Role of " + label);
        role.setPrefWidth(132);
        roles.put(label, role);
        CheckBox rejected = new CheckBox("No speaker");
        rejected.setMinWidth(USE_PREF_SIZE);
        rejected.setAccessibleText(label + " is no speaker");
        rejected.setSelected(last(label).map(SpeakerChoice::rejected).orElse(false));
        // A role is detected from the name until somebody says one, “no role” too.
        boolean[] said = {last(label).flatMap(SpeakerChoice::role).isPresent()};
        Runnable decide =
                () -> {
                    boolean off = rejected.isSelected();
                    name.setDisable(off);
                    role.setDisable(off);
                    String chosen = role.getValue();
                    String plain = chosen.equals(ROLES.getFirst()) ? "" : chosen;
                    decide(
                            new SpeakerChoice(
                                    "",
                                    label,
                                    Optional.of(name.getText().strip())
                                            .filter(n -> !n.isEmpty() && !n.equals(label)),
                                    said[0] ? Optional.of(plain) : Optional.empty(),
                                    off));
                };
        name.setDisable(rejected.isSelected());
        role.setDisable(rejected.isSelected());
        name.setOnAction(e -> decide.run());
        name.focusedProperty()
                .addListener(
                        (o, before, is) -> {
                            String now = last(label).flatMap(SpeakerChoice::name).orElse(label);
                            if (!is && !name.getText().strip().equals(now)) {
                                decide.run();
                            }
                        });
        role.setOnAction(
                e -> {
                    if (!saying) {
                        said[0] = true;
                        decide.run();
                    }
                });
        rejected.setOnAction(e -> decide.run());
        grid.addRow(row, named, count, role, rejected);
        for (Node n : List.of(named, count, role, rejected)) {
            GridPane.setValignment(n, VPos.TOP);
        }
        GridPane.setMargin(count, new javafx.geometry.Insets(7, 0, 0, 0));
        GridPane.setMargin(rejected, new javafx.geometry.Insets(6, 0, 0, 0));
    }

    /// Takes the place of what was decided of this label before, here or everywhere.
    private void decide(SpeakerChoice choice) {
        boolean all = everywhere.isSelected();
        choices.removeIf(
                c -> c.speaker().equals(choice.speaker()) && (all || c.source().equals(source)));
        choices.add(
                new SpeakerChoice(
                        all ? "" : source,
                        choice.speaker(),
                        choice.name(),
                        choice.role(),
                        choice.rejected()));
        changed.accept(all);
    }

    /// What was last decided about a label of this transcript.
    private Optional<SpeakerChoice> last(String label) {
        return choices.stream()
                .filter(
                        c ->
                                c.speaker().equals(label)
                                        && (c.source().isEmpty() || c.source().equals(source)))
                .reduce((a, b) -> b);
    }

    /// Says who speaks, and in which role, as decided.
    void say(StagedImport.Decided decided) {
        List<Speaker> now = decided.speakers();
        saying = true;
        roles.forEach(
                (label, role) -> {
                    String called = last(label).flatMap(SpeakerChoice::name).orElse(label);
                    now.stream()
                            .filter(s -> s.name().equals(called))
                            .findFirst()
                            .ifPresent(s -> role.setValue(s.role().orElse(ROLES.getFirst())));
                });
        saying = false;
        after.setText(
                now.isEmpty()
                        ? "Nobody is named; every paragraph is a turn of its own."
                        : "Comes in as "
                                + String.join(
                                        ", ",
                                        now.stream()
                                                .map(
                                                        s ->
                                                                s.name()
                                                                        + " ("
                                                                        + s.turns()
                                                                        + s.role()
                                                                                .map(r -> ", " + r)
                                                                                .orElse("")
                                                                        + ")")
                                                .toList())
                                + ". The text stays as it is.");
    }
}
