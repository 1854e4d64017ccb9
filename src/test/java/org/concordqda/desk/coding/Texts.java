package org.concordqda.desk.coding;

import javafx.scene.paint.Color;

import org.concordqda.desk.fx.Palette;
import org.concordqda.model.CodingId;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.TextId;
import org.concordqda.model.Turn;
import org.concordqda.model.TurnId;
import org.concordqda.model.TurnKind;
import org.concordqda.text.Hashes;
import org.concordqda.text.Positions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small issue for tests of the text view.
final class Texts {
    static final String TITLE = "Training crashes after cuDNN update";
    static final String BODY =
            """
            I use the released weights and the released config, nothing changed. Since I updated cuDNN from 7.6 to 8.1 the first epoch dies:

            ```
            RuntimeError: CUDNN_STATUS_EXECUTION_FAILED
              at conv_forward (backbone.py:118)
            ```

            With the old version it trains, but 3 points below the reported mAP, same data, same seed. 😕\
            """;
    static final String SECOND =
            "Which GPU? We have seen this when the convolution API picks another algorithm on"
                    + " Ampere cards. Please try the environment file of the release.\n\n"
                    + "> the first epoch dies\n\n"
                    + "In which step?";
    static final String THIRD =
            "That works. The documentation still says any version above 7 is fine, which cost me"
                    + " two days.";

    private Texts() {}

    static SourceText issue() {
        return text(String.join("\n\n", TITLE, BODY, SECOND, THIRD));
    }

    static SourceText text(String text) {
        return new SourceText(new TextId(1), new SourceId(1), 1, text, Hashes.sha256(text));
    }

    static List<Turn> turns(SourceText source) {
        Positions positions = new Positions(source.text());
        List<Turn> turns = new ArrayList<>();
        String[] who = {"reuser-17", "maintainer-2", "reuser-17"};
        String[] role = {"NONE", "MEMBER", "NONE"};
        String[] body = {BODY, SECOND, THIRD};
        for (int i = 0; i < 3; i++) {
            int at = source.text().indexOf(body[i]);
            turns.add(
                    new Turn(
                            new TurnId(i + 1),
                            source.source(),
                            i,
                            i == 0 ? TurnKind.BODY : TurnKind.COMMENT,
                            Optional.of(who[i]),
                            Optional.of(role[i]),
                            Optional.of("2021-03-0" + (4 + i) + "T08:00:00Z"),
                            positions.span(at, at),
                            positions.span(at, at + body[i].length()),
                            Map.of()));
        }
        return turns;
    }

    /// The turns of a transcript whose labels come in this order.
    static List<Turn> labelled(String text, String... labels) {
        Positions positions = new Positions(text);
        List<Turn> turns = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < labels.length; i++) {
            int body = text.indexOf(labels[i], at) + labels[i].length();
            int next =
                    i + 1 < labels.length ? text.indexOf(labels[i + 1], body) - 1 : text.length();
            turns.add(
                    new Turn(
                            new TurnId(i + 1),
                            new SourceId(1),
                            i,
                            TurnKind.TURN,
                            Optional.of(labels[i].strip().replace(":", "")),
                            Optional.empty(),
                            Optional.empty(),
                            positions.span(body - labels[i].length(), body),
                            positions.span(body, next),
                            Map.of()));
            at = next;
        }
        return turns;
    }

    static Mark mark(SourceText source, int id, String words, int hue, String name) {
        int at = source.text().indexOf(words);
        Color colour = Palette.LIGHT.hues().get(hue);
        return new Mark(
                new CodingId(id), at, at + words.length(), colour, name, "Symptom > " + name);
    }

    static List<Mark> marks(SourceText s) {
        return List.of(
                mark(s, 1, "the released weights and the released config", 2, "Re-user"),
                mark(s, 2, "updated cuDNN from 7.6 to 8.1", 1, "API defect"),
                mark(
                        s,
                        3,
                        "trains, but 3 points below the reported mAP",
                        1,
                        "Accuracy below expectations"),
                mark(s, 4, "3 points below the reported mAP, same data, same seed", 2, "Same data"),
                mark(
                        s,
                        5,
                        "the convolution API picks another algorithm on Ampere cards",
                        3,
                        "GPU usage"),
                mark(
                        s,
                        6,
                        "The documentation still says any version above 7 is fine",
                        0,
                        "Documentation"));
    }
}
