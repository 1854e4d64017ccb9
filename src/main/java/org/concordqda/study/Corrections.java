package org.concordqda.study;

import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Corrected;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.CorrectionPlan.Change;
import org.concordqda.model.CorrectionPlan.Part;
import org.concordqda.model.CorrectionPlan.Sample;
import org.concordqda.model.Edit;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.store.Journal;
import org.concordqda.text.Occurrences;
import org.concordqda.text.Positions;
import org.concordqda.text.TextChange;
import org.concordqda.text.TextDiff;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Corrects texts: a misheard word, a name to mask. The old text stays as a version, every coding and piece
/// of evidence moves along, those whose own words change wait in [Doubts]; one act, which undo takes back to
/// the letter. First a plan is made and shown, then it is carried out. Any thread.
///
/// Words that were replaced are not named in the journal: its phrases go into reports, and what was masked
/// must not.
public final class Corrections {
    private static final int SAMPLES = 20;
    private static final int SHOWN = 200;
    private static final int CONTEXT = 40;

    private final Study study;

    public Corrections(Study study) {
        this.study = study;
    }

    /// What to replace.
    ///
    /// @param find the words as they stand
    /// @param fresh what stands there afterwards; may be empty
    /// @param word only where they are whole words
    /// @param anyCase capitals and small letters alike
    /// @param only only in this source, or in all
    public record Replacement(
            String find, String fresh, boolean word, boolean anyCase, Optional<SourceId> only) {
        /// Where the words stand.
        Occurrences occurrences() {
            return new Occurrences(clean(find), word, anyCase);
        }
    }

    /// One version of a text: when and how it came.
    ///
    /// @param text the version
    /// @param origin `import` or `correction`
    /// @param at when it was stored, ISO 8601, UTC
    /// @param coder who stored it
    /// @param words what the act was called
    public record TextVersion(
            SourceText text, String origin, String at, String coder, String words) {}

    /// Plans to put other words in the place of a stretch of a source's current text.
    ///
    /// @param start first UTF-16 position; snapped so that no character is split
    /// @param end position after the last; equal to `start` puts words in
    public CorrectionPlan edit(SourceText text, int start, int end, String fresh) {
        if (start < 0 || end < start || end > text.text().length()) {
            throw new ConcordException("That passage is outside the text; nothing was corrected.");
        }
        Positions positions = new Positions(text.text());
        int first = positions.snap(start);
        int last = positions.snap(end) < end ? positions.snap(end) + 2 : end;
        int from = first;
        while (TextDiff.cutsWord(text.text(), from)) {
            from -= Character.charCount(text.text().codePointBefore(from));
        }
        int to = last;
        while (TextDiff.cutsWord(text.text(), to)) {
            to += Character.charCount(text.text().codePointAt(to));
        }
        String now =
                text.text().substring(from, first) + clean(fresh) + text.text().substring(last, to);
        int shift = from;
        List<Edit> edits =
                TextDiff.edits(text.text().substring(from, to), now).stream()
                        .map(e -> new Edit(e.start() + shift, e.end() + shift, e.text()))
                        .toList();
        Source source = study.sources().get(text.source());
        String unit = "line " + line(text.text(), from) + " of " + source.key();
        return plan(List.of(part(source, text, edits)), unit, List.of(text));
    }

    /// Plans to give a source a whole new text.
    public CorrectionPlan whole(SourceText text, String fresh) {
        Source source = study.sources().get(text.source());
        List<Edit> edits = TextDiff.edits(text.text(), clean(fresh));
        return plan(List.of(part(source, text, edits)), source.key(), List.of(text));
    }

    /// Plans to replace words wherever they stand.
    public CorrectionPlan replace(Replacement wanted, Progress progress) {
        if (wanted.find().isEmpty()) {
            throw new ConcordException("Say which words to replace; nothing was changed.");
        }
        String fresh = clean(wanted.fresh());
        Occurrences occurrences = wanted.occurrences();
        List<Source> sources = sources(study, wanted);
        List<Part> parts = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        int codings = 0;
        int doubtful = 0;
        for (int i = 0; i < sources.size(); i++) {
            if (i % 64 == 0) {
                progress.check();
                progress.report(
                        (double) i / sources.size(),
                        Words.number(i) + " of " + Words.number(sources.size()));
            }
            Source source = sources.get(i);
            Optional<SourceText> text = study.sources().text(source.id());
            List<Edit> edits =
                    text.isEmpty() ? List.of() : edits(occurrences, text.get().text(), fresh);
            if (edits.isEmpty()) {
                continue;
            }
            Part part = part(source, text.get(), edits);
            CorrectionPlan one = plan(List.of(part), "", List.of(text.get()));
            parts.add(part);
            codings += one.codings();
            doubtful += one.doubtful();
            if (changes.size() < SHOWN) {
                changes.addAll(one.changes());
            }
        }
        return new CorrectionPlan(
                parts,
                codings,
                doubtful,
                changes.subList(0, Math.min(SHOWN, changes.size())),
                parts.isEmpty() ? "" : place(parts.getFirst()));
    }

    private static String place(Part part) {
        return "line " + part.samples().getFirst().line() + " of " + part.key();
    }

