package org.concordqda.intake;

import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decides which labels name speakers: those that recur, that a line such as `Participants: Anna, Ben`
/// lists, or that are words for a role. What was seen once and not taken is said, so that a person can
/// decide otherwise.
final class Speakers {
    private static final Pattern ROLE =
            Pattern.compile(
                    "(?i)(interviewers?|interviewees?|moderator|facilitator|researcher|respondent"
                            + "|participant|speaker|informant|host|guest|expert|int|p|s|r)"
                            + "[ #.-]*([\\w\\d]{1,10})?");
    private static final Set<String> BARE = Set.of("int", "p", "s", "r");
    private static final Pattern LIST =
            Pattern.compile(
                    "(?i)^\\s*(participants|speakers|attendees|present|people)\\s*[::](.+)$");
    private static final Pattern ASKS =
            Pattern.compile("(?i)(interviewers?|moderator|facilitator|researcher|int)\\b.*");
    private static final Pattern ANSWERS =
            Pattern.compile("(?i)(interviewees?|participant|respondent|informant|p ?\\d+)\\b.*");
    private static final Set<String> PARTICLES =
            Set.of(
                    "von", "van", "de", "der", "den", "da", "di", "del", "la", "le", "el", "al",
                    "bin", "ibn", "of", "and", "the", "y", "e", "und", "et", "dos", "du");
    private static final Set<String> NEVER =
            Set.of(
                    "note",
                    "notes",
                    "nb",
                    "n.b.",
                    "ps",
                    "p.s.",
                    "example",
                    "for example",
                    "e.g.",
                    "i.e.",
                    "todo",
                    "fixme",
                    "warning",
                    "tip",
                    "http",
                    "https",
                    "ftp",
                    "mailto",
                    "file",
                    "subject",
                    "date",
                    "time",
                    "location",
                    "duration",
                    "title",
                    "name",
                    "created on",
                    "created by",
                    "modified on",
                    "modified by",
                    "size",
                    "url",
                    "link",
                    "source",
                    "recorded",
                    "recording",
                    "transcribed by",
                    "transcript",
                    "summary",
                    "background",
                    "memo",
                    "participants",
                    "speakers",
                    "attendees",
                    "present",
                    "people",
                    "question",
                    "answer",
                    "page",
                    "version",
                    "step",
                    "figure",
                    "table",
                    "hint",
                    "important",
                    "caution",
                    "edit",
                    "update",
                    "re",
                    "fwd",
                    "cc",
                    "to",
                    "from");

    /// What could be a label, by the start of its line. `Speaker 1:12` is the label `Speaker 1:` with a note
    /// where that label is otherwise used.
    private final Map<Integer, Label> labels = new HashMap<>();

    private final Map<String, Integer> plain = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Label.Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Integer> firstLine = new LinkedHashMap<>();
    private final Set<String> longTurn = new HashSet<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();

    /// What no name looks like, how often and where first; what else is a speaker does not hang on it.
    private final Map<String, Integer> unlikely = new LinkedHashMap<>();

    private final Map<String, Integer> firstUnlikely = new HashMap<>();

    private final Set<String> taken;

    private Speakers(Set<String> taken) {
        this.taken = taken;
    }

    /// @param taken keys of labels that a person takes for speakers, likely or not
    static Speakers in(Paragraphs paragraphs, Set<String> taken) {
        Speakers speakers = new Speakers(taken);
        for (Paragraphs.Line line : paragraphs.lines()) {
            Labels.at(line)
                    .ifPresent(
                            l -> {
                                speakers.labels.put(line.start(), l);
                                if (l.shape() == Label.Shape.COLON) {
                                    speakers.plain.merge(l.key(), 1, Integer::sum);
                                }
                            });
        }
        for (Paragraphs.Line line : paragraphs.lines()) {
            Labels.noted(line.text())
                    .filter(l -> speakers.plain.getOrDefault(l.key(), 0) > 1)
                    .ifPresent(l -> speakers.labels.put(line.start(), l));
        }
        int number = 0;
        for (Paragraphs.Line line : paragraphs.lines()) {
            speakers.see(line, number++);
        }
        speakers.decide();
        return speakers;
    }

