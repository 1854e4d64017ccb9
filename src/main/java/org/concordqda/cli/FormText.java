package org.concordqda.cli;

import org.concordqda.model.Code;
import org.concordqda.model.Codebook;
import org.concordqda.model.Rating;
import org.concordqda.model.Unit;
import org.concordqda.study.Form;
import org.concordqda.study.Form.Question;
import org.concordqda.study.Ratings.Beside;
import org.concordqda.text.Words;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The form of a unit as lines of text or as JSON.
final class FormText {
    private FormText() {}

    private static String answer(Question question, Codebook book) {
        return question.answer()
                .map(
                        a ->
                                a.codes().isEmpty()
                                        ? "none of these"
                                        : a.codes().stream()
                                                .map(
                                                        id ->
                                                                book.code(id)
                                                                        .map(Code::name)
                                                                        .orElse("?"))
                                                .collect(Collectors.joining("; ")))
                .orElse(question.open() ? "open" : "");
    }

    static void print(String key, Form form, Codebook book, PrintWriter out) {
        out.println(
                key
                        + form.unit()
                                .map(u -> ", " + u.name() + " of " + form.units().size())
                                .orElse(""));
        if (form.questions().isEmpty()) {
            out.println("Nothing in the codebook is asked of such a source.");
            return;
        }
        TextTable table = new TextTable("Dimension", "Answer", "Beside it");
        for (Question question : form.questions()) {
            table.row(question.dimension().name(), answer(question, book), beside(question));
        }
        table.print(out);
        for (Question question : form.questions()) {
            question.warnings().forEach(w -> out.println(question.dimension().name() + ": " + w));
        }
        List<Question> left = form.open();
        out.println(
                left.isEmpty()
                        ? "Nothing is open."
                        : Words.counted(left.size(), "question")
                                + " open: "
                                + left.stream()
                                        .map(q -> q.dimension().name())
                                        .collect(Collectors.joining(", "))
                                + ".");
    }

    private static String beside(Question question) {
        List<String> words = new ArrayList<>();
        Beside beside = question.beside();
        question.carriedFrom().ifPresent(from -> words.add("taken over from " + from));
        if (!beside.other().isEmpty()) {
            words.add("other: " + beside.other());
        }
        if (!beside.certainty().isEmpty()) {
            words.add(beside.certainty());
        }
        words.addAll(beside.flags());
        if (!beside.note().isEmpty()) {
            words.add(Words.oneLine(beside.note()));
        }
        if (!question.evidence().isEmpty()) {
            words.add(
                    Words.counted(
                            question.evidence().size(), "piece of evidence", "pieces of evidence"));
        }
        return String.join(" · ", words);
    }

    static void json(Form form, Codebook book, PrintWriter out) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Question question : form.questions()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("dimension", question.dimension().name());
            row.put("open", question.open());
            row.put(
                    "codes",
                    question.answer().map(Rating::codes).orElse(List.of()).stream()
                            .map(id -> book.code(id).map(Code::name).orElse("?"))
                            .toList());
            row.put("carried", question.carriedFrom().isPresent());
            row.put("other", question.beside().other());
            row.put("note", question.beside().note());
            row.put("certainty", question.beside().certainty());
            row.put("flags", question.beside().flags());
            row.put("warnings", question.warnings());
            row.put("evidence", question.evidence().size());
            rows.add(row);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("unit", form.unit().map(Unit::name).orElse(""));
        all.put("units", form.units().size());
        all.put("questions", rows);
        JsonOut.print(out, all);
    }
}
