package org.concordqda.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what could be a label at the beginning of a line; [Speakers] decides which of them are.
final class Labels {
    private static final String TIME = "(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)";
    private static final String NAME =
            "([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .'’_#&()\\u00a0\\u200c-\\u200f-]{0,59}?)";
    private static final String EDGE = "^[\\s\\u200e\\u200f]*(?:\\*\\*|__)?";
    private static final String OFF = "(?:\\*\\*|__)?";
    private static final String COLON = "[::]";

    /// A colon ends a label when a blank, the line's end or a letter without case follows, and an address
    /// (`https://`) or a method (`std::vector`) never.
    private static final String BEHIND =
            "(?:(?<=:)|(?=\\s|$|\\*\\*|__|[\\p{Lo}\\u201c\\u2018\\u300c]))";

    private static final Pattern NAME_TIME =
            Pattern.compile(
                    EDGE
                            + NAME
                            + OFF
                            + "[\\s\\u00a0]*(?:[\\[(<]"
                            + TIME
                            + "[\\])>]|(?<=\\s)"
                            + TIME
                            + ")(?:\\s*("
                            + COLON
                            + OFF
                            + BEHIND
                            + "))?");
    private static final Pattern TIME_NAME =
            Pattern.compile(
                    EDGE
                            + "[\\[(<]?"
                            + TIME
                            + "[\\])>]?[\\s\\-–]*"
                            + NAME
                            + OFF
                            + "\\s*"
                            + COLON
                            + OFF
                            + BEHIND);
    private static final Pattern PLAIN =
            Pattern.compile(EDGE + NAME + OFF + "\\s*" + COLON + OFF + BEHIND);
    private static final Pattern BRACKET =
            Pattern.compile(
                    "^[\\s\\u200e\\u200f]*\\["
                            + NAME
                            + "(?:\\s+"
                            + TIME
                            + ")?\\](?:\\s*"
                            + COLON
                            + ")?(?=\\s|$)");
    private static final Pattern TIME_ONLY =
            Pattern.compile("^\\s*[\\[(<]?" + TIME + "[\\])>]?(?:\\s*-->\\s*" + TIME + ")?\\s*$");
    private static final Pattern BOLD = Pattern.compile("^\\s*" + NAME + "\\s*" + COLON + "?\\s*$");

    /// `Speaker 1:12`: a label with the number of a note behind it, unless it is a time.
    private static final Pattern NOTED = Pattern.compile("^\\s*" + NAME + COLON + "\\d{1,3}\\s*$");

    private Labels() {}

    /// The line read as a label and the number of a note, which looks like `Speaker 1:12`.
    static Optional<Label> noted(String line) {
        return line.length() > 80
                ? Optional.empty()
                : named(NOTED.matcher(line), 1, 0, Label.Shape.COLON);
    }

    static Optional<Label> at(Paragraphs.Line line) {
        String text = line.text();
        String head = text.length() > 140 ? text.substring(0, 140) : text;
        return timed(head)
                .or(() -> named(TIME_NAME.matcher(head), 2, 1, Label.Shape.TIMED))
                .or(() -> named(PLAIN.matcher(head), 1, 0, Label.Shape.COLON))
                .or(() -> named(BRACKET.matcher(head), 1, 2, Label.Shape.BRACKET))
                .or(() -> bold(line));
    }

    /// The time of a line that holds nothing else.
    static Optional<String> timeOnly(String line) {
        Matcher m = TIME_ONLY.matcher(line);
        return m.matches() ? Optional.of(clock(m.group(1))) : Optional.empty();
    }

    /// `Name 00:12` without colon or bracket only counts when it has the line for itself.
    private static Optional<Label> timed(String head) {
        Matcher m = NAME_TIME.matcher(head);
        if (!m.find()) {
            return Optional.empty();
        }
        boolean bracketed = m.group(2) != null;
        boolean alone = head.substring(m.end()).isBlank();
        if (!bracketed && m.group(4) == null && !alone) {
            return Optional.empty();
        }
        String time = clock(bracketed ? m.group(2) : m.group(3));
        return Optional.of(
                new Label(tidy(m.group(1)), time, m.start(1), m.end(), Label.Shape.TIMED));
    }

    private static Optional<Label> named(Matcher m, int name, int time, Label.Shape shape) {
        if (!m.find()) {
            return Optional.empty();
        }
        String at = time == 0 || m.group(time) == null ? "" : clock(m.group(time));
        int start = m.start();
        String found = m.group();
        while (start < m.end() && !visible(found.charAt(start - m.start()))) {
            start++;
        }
        return Optional.of(new Label(tidy(m.group(name)), at, start, m.end(), shape));
    }

    private static Optional<Label> bold(Paragraphs.Line line) {
        if (line.bold() == 0 || line.heading()) {
            return Optional.empty();
        }
        String prefix = line.text().substring(0, line.bold());
        Matcher m = BOLD.matcher(prefix);
        if (!m.matches() || m.group(1).isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                new Label(
                        tidy(m.group(1)),
                        "",
                        m.start(1),
                        prefix.stripTrailing().length(),
                        Label.Shape.BOLD));
    }

    private static boolean visible(char c) {
        return !Character.isWhitespace(c) && c != '\u200e' && c != '\u200f';
    }

    private static String tidy(String name) {
        return name.replaceAll("[\\s\\u00a0\\u200e\\u200f]+", " ").strip();
    }

    /// A time as `hh:mm:ss`; two numbers are minutes and seconds.
    private static String clock(String time) {
        String[] parts = time.split("[:.,]");
        boolean hours = time.chars().filter(c -> c == ':').count() == 2;
        int h = hours ? Integer.parseInt(parts[0]) : 0;
        int m = Integer.parseInt(parts[hours ? 1 : 0]);
        int s = Integer.parseInt(parts[hours ? 2 : 1]);
        return String.format(Locale.ROOT, "%02d:%02d:%02d", h + m / 60, m % 60, s);
    }
}
