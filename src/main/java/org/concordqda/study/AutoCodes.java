package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.Coding;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Span;
import org.concordqda.model.Turn;
import org.concordqda.store.Journal;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Coding by rule: passages that words, a pattern, a speaker or a label pick out are shown first and then
/// coded as one act, which one undo takes back. Any thread.
public final class AutoCodes {
    /// More passages than this are a mistake of the rule; the person is asked to narrow it.
    public static final int MOST = 20_000;

    private static final int CONTEXT = 60;

    private final Study study;

    public AutoCodes(Study study) {
        this.study = study;
    }

    /// How much is coded around what was found.
    public enum Reach {
        /// The words themselves.
        WORDS,
        /// The sentence they stand in.
        SENTENCE,
        /// The turn or comment they stand in.
        TURN
    }

    /// What to look for; an empty rule picks out nothing.
    ///
    /// @param words words or pattern; "" takes whole turns
    /// @param pattern whether `words` is a regular expression
    /// @param speaker only turns of this speaker or role, or ""
    /// @param label only sources with this label, or ""
    /// @param reach how much is coded
    /// @param only only this source, or all
    public record Rule(
            String words,
            boolean pattern,
            String speaker,
            String label,
            Reach reach,
            Optional<SourceId> only) {}

    /// A passage that a rule picked out, in UTF-16 code units, with what stands around it.
    public record Passage(
            SourceId source, int start, int end, String quote, String before, String after) {
        /// A passage whose surroundings nobody will look at.
        public Passage(SourceId source, int start, int end, String quote) {
            this(source, start, end, quote, "", "");
        }
    }

