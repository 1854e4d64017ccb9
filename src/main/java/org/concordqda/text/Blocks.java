package org.concordqda.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Recognises what a stretch of an issue or transcript is made of, line by line: prose, quotations, code
/// between fences, indented code, stack traces and logs. It decides only how the text is drawn; positions
/// and stored text are untouched. Pure functions, safe in any thread.
public final class Blocks {
    /// A line that names a frame of a stack (Java, Python, JavaScript, C++).
    private static final Pattern FRAME =
            Pattern.compile(
                    "\\s*(at\\s+[\\w$.<>/]+\\(.*\\)|File \".+\", line \\d+.*|#\\d+\\s+0x[0-9a-f]+.*"
                            + "|\\.\\.\\. \\d+ (more|common frames).*|Traceback \\(most recent.*"
                            + "|Exception in thread \".*|Caused by: .*)");

    /// The line that ends a Python trace or begins a Java one (`RuntimeError: …`).
    private static final Pattern ERROR =
            Pattern.compile("(\\w+\\.)*[A-Z]\\w*(Error|Exception|Warning)(:.*)?");

    private Blocks() {}

    /// What a line is.
    public enum Kind {
        /// What somebody wrote.
        PROSE,
        /// A line of code or of a log, without its fence.
        CODE,
        /// The line that opens or closes a fence.
        FENCE,
        /// Words of somebody else, marked `>`.
        QUOTE,
        /// Nothing but white space, outside code.
        BLANK
    }

    /// A line.
    ///
    /// @param kind what it is
    /// @param start first position, in UTF-16 code units
    /// @param end position after its last character, the line end not counted
    public record Line(Kind kind, int start, int end) {}

    /// The lines of `[start, end)` of a text, in order. A fence that is never closed counts to the end.
    public static List<Line> lines(String text, int start, int end) {
        List<Line> lines = new ArrayList<>();
        String fence = "";
        boolean trace = false;
        int at = start;
        while (at <= end) {
            int newline = text.indexOf('\n', at);
            int stop = newline < 0 || newline > end ? end : newline;
            int first = firstInk(text, at, stop);
            Kind kind;
            String mark = fenceMark(text, first, stop);
            if (!fence.isEmpty()) {
                boolean closes = mark.startsWith(fence) && blankAfter(text, first, stop, mark);
                kind = closes ? Kind.FENCE : Kind.CODE;
                fence = closes ? "" : fence;
            } else if (!mark.isEmpty()) {
                kind = Kind.FENCE;
                fence = mark;
                trace = false;
            } else if (first == stop) {
                kind = Kind.BLANK;
                trace = false;
            } else {
                boolean frame = stop - at < 2000 && isTrace(text.substring(at, stop), trace);
                trace = frame;
                kind =
                        frame
                                ? Kind.CODE
                                : text.charAt(first) == '>'
                                        ? Kind.QUOTE
                                        : first - at >= 4 && afterBlankOrCode(lines)
                                                ? Kind.CODE
                                                : Kind.PROSE;
            }
            lines.add(new Line(kind, at, stop));
            if (newline < 0 || newline >= end) {
                break;
            }
            at = newline + 1;
        }
        return lines;
    }

    private static boolean isTrace(String line, boolean inTrace) {
        return (inTrace && line.startsWith("    "))
                || (likelyFrame(line) && FRAME.matcher(line).matches())
                || (likelyError(line) && ERROR.matcher(line).matches());
    }

    /// Spares nearly every line of prose the patterns.
    private static boolean likelyFrame(String line) {
        String ink = line.stripLeading();
        return ink.startsWith("at ")
                || ink.startsWith("File \"")
                || ink.startsWith("#")
                || ink.startsWith("... ")
                || ink.startsWith("Traceback")
                || ink.startsWith("Exception in")
                || ink.startsWith("Caused by");
    }

    private static boolean likelyError(String line) {
        int space = line.indexOf(' ');
        String head = space < 0 ? line : line.substring(0, space);
        return head.contains("Error") || head.contains("Exception") || head.contains("Warning");
    }

    private static boolean afterBlankOrCode(List<Line> lines) {
        if (lines.isEmpty()) {
            return false;
        }
        Kind before = lines.getLast().kind();
        return before == Kind.BLANK || before == Kind.CODE;
    }

    private static int firstInk(String text, int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// The run of three or more back-ticks or tildes at this place, or "".
    private static String fenceMark(String text, int at, int end) {
        if (at >= end || (text.charAt(at) != '`' && text.charAt(at) != '~')) {
            return "";
        }
        char mark = text.charAt(at);
        int i = at;
        while (i < end && text.charAt(i) == mark) {
            i++;
        }
        // ```inline``` on one line is no fence.
        boolean inline = mark == '`' && text.indexOf('`', i) >= 0 && text.indexOf('`', i) < end;
        return i - at >= 3 && !inline ? text.substring(at, i) : "";
    }

    private static boolean blankAfter(String text, int at, int end, String mark) {
        return firstInk(text, at + mark.length(), end) == end;
    }
}
