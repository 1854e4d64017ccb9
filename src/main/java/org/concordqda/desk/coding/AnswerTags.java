package org.concordqda.desk.coding;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.concordqda.desk.fx.Pieces;
import org.concordqda.model.CodeId;
import org.concordqda.model.Rating;
import org.concordqda.model.Special;
import org.concordqda.study.Form.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands beside an answer, as small signs: evidence, note, certainty, flags.
final class AnswerTags {
    private AnswerTags() {}

    /// In words, under the values of the question in use.
    static List<Node> whole(Question question) {
        List<Node> all = new ArrayList<>();
        question.answer()
                .ifPresent(
                        a -> {
                            if (!a.certainty().isEmpty()) {
                                all.add(Pieces.chip("sure: " + a.certainty(), "square"));
                            }
                            a.flags()
                                    .forEach(f -> all.add(Pieces.chip("⚑ " + f, "square", "look")));
                        });
        return all;
    }

    /// As little as can be, beside a folded answer; the words are in the tool tips.
    static List<Node> small(Question question, AnswerActs acts) {
        List<Node> all = new ArrayList<>();
        question.carriedFrom().ifPresent(f -> all.add(Pieces.chip("from " + f, "square")));
        int kept = question.evidence().size();
        if (kept > 0) {
            Label sign = Pieces.text(kept == 1 ? "❝" : "❝ " + kept, "link", "small");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            sign.setTooltip(new Tooltip("Evidence"));
            sign.setOnMouseClicked(
                    e -> {
                        acts.show(question.evidence().getFirst());
                        e.consume();
                    });
            all.add(sign);
        }
        question.answer()
                .ifPresent(
                        a -> {
                            if (!a.note().isEmpty()) {
                                all.add(tag("note", a.note()));
                            }
                            if (!a.certainty().isEmpty()) {
                                all.add(tag(a.certainty(), "How sure: " + a.certainty()));
                            }
                            if (!a.flags().isEmpty()) {
                                Label flag = tag("⚑", String.join(", ", a.flags()));
                                flag.getStyleClass().add("look");
                                all.add(flag);
                            }
                        });
        return all;
    }

    private static Label tag(String words, String more) {
        Label tag = Pieces.chip(words, "square");
        tag.setTooltip(new Tooltip(more));
        return tag;
    }

    /// The answer as people read it; empty where there is none.
    static Optional<String> words(Question question) {
        return question.answer()
                .map(a -> a.codes().isEmpty() ? "None of these" : names(question, a));
    }

    private static String names(Question question, Rating answer) {
        String said = answer.otherText();
        return answer.codes().stream()
                .map(id -> name(question, id, said))
                .collect(Collectors.joining(", "));
    }

    private static String name(Question question, CodeId id, String said) {
        return question.dimension().allCodes().stream()
                .filter(c -> c.id().equals(id))
                .map(
                        c ->
                                c.special() == Special.OTHER && !said.isBlank()
                                        ? c.name() + ": " + said
                                        : c.name())
                .findFirst()
                .orElse("(other version)");
    }
}
