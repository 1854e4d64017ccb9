package org.concordqda.cli;

import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportPreview;
import org.concordqda.model.ImportPreview.Item;
import org.concordqda.model.ImportPreview.Speaker;
import org.concordqda.model.ImportPreview.Standing;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;
import org.concordqda.text.Words;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prints what an import would bring in.
final class PreviewText {
    /// Sources listed one by one; of more, only those that need a look.
    private static final int MOST = 40;

    /// Labels listed that were not taken for speakers.
    private static final int LABELS = 20;

    private final ImportPreview preview;
    private final List<List<Speaker>> speakers = new ArrayList<>();
    private final List<List<Untaken>> untaken = new ArrayList<>();

    PreviewText(StagedImport staged, ImportChoices choices) {
        preview = staged.preview();
        for (int i = 0; i < preview.items().size(); i++) {
            List<Speaker> now =
                    choices.speakers().isEmpty()
                            ? preview.items().get(i).speakers()
                            : staged.speakers(i, choices.speakers());
            speakers.add(now);
            untaken.add(
                    staged.untaken(i).stream()
                            .filter(u -> choices.speakers().stream().noneMatch(c -> takes(c, u)))
                            .toList());
        }
    }

    private static boolean takes(SpeakerChoice choice, Untaken label) {
        return !choice.rejected() && Words.key(choice.speaker()).equals(Words.key(label.name()));
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            JsonOut.print(out, json());
            return;
        }
        out.print(Words.counted(preview.incoming(), "source") + " would come in");
        for (Standing s : Standing.values()) {
            if (s != Standing.NEW && preview.count(s) > 0) {
                out.printf(", %d %s", preview.count(s), s.words());
            }
        }
        out.println("; nothing was stored.");
        preview.leftOut().forEach((what, n) -> out.printf("Left out: %d × %s.%n", n, what));
        int listed = 0;
        for (int i = 0; i < preview.items().size(); i++) {
            Item item = preview.items().get(i);
            if (listed < MOST
                    || item.standing() == Standing.CHANGED
                    || item.standing() == Standing.CLASHES) {
                listed++;
                print(out, item, speakers.get(i), untaken.get(i));
            }
        }
        if (listed < preview.items().size()) {
            out.printf("… and %d more.%n", preview.items().size() - listed);
        }
        preview.notes().forEach(out::println);
    }

    private void print(PrintWriter out, Item item, List<Speaker> speakers, List<Untaken> untaken) {
        out.printf(
                "%s  %s  (%s, %d words, %s)%n",
                item.key(),
                item.title(),
                preview.standing(item),
                item.words(),
                Words.counted(item.turns(), "turn"));
        for (Speaker s : speakers) {
            out.printf(
                    "    %s: %s, %d words%s%n",
                    s.name(),
                    Words.counted(s.turns(), "turn"),
                    s.words(),
                    s.role().map(r -> ", " + r).orElse(""));
        }
        for (Untaken u : untaken.subList(0, Math.min(LABELS, untaken.size()))) {
            out.printf(
                    "    no speaker: %s: %s, “%s”%n",
                    u.name(), Words.counted(u.times(), "time"), u.words());
        }
        if (untaken.size() > LABELS) {
            out.printf("    no speaker: %d more labels.%n", untaken.size() - LABELS);
        }
    }

    private Map<String, Object> json() {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < preview.items().size(); i++) {
            Item item = preview.items().get(i);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", item.key());
            row.put("title", item.title());
            row.put("kind", Words.of(item.kind()));
            row.put("file", item.file());
            row.put("standing", Words.of(item.standing()));
            row.put("same", item.same());
            row.put("sameFile", item.first() < 0 ? "" : preview.items().get(item.first()).file());
            row.put("length", item.length());
            row.put("words", item.words());
            row.put("turns", item.turns());
            row.put("marks", item.marks());
            row.put(
                    "speakers",
                    speakers.get(i).stream()
                            .map(
                                    s -> {
                                        Map<String, Object> one = new LinkedHashMap<>();
                                        one.put("name", s.name());
                                        one.put("turns", s.turns());
                                        one.put("words", s.words());
                                        one.put("role", s.role().orElse(""));
                                        return one;
                                    })
                            .toList());
            row.put(
                    "notTaken",
                    untaken.get(i).stream()
                            .map(
                                    u -> {
                                        Map<String, Object> one = new LinkedHashMap<>();
                                        one.put("name", u.name());
                                        one.put("times", u.times());
                                        one.put("words", u.words());
                                        return one;
                                    })
                            .toList());
            row.put("detected", item.detected());
            items.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sources", items);
        all.put("leftOut", preview.leftOut());
        all.put("problems", preview.problems().stream().map(ImportProblem::sentence).toList());
        all.put("notes", preview.notes());
        return all;
    }
}