    /// The label of the line, if it names a speaker.
    Optional<Label> label(Paragraphs.Line line) {
        return find(line).filter(l -> accepted.contains(l.key()) && fits(l));
    }

    /// The speaker's name as first written.
    String name(Label label) {
        return names.getOrDefault(label.key(), label.name());
    }

    /// `interviewer` or `participant` where the label says so.
    static Optional<String> role(String name) {
        if (ASKS.matcher(name).matches()) {
            return Optional.of("interviewer");
        }
        return ANSWERS.matcher(name).matches() ? Optional.of("participant") : Optional.empty();
    }

    /// Names in the order they first speak.
    List<String> names() {
        return counts.keySet().stream()
                .filter(accepted::contains)
                .map(k -> names.getOrDefault(k, k))
                .toList();
    }

    /// What was found and what was not taken, for the preview.
    List<String> detected() {
        List<String> found = new ArrayList<>();
        List<String> once = new ArrayList<>();
        counts.forEach(
                (key, count) -> {
                    String name = names.getOrDefault(key, key);
                    if (accepted.contains(key)) {
                        found.add(counted(name, count, role(name).orElse("")));
                    } else if (shapes.get(key) != Label.Shape.BOLD) {
                        once.add("“" + name + "”");
                    }
                });
        List<String> sentences = new ArrayList<>();
        sentences.add(sentence(found));
        if (!once.isEmpty()) {
            int more = Math.max(0, once.size() - 10);
            sentences.add(
                    NOT_TAKEN
                            + String.join(", ", once.subList(0, once.size() - more))
                            + (more > 0 ? " and " + more + " more" : "")
                            + ".");
        }
        return sentences;
    }

    /// What was not taken, for a person to decide: also what no name looks like and yet recurs, last.
    List<Untaken> untaken(Paragraphs paragraphs) {
        List<String> keys = new ArrayList<>(counts.keySet());
        keys.removeIf(accepted::contains);
        keys.sort(
                Comparator.comparing((String key) -> shapes.get(key) == Label.Shape.BOLD)
                        .thenComparingInt(key -> -counts.getOrDefault(key, 0)));
        List<Untaken> labels = new ArrayList<>();
        for (String key : keys) {
            labels.add(
                    untaken(
                            paragraphs,
                            firstLine.getOrDefault(key, 0),
                            counts.getOrDefault(key, 0)));
        }
        unlikely.entrySet().stream()
                .filter(e -> e.getValue() > 1 && !counts.containsKey(e.getKey()))
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(
                        e ->
                                labels.add(
                                        untaken(
                                                paragraphs,
                                                firstUnlikely.getOrDefault(e.getKey(), 0),
                                                e.getValue())));
        return labels;
    }

    private Untaken untaken(Paragraphs paragraphs, int number, int times) {
        Label label = find(paragraphs.lines().get(number)).orElseThrow();
        return new Untaken(label.name(), times, words(paragraphs, number, label.end()));
    }

    /// The first words behind the label of a line; they may stand on a later line.
    private static String words(Paragraphs paragraphs, int number, int end) {
        List<Paragraphs.Line> lines = paragraphs.lines();
        String line = lines.get(number).text();
        String words = line.substring(Math.min(end, line.length())).strip();
        for (int i = number + 1; words.isEmpty() && i < lines.size(); i++) {
            words = lines.get(i).text().strip();
        }
        return Words.start(words, 90);
    }

    /// How the sentence about the speakers found begins.
    static final String FOUND = "Speakers: ";

    /// How the sentence about labels that were not taken begins.
    static final String NOT_TAKEN = "Not taken for speakers: ";

    static String sentence(List<String> found) {
        return FOUND
                + (found.isEmpty()
                        ? "none found; every paragraph is a turn of its own."
                        : String.join(", ", found) + ".");
    }

    static String counted(String name, int turns, String role) {
        return name
                + " ("
                + Words.counted(turns, "turn")
                + (role.isEmpty() ? "" : ", " + role)
                + ")";
    }

