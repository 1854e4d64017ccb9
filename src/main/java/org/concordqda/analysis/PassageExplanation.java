package org.concordqda.analysis;

import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.PassageSheet.Compared;
import org.concordqda.analysis.PassageSheet.Mark;
import org.concordqda.analysis.PassageSheet.Place;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sentences that explain the agreement about passages of two coders from what they marked: one of them marks
/// less, or longer stretches; the codes are the same and the edges are not; most of the text has no code. Pure
/// functions, any thread.
final class PassageExplanation {
    /// Fewer cases are chance, not habit.
    private static final int FEW = 3;

    private PassageExplanation() {}

    /// What explains the agreement of two coders, one sentence each; empty when nothing stands out.
    ///
    /// @param g place of the first coder in the sheet
    /// @param h place of the second
    /// @param code only this code; empty = all
    static List<String> of(PassageSheet sheet, int g, int h, Optional<String> code) {
        List<String> found = new ArrayList<>();
        String one = sheet.coders().get(g);
        String other = sheet.coders().get(h);
        int shared = sheet.shared(g, h);
        List<Place> places = sheet.compare(g, h, code);
        int differ = places.size() - count(places, Compared.SAME);
        int onlyOne = count(places, Compared.ONLY_FIRST);
        int onlyOther = count(places, Compared.ONLY_SECOND);
        if (differ < FEW) {
            return found;
        }
        if (onlyOne >= FEW && onlyOne * 2 >= differ && onlyOne >= 3 * onlyOther) {
            found.add(left(other, one, onlyOne, differ, shared));
        } else if (onlyOther >= FEW && onlyOther * 2 >= differ && onlyOther >= 3 * onlyOne) {
            found.add(left(one, other, onlyOther, differ, shared));
        }
        int edges = count(places, Compared.EDGES);
        if (edges >= FEW && edges * 5 >= differ * 2) {
            found.add(
                    edges
                            + " of the "
                            + differ
                            + " places where they differ have the same codes and other edges: they"
                            + " agree on what is said, not on where it begins and ends.");
        }
        lengths(sheet, g, h, code).ifPresent(found::add);
        return found;
    }

    /// What explains the numbers of a dimension: the two coders who differ at most places speak, and how much of
    /// the text has no code.
    static List<String> of(DimensionAgreement d) {
        List<String> found = new ArrayList<>();
        d.sheet().flatMap(PassageExplanation::most).ifPresent(found::addAll);
        Optional<Estimate> agree = d.estimate(Statistic.PERCENT_AGREEMENT, "all");
        Optional<Estimate> alpha = d.estimate(Statistic.KRIPPENDORFF_ALPHA, "all");
        if (agree.isPresent()
                && alpha.isPresent()
                && alpha.get().undefined().isEmpty()
                && agree.get().value() >= 0.8
                && alpha.get().value() < 0.6) {
            found.add(
                    "They agree on "
                            + Words.decimals(100 * agree.get().value(), 0)
                            + " % of the characters, but one value, as a rule no code at all, takes"
                            + " most of the text: chance alone would give nearly as much, so alpha is"
                            + " low although little of the text is disputed.");
        }
        return List.copyOf(found);
    }

    private static int count(List<Place> places, Compared how) {
        return (int) places.stream().filter(p -> p.compared() == how).count();
    }

    private static Optional<List<String>> most(PassageSheet sheet) {
        List<String> most = List.of();
        long worst = -1;
        for (int g = 0; g < sheet.coders().size(); g++) {
            for (int h = g + 1; h < sheet.coders().size(); h++) {
                long differ =
                        sheet.compare(g, h, Optional.empty()).stream()
                                .filter(p -> p.compared() != Compared.SAME)
                                .count();
                if (differ > worst && sheet.shared(g, h) > 0) {
                    worst = differ;
                    most = of(sheet, g, h, Optional.empty());
                }
            }
        }
        return Optional.of(most);
    }

    private static String left(String less, String more, int places, int differ, int shared) {
        return less
                + " has no code at "
                + places
                + " of the "
                + differ
                + " places where they differ, all coded by "
                + more
                + " in "
                + shared
                + (shared == 1 ? " source" : " sources")
                + ": "
                + less
                + " codes less, whatever the codes are.";
    }

    private static Optional<String> lengths(
            PassageSheet sheet, int g, int h, Optional<String> code) {
        Set<Integer> both = new HashSet<>();
        sheet.sources().stream()
                .filter(s -> s.coders().contains(g) && s.coders().contains(h))
                .forEach(s -> both.add(s.source()));
        long[] length = new long[2];
        int[] count = new int[2];
        for (Mark m : sheet.marks()) {
            boolean wanted = code.isEmpty() || code.get().equals(m.code());
            if (wanted && both.contains(m.source()) && (m.coder() == g || m.coder() == h)) {
                int who = m.coder() == g ? 0 : 1;
                length[who] += m.end() - m.start();
                count[who]++;
            }
        }
        if (count[0] < FEW || count[1] < FEW) {
            return Optional.empty();
        }
        double one = (double) length[0] / count[0];
        double other = (double) length[1] / count[1];
        if (Math.max(one, other) < 2 * Math.min(one, other)) {
            return Optional.empty();
        }
        int longer = one > other ? g : h;
        int shorter = one > other ? h : g;
        return Optional.of(
                sheet.coders().get(longer)
                        + " marks "
                        + Words.decimals(Math.max(one, other), 0)
                        + " characters at a time, "
                        + sheet.coders().get(shorter)
                        + " "
                        + Words.decimals(Math.min(one, other), 0)
                        + ": let the codebook say how much of the text a passage takes.");
    }
}
