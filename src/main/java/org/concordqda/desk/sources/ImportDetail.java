package org.concordqda.desk.sources;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Latest;
import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.ImportPreview;
import org.concordqda.model.ImportPreview.Item;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.study.StagedImport.Decided;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// One source of an import: what was detected in it, its speakers to be merged, renamed or rejected, and how
/// it begins as decided. A long text takes longer than a window may stand still, so that it is read beside it;
/// a choice holds from the moment it is made. JavaFX thread only.
final class ImportDetail extends ScrollPane {
    /// Turns shown of a source.
    private static final int BEGINS = 12;

    private final StagedImport staged;
    private final ImportPreview preview;
    private final Jobs jobs;
    private final List<SpeakerChoice> speakers;
    private final SpeakerCounts counts;
    private final Latest latest = new Latest();
    private final VBox begins = new VBox(6);
    private Label facts = Pieces.text("");
    private @Nullable SpeakerPane pane;

    /// What was read of a source.
    private record Looked(List<Untaken> untaken, Decided decided) {}

    /// @param speakers where choices are added
    ImportDetail(
            StagedImport staged, Jobs jobs, List<SpeakerChoice> speakers, SpeakerCounts counts) {
        this.staged = staged;
        this.preview = staged.preview();
        this.jobs = jobs;
        this.speakers = speakers;
        this.counts = counts;
        setFitToWidth(true);
    }

    /// Reads no further.
    void stop() {
        latest.forget();
    }

    /// Shows a source of the preview, or nothing.
    void show(@Nullable Integer at) {
        latest.forget();
        pane = null;
        if (at == null) {
            setContent(new Region());
            return;
        }
        Item item = preview.items().get(at);
        Label title = Pieces.text(item.title(), "strong");
        title.setWrapText(true);
        facts = small(facts(item, item.turns(), item.marks()));
        VBox box = new VBox(10, title, facts);
        box.setPadding(new Insets(0, 14, 8, 0));
        String standing = preview.standing(item);
        if (!standing.equals(item.standing().words())) {
            box.getChildren().add(small(standing));
        }
        begins.getChildren().clear();
        setContent(box);
        List<SpeakerChoice> now = List.copyOf(speakers);
        latest.read(
                jobs,
                progress -> {
                    progress.check();
                    return new Looked(staged.untaken(at), staged.decided(at, now, BEGINS));
                },
                looked -> fill(at, box, looked),
                why -> box.getChildren().add(small(why)));
    }

    private void fill(int at, VBox box, Looked looked) {
        Item item = preview.items().get(at);
        boolean has = !item.speakers().isEmpty() || !looked.untaken().isEmpty();
        for (String sentence : item.detected()) {
            if (!has || !sentence.contains("peakers: ")) {
                box.getChildren().add(small(sentence));
            }
        }
        if (has) {
            boolean several =
                    preview.items().stream().filter(i -> i.kind() != SourceKind.ISSUE).count() > 1;
            pane =
                    new SpeakerPane(
                            item.key(),
                            item.speakers(),
                            looked.untaken(),
                            speakers,
                            several,
                            all -> again(at, all));
            box.getChildren().add(pane);
        }
        box.getChildren().add(begins);
        say(at, looked.decided());
    }

    /// After a choice.
    private void again(int at, boolean all) {
        List<SpeakerChoice> now = List.copyOf(speakers);
        latest.read(
                jobs,
                progress -> {
                    progress.check();
                    return staged.decided(at, now, BEGINS);
                },
                decided -> say(at, decided),
                why -> begins.getChildren().setAll(small(why)));
        if (all) {
            counts.again(now, at);
        }
    }

    private void say(int at, Decided now) {
        if (pane != null) {
            pane.say(now);
        }
        facts.setText(facts(preview.items().get(at), now.turns(), now.marks()));
        begins.getChildren().setAll(Pieces.caps("How it begins"));
        now.begins().forEach(e -> begins.getChildren().add(turn(e)));
        counts.put(at, now.speakers().size());
    }

    private static Label small(String words) {
        Label label = Pieces.text(words, "muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static String facts(Item item, int turns, int marks) {
        return Words.of(item.kind())
                + " · "
                + item.key()
                + " · "
                + item.words()
                + " words · "
                + (item.kind() == SourceKind.ISSUE
                        ? Words.counted(Math.max(0, turns - 1), "comment")
                        : Words.counted(turns, "turn"))
                + (marks > 0 ? " · " + Words.counted(marks, "mark") : "");
    }

    private static Node turn(StagedImport.Excerpt e) {
        String who =
                e.mark()
                        ? "no turn"
                        : e.speaker().isEmpty()
                                ? "–"
                                : e.role().isEmpty() || e.role().equals("none")
                                        ? e.speaker()
                                        : e.speaker() + " · " + e.role();
        Label words = Pieces.text(e.words(), e.mark() ? "faint" : "small");
        words.setWrapText(true);
        return new VBox(1, Pieces.text(who, "muted", "tiny"), words);
    }
}