    /// Carries a plan out, as one act.
    ///
    /// @throws ConcordException when a text is another by now, or nothing of it would be left; nothing changed
    public Corrected apply(CorrectionPlan plan, Progress progress) {
        if (plan.places() == 0) {
            return new Corrected(0, 0, 0, 0);
        }
        String say =
                plan.parts().size() == 1 && plan.places() == 1
                        ? "correct " + plan.unit()
                        : "correct "
                                + Words.counted(plan.places(), "place")
                                + " in "
                                + (plan.parts().size() == 1
                                        ? plan.parts().getFirst().key()
                                        : Words.counted(plan.parts().size(), "source"));
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(study.actor(), "text.correct", say)
                                .with(Map.of("sources", keys(plan))),
                        tx -> {
                            CorrectionWriter writer = new CorrectionWriter(tx, study.viewer());
                            int done = 0;
                            for (Part part : plan.parts()) {
                                progress.check();
                                progress.report(
                                        (double) done / plan.parts().size(),
                                        Words.number(done)
                                                + " of "
                                                + Words.number(plan.parts().size()));
                                done++;
                                CorrectionWriter.Stored old =
                                        CorrectionWriter.current(tx, part.source().value())
                                                .filter(t -> t.id() == part.text().value())
                                                .orElseThrow(() -> changed(part));
                                TextChange change = new TextChange(old.text(), part.edits());
                                if (change.after().isEmpty()) {
                                    throw new ConcordException(
                                            "Nothing would be left of "
                                                    + part.key()
                                                    + "; remove the source instead. Nothing was"
                                                    + " changed.");
                                }
                                writer.correct(old, change);
                            }
                            return new Corrected(
                                    plan.parts().size(),
                                    plan.places(),
                                    writer.moved(),
                                    writer.doubtful());
                        });
    }

    /// Every version of a source's text, the newest first.
    public List<TextVersion> versions(SourceId source) {
        return study.file()
                .read()
                .list(
                        "SELECT t.id, t.version, t.text, t.sha256, t.origin, e.at, coalesce(k.name,"
                                + " ''), e.words FROM source_text t JOIN entry e ON e.id = t.made_by"
                                + " LEFT JOIN coder k ON k.id = e.coder WHERE t.source = ? ORDER BY"
                                + " t.version DESC",
                        row ->
                                new TextVersion(
                                        new SourceText(
                                                new org.concordqda.model.TextId(row.number(1)),
                                                source,
                                                row.integer(2),
                                                row.text(3),
                                                row.text(4)),
                                        row.text(5),
                                        row.text(6),
                                        row.text(7),
                                        Journal.say(row.text(8))),
                        source.value());
    }

    /// What changed from one version to another, each place in its context.
    public static List<Sample> difference(String old, String fresh) {
        return samples(old, TextDiff.edits(old, fresh), Integer.MAX_VALUE);
    }

    private CorrectionPlan plan(List<Part> parts, String unit, List<SourceText> texts) {
        int codings = 0;
        int doubtful = 0;
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            SourceText text = texts.get(i);
            TextChange change = new TextChange(text.text(), part.edits());
            if (change.after().isEmpty() || part.edits().isEmpty()) {
                continue;
            }
            List<SpanMoves.Move> moves =
                    new SpanMoves(
                                    study.file().read(),
                                    text.id().value(),
                                    change,
                                    new Positions(change.after()))
                            .all(study.viewer());
            for (SpanMoves.Move move : moves) {
                if (move.visible() && move.doubtful()) {
                    doubtful++;
                    if (changes.size() < SHOWN) {
                        changes.add(
                                new Change(
                                        part.source(),
                                        move.was().quote(),
                                        move.now().quote(),
                                        move.vanished()));
                    }
                } else if (move.visible()) {
                    codings++;
                }
            }
        }
        return new CorrectionPlan(parts, codings, doubtful, changes, unit);
    }

    private static Part part(Source source, SourceText text, List<Edit> edits) {
        return new Part(
                source.id(), source.key(), text.id(), edits, samples(text.text(), edits, SAMPLES));
    }

    static List<Source> sources(Study study, Replacement wanted) {
        return wanted.only()
                .map(id -> List.of(study.sources().get(id)))
                .orElseGet(() -> study.sources().list());
    }

    private static List<Edit> edits(Occurrences occurrences, String text, String fresh) {
        return occurrences.in(text).stream()
                .filter(p -> !text.substring(p.start(), p.end()).equals(fresh))
                .map(p -> new Edit(p.start(), p.end(), fresh))
                .toList();
    }

    private static List<Sample> samples(String text, List<Edit> edits, int most) {
        List<Sample> samples = new ArrayList<>();
        int line = 1;
        int counted = 0;
        for (Edit e : edits.subList(0, Math.min(most, edits.size()))) {
            line += lines(text, counted, e.start());
            counted = e.start();
            int left = Math.max(e.start() - CONTEXT, text.lastIndexOf('\n', e.start() - 1) + 1);
            int newline = text.indexOf('\n', e.end());
            int right = Math.min(e.end() + CONTEXT, newline < 0 ? text.length() : newline);
            samples.add(
                    new Sample(
                            line,
                            text.substring(whole(text, left), e.start()),
                            text.substring(e.start(), e.end()),
                            e.text(),
                            text.substring(e.end(), whole(text, right))));
        }
        return samples;
    }

    private static int whole(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }

    private static int line(String text, int at) {
        return 1 + lines(text, 0, at);
    }

    private static int lines(String text, int from, int to) {
        int lines = 0;
        for (int at = text.indexOf('\n', from);
                at >= 0 && at < to;
                at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return lines;
    }

    /// Text from a person in the one form texts have: LF line ends; halves of characters, as they arrive while
    /// one is being typed, are left out.
    private static String clean(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static List<String> keys(CorrectionPlan plan) {
        return plan.parts().stream().limit(20).map(Part::key).toList();
    }

    private static ConcordException changed(Part part) {
        return new ConcordException(
                "The text of "
                        + part.key()
                        + " has been corrected since you looked; look again. Nothing was changed.");
    }
}