    /// The passages a rule picks out, each once, in the order of the sources.
    ///
    /// @throws ConcordException when the pattern is not one or takes too long, or the rule picks out far too
    ///     much
    public List<Passage> find(Rule rule, Progress progress) {
        if (rule.words().isBlank() && rule.speaker().isBlank() && rule.label().isBlank()) {
            return List.of();
        }
        Pattern pattern = compile(rule);
        Map<SourceId, Map<String, String>> attributes =
                rule.label().isBlank() ? Map.of() : study.sources().attributes();
        List<Source> sources =
                study.sources().list().stream()
                        .filter(s -> rule.only().isEmpty() || rule.only().get().equals(s.id()))
                        .filter(s -> labelled(rule, attributes.getOrDefault(s.id(), Map.of())))
                        .toList();
        List<Passage> found = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            progress.check();
            progress.report((double) i / sources.size(), source.title());
            study.sources()
                    .text(source.id())
                    .ifPresent(text -> find(rule, pattern, source, text, found, progress));
            if (found.size() > MOST) {
                throw new ConcordException(
                        "This rule picks out more than "
                                + Words.number(MOST)
                                + " passages; narrow it. Nothing was coded.");
            }
        }
        return found;
    }

    /// The passages around words found, each once.
    public List<Passage> around(List<Finder.Found> hits, Reach reach) {
        Set<List<Object>> seen = new HashSet<>();
        List<Passage> passages = new ArrayList<>();
        for (Finder.Found hit : hits) {
            SourceText text = hit.source().flatMap(study.sources()::text).orElse(null);
            if (text == null || hit.end() <= hit.start()) {
                continue;
            }
            Optional<Turn> turn =
                    study.sources().turns(text.id()).stream()
                            .filter(t -> t.body().start() <= hit.start())
                            .filter(t -> t.body().end() >= hit.end())
                            .findFirst();
            int[] at =
                    turn.map(
                                    t ->
                                            new Surroundings(reach, text.text(), t)
                                                    .around(hit.start(), hit.end()))
                            .orElseGet(() -> new int[] {hit.start(), hit.end()});
            // Two hits in one sentence are one passage.
            if (seen.add(List.of(text.id(), at[0], at[1]))) {
                add(passages, text, at[0], at[1]);
            }
        }
        return passages;
    }

    private static boolean labelled(Rule rule, Map<String, String> attributes) {
        return rule.label().isBlank()
                || Arrays.stream(attributes.getOrDefault("labels", "").split("[,;]"))
                        .anyMatch(l -> l.strip().equalsIgnoreCase(rule.label().strip()));
    }

    private static Pattern compile(Rule rule) {
        try {
            return Pattern.compile(
                    rule.pattern() ? rule.words() : Pattern.quote(rule.words().strip()),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new ConcordException(
                    "“"
                            + Words.start(rule.words(), 80)
                            + "” is not a regular expression: "
                            + e.getDescription()
                            + (e.getIndex() >= 0 ? ", at character " + (e.getIndex() + 1) : "")
                            + ". Nothing was coded.",
                    e);
        } catch (StackOverflowError deep) {
            throw new ConcordException(
                    "This regular expression is nested too deeply. Nothing was coded.", deep);
        }
    }

    private void find(
            Rule rule,
            Pattern pattern,
            Source source,
            SourceText text,
            List<Passage> into,
            Progress progress) {
        String wanted = rule.speaker().strip();
        for (Turn turn : study.sources().turns(text.id())) {
            boolean theirs =
                    wanted.isEmpty()
                            || turn.speaker().filter(wanted::equalsIgnoreCase).isPresent()
                            || turn.role().filter(wanted::equalsIgnoreCase).isPresent();
            if (!theirs || turn.body().length() == 0) {
                continue;
            }
            if (rule.words().isBlank()) {
                add(into, text, turn.body().start(), turn.body().end());
                continue;
            }
            // Plain words cannot take long; a pattern can, for ever.
            CharSequence searched =
                    rule.pattern()
                            ? new BoundedText(text.text(), source.title(), progress)
                            : text.text();
            try {
                matches(rule, pattern.matcher(searched), turn, text, into, progress);
            } catch (StackOverflowError deep) {
                throw BoundedText.tooMuch(source.title());
            }
        }
    }

    private static void matches(
            Rule rule,
            Matcher hits,
            Turn turn,
            SourceText text,
            List<Passage> into,
            Progress progress) {
        hits.region(turn.body().start(), turn.body().end());
        Surroundings surroundings = new Surroundings(rule.reach(), text.text(), turn);
        int last = -1;
        for (int looks = 0; hits.find() && into.size() <= MOST; looks++) {
            if (looks % 256 == 0) {
                progress.check();
            }
            if (hits.end() == hits.start() || hits.start() < last) {
                continue;
            }
            int[] around = surroundings.around(hits.start(), hits.end());
            add(into, text, around[0], around[1]);
            last = around[1];
        }
    }

    private static void add(List<Passage> into, SourceText source, int start, int end) {
        String text = source.text();
        into.add(
                new Passage(
                        source.source(),
                        start,
                        end,
                        text.substring(start, end),
                        text.substring(whole(text, Math.max(0, start - CONTEXT)), start),
                        text.substring(end, whole(text, Math.min(text.length(), end + CONTEXT)))));
    }

    /// The position, or the one before it where it would split a surrogate pair.
    private static int whole(String text, int at) {
        boolean inside =
                at > 0
                        && at < text.length()
                        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return inside ? at - 1 : at;
    }

    /// Codes passages as one act that nobody waits for.
    public int apply(RoundId round, List<Passage> passages, CodeId code) {
        return apply(round, passages, code, Progress.NONE);
    }

    /// Codes passages as one act; those that have this code from this coder in this round already are left
    /// alone. Work on the coder's sources among them is begun. Cancelled, nothing is coded.
    ///
    /// @return how many were coded
    public int apply(RoundId round, List<Passage> passages, CodeId code, Progress progress) {
        CoderId actor = study.actor();
        study.rounds().changeable(round);
        study.codings().live(code);
        Map<SourceId, Set<Span>> coded = new HashMap<>();
        Map<SourceId, Positions> positions = new HashMap<>();
        Map<SourceId, SourceText> texts = new HashMap<>();
        record Fresh(SourceText text, Span span) {}
        List<Fresh> fresh = new ArrayList<>();
        for (Passage p : passages) {
            progress.check();
            SourceText text =
                    texts.computeIfAbsent(
                            p.source(),
                            id ->
                                    study.sources()
                                            .text(id)
                                            .orElseThrow(
                                                    () ->
                                                            new ConcordException(
                                                                    "A source was taken away since"
                                                                            + " the preview; nothing"
                                                                            + " was coded.")));
            Positions at = positions.computeIfAbsent(p.source(), id -> new Positions(text.text()));
            if (p.end() > text.text().length() || !text.text().startsWith(p.quote(), p.start())) {
                throw new ConcordException(
                        "A text was changed since the preview; nothing was coded. Look again.");
            }
            Span span = at.span(at.snap(p.start()), at.snap(p.end()));
            if (coded.computeIfAbsent(p.source(), id -> coded(id, round, code, actor)).add(span)) {
                fresh.add(new Fresh(text, span));
            }
        }
        if (fresh.isEmpty()) {
            return 0;
        }
        Set<SourceId> reached = new LinkedHashSet<>();
        fresh.forEach(f -> reached.add(f.text().source()));
        String name = study.codebooks().name(code);
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        actor,
                                        "coding.auto",
                                        "code " + fresh.size() + " passages “" + name + "”")
                                .with(Map.of("passages", fresh.size()))
                                .in(round),
                        tx -> {
                            Assignments.begin(tx, round, reached, actor);
                            for (int i = 0; i < fresh.size(); i++) {
                                progress.check();
                                if (i % 100 == 0) {
                                    progress.report((double) i / fresh.size(), name);
                                }
                                Fresh f = fresh.get(i);
                                study.codings()
                                        .insert(tx, round, actor, f.text(), f.span(), code, "");
                            }
                            return fresh.size();
                        });
    }

    private Set<Span> coded(SourceId source, RoundId round, CodeId code, CoderId actor) {
        Set<Span> spans = new HashSet<>();
        for (Coding c : study.codings().of(source)) {
            if (c.code().equals(code) && c.coder().equals(actor) && c.round().equals(round)) {
                spans.add(c.span());
            }
        }
        return spans;
    }
}
