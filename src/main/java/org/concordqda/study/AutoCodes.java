package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.concordqda.store.Journal;
import org.concordqda.text.Positions;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Coding by rule: passages that words, a pattern or a speaker pick out are shown first and then coded as
/// one act, which one undo takes back. Any thread.
public final class AutoCodes {
    /// More passages than this are a mistake of the rule; the person is asked to narrow it.
    public static final int MOST = 20_000;

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

    /// What to look for.
    ///
    /// @param words words or pattern; "" takes whole turns (with a speaker)
    /// @param pattern whether `words` is a regular expression
    /// @param speaker only turns of this speaker or role, or ""
    /// @param reach how much is coded
    /// @param only only this source, or all
    public record Rule(
            String words, boolean pattern, String speaker, Reach reach, Optional<SourceId> only) {}

    /// A passage that a rule picked out, in UTF-16 code units.
    public record Passage(SourceId source, int start, int end, String quote) {}

    /// The passages a rule picks out, each once.
    ///
    /// @throws ConcordException when the pattern is not one, or the rule picks out far too much
    public List<Passage> find(Rule rule, Progress progress) {
        if (rule.words().isBlank() && rule.speaker().isBlank()) {
            return List.of();
        }
        Pattern pattern = compile(rule);
        List<Passage> found = new ArrayList<>();
        List<Source> sources =
                study.sources().list().stream()
                        .filter(s -> rule.only().isEmpty() || rule.only().get().equals(s.id()))
                        .toList();
        for (int i = 0; i < sources.size(); i++) {
            progress.check();
            progress.report((double) i / sources.size(), sources.get(i).title());
            study.sources()
                    .text(sources.get(i).id())
                    .ifPresent(text -> find(rule, pattern, text, found));
            if (found.size() > MOST) {
                throw new ConcordException(
                        "This rule picks out more than "
                                + MOST
                                + " passages; narrow it. Nothing was coded.");
            }
        }
        return found;
    }

    private static Pattern compile(Rule rule) {
        try {
            return Pattern.compile(
                    rule.pattern() ? rule.words() : Pattern.quote(rule.words()),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw new ConcordException(
                    "“" + rule.words() + "” is not a pattern: " + e.getDescription() + ".", e);
        }
    }

    private void find(Rule rule, Pattern pattern, SourceText text, List<Passage> into) {
        for (Turn turn : study.sources().turns(text.id())) {
            String who = turn.speaker().orElse("") + "\n" + turn.role().orElse("");
            boolean theirs =
                    rule.speaker().isBlank()
                            || who.toLowerCase(Locale.ROOT)
                                    .lines()
                                    .anyMatch(
                                            rule.speaker().strip().toLowerCase(Locale.ROOT)
                                                    ::equals);
            if (!theirs || turn.body().length() == 0) {
                continue;
            }
            if (rule.words().isBlank()) {
                add(into, text, turn.body().start(), turn.body().end());
                continue;
            }
            Matcher hits =
                    pattern.matcher(text.text()).region(turn.body().start(), turn.body().end());
            int last = -1;
            while (hits.find() && into.size() <= MOST) {
                if (hits.end() == hits.start() || hits.start() < last) {
                    continue;
                }
                int[] around = around(rule.reach(), text.text(), turn, hits.start(), hits.end());
                add(into, text, around[0], around[1]);
                last = around[1];
            }
        }
    }

    private static int[] around(Reach reach, String text, Turn turn, int start, int end) {
        return switch (reach) {
            case WORDS -> new int[] {start, end};
            case TURN -> new int[] {turn.body().start(), turn.body().end()};
            case SENTENCE -> {
                int from = turn.body().start();
                BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
                sentences.setText(text.substring(from, turn.body().end()));
                int first =
                        sentences.isBoundary(start - from)
                                ? start - from
                                : sentences.preceding(start - from);
                int last = sentences.following(Math.max(start, end - 1) - from);
                int stop = from + last;
                while (stop > end && Character.isWhitespace(text.charAt(stop - 1))) {
                    stop--;
                }
                yield new int[] {from + Math.max(0, first), stop};
            }
        };
    }

    private static void add(List<Passage> into, SourceText text, int start, int end) {
        into.add(new Passage(text.source(), start, end, text.text().substring(start, end)));
    }

    /// Codes passages as one act; those that have this code from this coder already are left alone.
    ///
    /// @return how many were coded
    public int apply(RoundId round, List<Passage> passages, CodeId code) {
        CoderId actor = study.actor();
        Map<SourceId, Set<List<Integer>>> there = new HashMap<>();
        List<Passage> fresh =
                passages.stream()
                        .filter(
                                p ->
                                        there.computeIfAbsent(
                                                        p.source(), s -> coded(s, code, actor))
                                                .add(List.of(p.start(), p.end())))
                        .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                        actor,
                                        "coding.auto",
                                        "code "
                                                + fresh.size()
                                                + " passages “"
                                                + study.codebooks().name(code)
                                                + "”")
                                .with(Map.of("passages", fresh.size()))
                                .in(round),
                        tx -> {
                            SourceText text = null;
                            Positions positions = new Positions("");
                            for (Passage p : fresh) {
                                if (text == null || !text.source().equals(p.source())) {
                                    text = study.sources().text(p.source()).orElseThrow();
                                    positions = new Positions(text.text());
                                }
                                study.codings()
                                        .insert(
                                                tx,
                                                round,
                                                actor,
                                                text,
                                                positions.span(
                                                        positions.snap(p.start()),
                                                        positions.snap(p.end())),
                                                code,
                                                "");
                            }
                            return fresh.size();
                        });
    }

    /// The places in a source that have this code from this coder.
    private Set<List<Integer>> coded(SourceId source, CodeId code, CoderId actor) {
        return study.codings().of(source).stream()
                .filter(c -> c.code().equals(code) && c.coder().equals(actor))
                .map(c -> List.of(c.span().start(), c.span().end()))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
