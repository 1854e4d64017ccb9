package org.concordqda.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.analysis.PassageSheet.Compared;
import org.concordqda.analysis.PassageSheet.Mark;
import org.concordqda.analysis.PassageSheet.Opened;
import org.concordqda.analysis.PassageSheet.Place;
import org.concordqda.model.CodeId;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Passages of two coders side by side: what overlaps is one place, disagreements come first.
class PassageSheetTest {
    private static Mark mark(int source, int coder, String code, int start, int end) {
        return new Mark(source, coder, code, new CodeId(code.hashCode()), start, end);
    }

    private final PassageSheet sheet =
            new PassageSheet(
                    List.of("Ana", "Ben", "Chi"),
                    List.of(
                            new Opened(1, List.of(0, 1)),
                            new Opened(2, List.of(0, 1, 2)),
                            new Opened(3, List.of(0, 2))),
                    List.of(
                            mark(1, 0, "x", 0, 10),
                            mark(1, 1, "x", 0, 10),
                            mark(1, 0, "x", 20, 30),
                            mark(1, 1, "x", 25, 40),
                            mark(1, 1, "x", 40, 50),
                            mark(2, 0, "x", 5, 9),
                            mark(2, 1, "y", 6, 8),
                            mark(3, 0, "x", 1, 2),
                            mark(3, 2, "x", 1, 2)));

    @Test
    void overlapsAreOnePlaceAndTouchingOnesAreNot() {
        List<Place> places = sheet.compare(0, 1, Optional.of("x"));
        assertEquals(
                List.of(Compared.ONLY_FIRST, Compared.ONLY_SECOND, Compared.EDGES, Compared.SAME),
                places.stream().map(Place::compared).toList());
        assertEquals(2, places.getFirst().source());
        Place edges = places.get(2);
        assertEquals(20, edges.start());
        assertEquals(40, edges.end());
    }

    @Test
    void otherCodesAtOnePlaceAreTold() {
        List<Place> places = sheet.compare(0, 1, Optional.empty());
        assertEquals(
                Compared.CODES,
                places.stream().filter(p -> p.source() == 2).findFirst().orElseThrow().compared());
        assertEquals(
                List.of(),
                places.stream().filter(p -> p.source() == 3).toList(),
                "Ben never opened the third");
    }

    @Test
    void countsAndSharedSources() {
        assertArrayEquals(new int[] {4, 3, 1}, sheet.counts(Optional.of("x")));
        assertArrayEquals(new int[] {4, 4, 1}, sheet.counts(Optional.empty()));
        assertEquals(2, sheet.shared(0, 1));
        assertEquals(1, sheet.shared(1, 2));
    }

    private static PassageSheet two(Mark... marks) {
        return new PassageSheet(
                List.of("Ana", "Ben"), List.of(new Opened(1, List.of(0, 1))), List.of(marks));
    }

    @Test
    void whoCodesLessIsSaid() {
        PassageSheet less =
                two(
                        mark(1, 0, "x", 0, 10),
                        mark(1, 0, "y", 20, 30),
                        mark(1, 0, "x", 40, 50),
                        mark(1, 0, "x", 60, 70),
                        mark(1, 1, "x", 60, 70));
        assertEquals(
                List.of(
                        "Ben has no code at 3 of the 3 places where they differ, all coded by Ana in"
                                + " 1 source: Ben codes less, whatever the codes are."),
                less.explanation(0, 1, Optional.empty()));
        assertEquals(List.of(), less.explanation(0, 1, Optional.of("y")));
    }

    @Test
    void sameCodesWithOtherEdgesAndOtherLengthsAreSaid() {
        PassageSheet edges =
                two(
                        mark(1, 0, "x", 0, 40),
                        mark(1, 1, "x", 5, 15),
                        mark(1, 0, "x", 100, 140),
                        mark(1, 1, "x", 100, 110),
                        mark(1, 0, "y", 200, 240),
                        mark(1, 1, "y", 230, 240));
        assertEquals(
                List.of(
                        "3 of the 3 places where they differ have the same codes and other edges:"
                                + " they agree on what is said, not on where it begins and ends.",
                        "Ana marks 40 characters at a time, Ben 10: let the codebook say how much of"
                                + " the text a passage takes."),
                edges.explanation(0, 1, Optional.empty()));
        assertEquals(List.of(), sheet.explanation(0, 1, Optional.of("y")));
    }
}