    private void see(Paragraphs.Line line, int number) {
        Matcher list = LIST.matcher(line.text());
        if (counts.size() < 10 && list.matches()) {
            for (String name : list.group(2).split("[,;、،]|\\band\\b")) {
                listed.add(Words.key(name.replaceAll("\\(.*?\\)", "")));
            }
            return;
        }
        Optional<Label> found = find(line);
        if (found.isEmpty()) {
            return;
        }
        Label label = found.get();
        String key = label.key();
        if (!plausible(label)) {
            unlikely.merge(key, 1, Integer::sum);
            firstUnlikely.putIfAbsent(key, number);
            if (!taken.contains(key)) {
                return;
            }
        }
        counts.merge(key, 1, Integer::sum);
        names.putIfAbsent(key, label.name());
        firstLine.putIfAbsent(key, number);
        shapes.merge(key, label.shape(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        String rest = line.text().substring(Math.min(label.end(), line.text().length()));
        if (Words.count(rest) >= 4) {
            longTurn.add(key);
        }
    }

    private Optional<Label> find(Paragraphs.Line line) {
        return Optional.ofNullable(labels.get(line.start()));
    }

    private void decide() {
        Map<Label.Shape, Boolean> any = new EnumMap<>(Label.Shape.class);
        int firstRecurring = Integer.MAX_VALUE;
        int recurring = 0;
        for (String key : counts.keySet()) {
            if (recurs(key) && !unlikely.containsKey(key)) {
                recurring++;
                any.put(shapes.get(key), true);
                firstRecurring = Math.min(firstRecurring, firstLine.getOrDefault(key, 0));
            }
        }
        boolean sure = any.containsKey(Label.Shape.TIMED) || any.containsKey(Label.Shape.COLON);
        for (String key : counts.keySet()) {
            if (taken.contains(key)) {
                accepted.add(key);
                continue;
            }
            Label.Shape shape = shapes.get(key);
            boolean weak = shape == Label.Shape.BRACKET || shape == Label.Shape.BOLD;
            if (weak && sure) {
                continue;
            }
            // “Interviewer: WJ” at the head of a conversation that two others hold is no turn.
            boolean header =
                    recurring > 1
                            && firstLine.getOrDefault(key, 0) < firstRecurring
                            && !longTurn.contains(key);
            boolean role = isRole(key) && !header;
            if (recurs(key) || listed.contains(key) || role) {
                accepted.add(key);
            }
        }
    }

    private boolean fits(Label label) {
        Label.Shape usual = shapes.get(label.key());
        boolean weak = label.shape() == Label.Shape.BRACKET || label.shape() == Label.Shape.BOLD;
        return !weak || usual == label.shape();
    }

    private boolean recurs(String key) {
        int count = counts.getOrDefault(key, 0);
        String name = names.getOrDefault(key, key);
        boolean weak = Character.isLowerCase(name.codePointAt(0)) && !isRole(key);
        return count >= (weak ? 3 : 2);
    }

    private static boolean isRole(String key) {
        Matcher m = ROLE.matcher(key);
        return m.matches() && !(BARE.contains(m.group(1)) && m.group(2) == null);
    }

    private static boolean plausible(Label label) {
        String name = label.name();
        String key = label.key();
        if (name.codePoints().noneMatch(Character::isLetter)
                || NEVER.contains(key)
                || TranscriberMarks.isMark(name)
                || name.endsWith("(")) {
            return false;
        }
        if (ROLE.matcher(key).matches()) {
            return true;
        }
        String[] words = name.split(" ");
        if (words.length > 5) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            String word = words[i].replaceAll("^[^\\p{L}\\p{N}]+", "");
            boolean lower = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
            boolean particle = PARTICLES.contains(word.toLowerCase(Locale.ROOT));
            boolean phrase = words.length > 1 && !particle;
            if (lower && (phrase || label.shape().compareTo(Label.Shape.COLON) > 0)) {
                return false;
            }
        }
        return true;
    }
}
