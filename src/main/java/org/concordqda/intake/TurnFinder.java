package org.concordqda.intake;

import org.concordqda.model.ImportedTurn;
import org.concordqda.model.TurnKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Cuts a transcript into turns: a label opens one, several paragraphs may follow, and marks, headings
/// and what stands before the first label belong to nobody.
final class TurnFinder {
    private final Speakers speakers;
    private final boolean anySpeaker;
    private final List<ImportedTurn> turns = new ArrayList<>();
    private Optional<String> speaker = Optional.empty();
    private boolean boldLabels;
    private String time = "";
    private String pendingTime = "";
    private int labelStart = -1;
    private int labelEnd;
    private int bodyStart = -1;
    private int bodyEnd;

    private TurnFinder(Speakers speakers) {
        this.speakers = speakers;
        this.anySpeaker = !speakers.names().isEmpty();
    }

    static List<ImportedTurn> turns(Paragraphs paragraphs, Speakers speakers) {
        TurnFinder finder = new TurnFinder(speakers);
        for (Paragraphs.Line line : paragraphs.lines()) {
            finder.line(line);
        }
        finder.close();
        return finder.turns;
    }

    private void line(Paragraphs.Line line) {
        String text = line.text();
        if (text.isBlank()) {
            return;
        }
        int from = line.start() + leading(text, 0);
        int to = line.start() + text.stripTrailing().length();
        Optional<String> clock = Labels.timeOnly(text);
        if (clock.isPresent()) {
            close();
            pendingTime = clock.get();
            add(TurnKind.MARK, Optional.empty(), pendingTime, from, from, from, to);
            return;
        }
        Optional<Label> label = speakers.label(line);
        if (label.isPresent()) {
            open(line, label.get());
        } else if (heading(line)) {
            close();
            speaker = Optional.empty();
            add(TurnKind.MARK, Optional.empty(), "", from, from, from, to);
        } else if (TranscriberMarks.between(text)) {
            close();
            add(TurnKind.MARK, Optional.empty(), "", from, from, from, to);
        } else if (!anySpeaker) {
            add(TurnKind.TURN, Optional.empty(), pendingTime, from, from, from, to);
            pendingTime = "";
        } else if (speaker.isEmpty()) {
            add(TurnKind.MARK, Optional.empty(), "", from, from, from, to);
        } else {
            say(from, to);
        }
    }

    private void open(Paragraphs.Line line, Label label) {
        close();
        speaker = Optional.of(speakers.name(label));
        boldLabels = line.bold() > label.start();
        time = label.time().isEmpty() ? pendingTime : label.time();
        pendingTime = "";
        labelStart = line.start() + label.start();
        labelEnd = line.start() + label.end();
        String text = line.text();
        int body = leading(text, Math.min(label.end(), text.length()));
        if (body < text.stripTrailing().length()) {
            say(line.start() + body, line.start() + text.stripTrailing().length());
        }
    }

    /// A heading by its style, or a short bold line that is no sentence where speakers are not bold; what
    /// follows it belongs to nobody until the next label.
    private boolean heading(Paragraphs.Line line) {
        String text = line.text().strip();
        boolean bold = line.bold() > 0 && line.bold() >= line.text().stripTrailing().length();
        return line.heading()
                || (bold && anySpeaker && !boldLabels && text.matches("[^.?!…]{1,60}"));
    }

    /// Adds to the open turn; after a mark the same speaker goes on in a turn without label.
    private void say(int from, int to) {
        if (labelStart < 0) {
            labelStart = from;
            labelEnd = from;
        }
        if (bodyStart < 0) {
            bodyStart = from;
        }
        bodyEnd = to;
    }

    private void close() {
        if (labelStart >= 0) {
            int start = bodyStart < 0 ? labelEnd : bodyStart;
            add(
                    TurnKind.TURN,
                    speaker,
                    time,
                    labelStart,
                    labelEnd,
                    start,
                    bodyStart < 0 ? labelEnd : bodyEnd);
        }
        labelStart = -1;
        bodyStart = -1;
        time = "";
    }

    private void add(
            TurnKind kind,
            Optional<String> who,
            String when,
            int labelFrom,
            int labelTo,
            int from,
            int to) {
        turns.add(
                new ImportedTurn(
                        kind,
                        who,
                        who.flatMap(Speakers::role),
                        when.isEmpty() ? Optional.empty() : Optional.of(when),
                        labelFrom,
                        labelTo,
                        from,
                        to,
                        Map.of()));
    }

    private static int leading(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
