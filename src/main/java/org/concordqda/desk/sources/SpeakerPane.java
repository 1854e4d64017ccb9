package org.concordqda.desk.sources;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportPreview.Speaker;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.text.Words;

import java.util.List;
import java.util.Optional;

/// The speakers of a transcript in the preview: a name (the same name twice makes one speaker), a role, or
/// “not a speaker”. Each change is a choice for this transcript or for all of the import.
final class SpeakerPane extends VBox {
    private static final List<String> ROLES =
            List.of("no role", SpeakerChoice.INTERVIEWER, SpeakerChoice.PARTICIPANT);

    private final StagedImport staged;
    private final int at;
    private final List<SpeakerChoice> choices;
    private final Runnable changed;
    private final CheckBox everywhere =
            new CheckBox("Also in the other transcripts of this import");
    private final GridPane grid = new GridPane(10, 6);
    private final Label after = Pieces.text("", "muted", "small");

    /// @param at place of the source in the preview
    /// @param choices where choices are added
    /// @param several whether other transcripts come too
    /// @param changed told of each choice
    SpeakerPane(
            StagedImport staged,
            int at,
            List<SpeakerChoice> choices,
            boolean several,
            Runnable changed) {
        super(8);
        this.staged = staged;
        this.at = at;
        this.choices = choices;
        this.changed = changed;
        everywhere.setSelected(several);
        everywhere.setVisible(several);
        everywhere.setManaged(several);
        after.setWrapText(true);
        getChildren().addAll(Pieces.caps("Speakers"), grid, everywhere, after);
        int row = 0;
        for (Speaker s : staged.preview().items().get(at).speakers()) {
            line(row++, s);
        }
        say();
    }

    private void line(int row, Speaker read) {
        TextField name = new TextField(last(read).flatMap(SpeakerChoice::name).orElse(read.name()));
        name.getStyleClass().add("field");
        name.setAccessibleText("Name of " + read.name());
        GridPane.setHgrow(name, Priority.ALWAYS);
        Label count = Pieces.text(read.turns() + " turns", "muted", "small");
        name.textProperty()
                .subscribe(
                        now ->
                                count.setText(
                                        Words.counted(read.turns(), "turn")
                                                + (now.strip().equals(read.name())
                                                        ? ""
                                                        : " · was " + read.name())));
        count.setEllipsisString("…");
        count.setMinWidth(56);
        count.setMaxWidth(170);
        ComboBox<String> role = new ComboBox<>();
        role.getItems().addAll(ROLES);
        role.setValue(
                last(read)
                        .flatMap(SpeakerChoice::role)
                        .or(read::role)
                        .filter(r -> !r.isEmpty())
                        .orElse(ROLES.getFirst()));
        role.setAccessibleText("Role of " + read.name());
        role.setPrefWidth(132);
        CheckBox rejected = new CheckBox("No speaker");
        rejected.setMinWidth(USE_PREF_SIZE);
        rejected.setAccessibleText(read.name() + " is no speaker");
        rejected.setSelected(last(read).map(SpeakerChoice::rejected).orElse(false));
        Runnable decide =
                () -> {
                    boolean off = rejected.isSelected();
                    name.setDisable(off);
                    role.setDisable(off);
                    String chosen = role.getValue();
                    String plain = chosen.equals(ROLES.getFirst()) ? "" : chosen;
                    choices.removeIf(
                            c ->
                                    c.speaker().equals(read.name())
                                            && (everywhere.isSelected()
                                                    || c.source().equals(source())));
                    choices.add(
                            new SpeakerChoice(
                                    everywhere.isSelected() ? "" : source(),
                                    read.name(),
                                    Optional.of(name.getText().strip())
                                            .filter(n -> !n.isEmpty() && !n.equals(read.name())),
                                    Optional.of(plain)
                                            .filter(r -> !r.equals(read.role().orElse(""))),
                                    off));
                    say();
                    changed.run();
                };
        name.setDisable(rejected.isSelected());
        role.setDisable(rejected.isSelected());
        name.setOnAction(e -> decide.run());
        name.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            String now =
                                    last(read).flatMap(SpeakerChoice::name).orElse(read.name());
                            if (!is && !name.getText().strip().equals(now)) {
                                decide.run();
                            }
                        });
        role.setOnAction(e -> decide.run());
        rejected.setOnAction(e -> decide.run());
        grid.addRow(row, name, count, role, rejected);
    }

    private String source() {
        return staged.preview().items().get(at).key();
    }

    /// What was last decided about a speaker of this transcript.
    private Optional<SpeakerChoice> last(Speaker read) {
        return choices.stream()
                .filter(
                        c ->
                                c.speaker().equals(read.name())
                                        && (c.source().isEmpty() || c.source().equals(source())))
                .reduce((a, b) -> b);
    }

    private void say() {
        List<Speaker> now = staged.speakers(at, choices);
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
