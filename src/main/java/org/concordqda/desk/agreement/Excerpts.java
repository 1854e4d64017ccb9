package org.concordqda.desk.agreement;

import org.concordqda.agreement.Estimate;
import org.concordqda.analysis.AgreementTable.Line;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.PassageSheet;
import org.concordqda.analysis.PassageSheet.Place;
import org.concordqda.analysis.PassageTables;
import org.concordqda.analysis.Scoped;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.study.Study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The passages behind a row: where two coders coded, with the words around. Worked out away from the window.
///
/// @param of the dimension and round
/// @param code the code; empty = the whole dimension
/// @param estimates every coefficient of the row, at every granularity computed
/// @param first place of the first coder of the pair
/// @param second place of the second
/// @param why what explains how far the pair agrees, one sentence each
/// @param places where one of them coded, disagreements first
record Excerpts(
        DimensionAgreement of,
        Optional<String> code,
        List<Estimate> estimates,
        int first,
        int second,
        List<String> why,
        List<Excerpt> places) {
    /// Words shown before and after a passage.
    private static final int AROUND = 70;

    /// A long passage is cut in its middle.
    private static final int LONGEST = 900;

    /// A place with its words.
    ///
    /// @param from position of `text` in the source, in UTF-16 code units
    record Excerpt(Place place, String key, String title, String text, int from) {}

    /// @param pair which two coders, by their places; null for the first two who share a source
    static Excerpts of(Study study, Line line, int[] pair) {
        DimensionAgreement d = line.of().orElseThrow();
        PassageSheet sheet = d.sheet().orElseThrow();
        String bare = line.scope().replaceAll(";at=.*$", "");
        Optional<String> code =
                bare.startsWith("code=")
                        ? Optional.of(bare.substring("code=".length()))
                        : Optional.empty();
        List<Place> places =
                pair.length == 2 ? sheet.compare(pair[0], pair[1], code) : List.<Place>of();
        Map<Integer, String> texts = new HashMap<>();
        List<Excerpt> all = new ArrayList<>();
        for (Place p : places) {
            Source source = study.sources().get(new SourceId(p.source()));
            String text =
                    texts.computeIfAbsent(
                            p.source(),
                            s ->
                                    study.sources()
                                            .text(source.id())
                                            .map(SourceText::text)
                                            .orElse(""));
            all.add(excerpt(p, source, text));
        }
        Scoped scoped = Scoped.from(d);
        List<Estimate> estimates = new ArrayList<>();
        for (String scope : scoped.scopes(bare)) {
            if (scope.equals(bare) || scope.startsWith(bare + ";")) {
                estimates.addAll(scoped.all(scope));
            }
        }
        if (code.isEmpty()) {
            estimates.addAll(scoped.all("coded or not"));
        }
        return new Excerpts(
                d,
                code,
                estimates,
                pair.length == 2 ? pair[0] : -1,
                pair.length == 2 ? pair[1] : -1,
                pair.length == 2 ? sheet.explanation(pair[0], pair[1], code) : List.<String>of(),
                all);
    }

    /// Pairs of coders who opened a source in common.
    static List<int[]> pairs(PassageSheet sheet) {
        List<int[]> pairs = new ArrayList<>();
        for (int g = 0; g < sheet.coders().size(); g++) {
            for (int h = g + 1; h < sheet.coders().size(); h++) {
                if (sheet.shared(g, h) > 0) {
                    pairs.add(new int[] {g, h});
                }
            }
        }
        return pairs;
    }

    private static Excerpt excerpt(Place p, Source source, String text) {
        int end = Math.min(p.end(), p.start() + LONGEST);
        int from = back(text, Math.max(0, p.start() - AROUND), p.start());
        int to = forth(text, Math.min(text.length(), end + AROUND), end);
        return new Excerpt(
                p,
                UnitList.shortKey(source.key()),
                source.title(),
                text.substring(
                        Math.min(from, text.length()), Math.min(Math.max(from, to), text.length())),
                from);
    }

    /// The start of a word or line at or after `at`, not after `limit`.
    private static int back(String text, int at, int limit) {
        int line = text.lastIndexOf('\n', Math.max(0, limit - 1));
        int from = line >= at ? line + 1 : at;
        while (from > 0 && from < limit && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return Math.min(from, limit);
    }

    private static int forth(String text, int at, int limit) {
        int line = text.indexOf('\n', limit);
        int to = line >= 0 && line < at ? line : at;
        while (to < text.length() && to > limit && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return Math.max(to, Math.min(limit, text.length()));
    }

    /// How a place compares, in words.
    String compared(Place p) {
        List<String> coders = of.coders();
        return switch (p.compared()) {
            case ONLY_FIRST -> "only " + coders.get(first);
            case ONLY_SECOND -> "only " + coders.get(second);
            case CODES -> "other codes";
            case EDGES -> "other edges";
            case SAME -> "same";
        };
    }

    /// What the row is about.
    String name() {
        return of.matrix().dimension().name() + ": " + code.orElse(PassageTables.WHOLE);
    }
}
