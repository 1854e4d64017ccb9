package org.concordqda.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.concordqda.text.Blocks.Kind;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

class BlocksTest {
    @Test
    void aFenceHoldsCodeUntilItsOwnMarkClosesIt() {
        assertEquals(
                "PROSE FENCE CODE CODE CODE FENCE PROSE",
                kinds("See\n```python\nloss = nan\n\n``` x\n```\nthanks"));
    }

    @Test
    void aFenceThatIsNeverClosedCountsToTheEnd() {
        assertEquals("FENCE CODE CODE", kinds("```\na\nb"));
    }

    @Test
    void inlineTicksAreNoFence() {
        assertEquals("PROSE", kinds("```x = 1``` fails"));
    }

    @Test
    void stackTracesNeedNoFence() {
        assertEquals(
                "PROSE CODE CODE CODE CODE PROSE",
                kinds(
                        """
                        It dies:
                        Traceback (most recent call last):
                          File "train.py", line 118, in step
                            loss.backward()
                        RuntimeError: CUDNN_STATUS_EXECUTION_FAILED
                        and then nothing.\
                        """));
        assertEquals(
                "CODE CODE CODE",
                kinds(
                        "Exception in thread \"main\" java.lang.Oops\n"
                                + "\tat a.b.C.d(C.java:3)\nCaused by: java.io.X: y"));
    }

    @Test
    void quotesAndIndentedCode() {
        assertEquals("QUOTE BLANK PROSE BLANK CODE", kinds("> you said\n\nyes\n\n    pip install"));
        assertEquals("PROSE PROSE", kinds("a list\n    goes on"));
    }

    @Test
    void linesCoverTheTextWithoutItsLineEnds() {
        String text = "a\n😀b\n\nc";
        List<Blocks.Line> lines = Blocks.lines(text, 0, text.length());
        assertEquals(
                List.of("a", "😀b", "", "c"),
                lines.stream().map(l -> text.substring(l.start(), l.end())).toList());
        assertEquals(new Blocks.Line(Kind.PROSE, 2, 5), lines.get(1));
    }

    @Test
    void aStretchEndsWhereItEnds() {
        List<Blocks.Line> lines = Blocks.lines("ab\ncd\nef", 3, 5);
        assertEquals(List.of(new Blocks.Line(Kind.PROSE, 3, 5)), lines);
    }

    private static String kinds(String text) {
        return Blocks.lines(text, 0, text.length()).stream()
                .map(l -> l.kind().name())
                .collect(Collectors.joining(" "));
    }
}
