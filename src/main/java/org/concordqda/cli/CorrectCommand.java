package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Corrected;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.CorrectionPlan.Change;
import org.concordqda.model.CorrectionPlan.Part;
import org.concordqda.model.CorrectionPlan.Sample;
import org.concordqda.model.Doubt;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.study.Corrections;
import org.concordqda.study.Corrections.Replacement;
import org.concordqda.study.Corrections.TextVersion;
import org.concordqda.study.Doubts;
import org.concordqda.study.Remaining;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Command(
        name = "correct",
        description =
                "Correct texts: every coding moves along; those whose own words change are listed.",
        mixinStandardHelpOptions = true)
final class CorrectCommand extends StudyCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "Which source, by key or by a part of it that only one has.")
    private @Nullable String source;

    @Option(names = "--at", paramLabel = "LINE", description = "Only this line, counted from 1.")
    private @Nullable Integer at;

    @Option(
            names = "--find",
            paramLabel = "TEXT",
            description = "The words to replace; with --at and without --find, the whole line.")
    private @Nullable String find;

    @Option(names = "--replace", paramLabel = "TEXT", description = "What stands there afterwards.")
    private @Nullable String replace;

    @Option(names = "--all", description = "Every place of the source, not the only one.")
    private boolean all;

    @Option(names = "--word", description = "Only where the words are whole words.")
    private boolean word;

    @Option(names = "--any-case", description = "Capitals and small letters alike.")
    private boolean anyCase;

    @Option(names = "--everywhere", description = "Every place of every source, as one act.")
    private boolean everywhere;

    @Option(names = "--dry-run", description = "Say what would change; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--doubtful",
            description = "List the codings to look at after corrections; changes nothing.")
    private boolean doubtful;

    @Option(names = "--accept", description = "With --doubtful: accept your own as they are now.")
    private boolean accept;

    @Option(names = "--versions", description = "List the versions of the source's text.")
    private boolean versions;

    @Override
    int run(Study open) {
        if (doubtful) {
            return doubtful(open);
        }
        if (versions) {
            return versions(open);
        }
        if (replace == null) {
            throw usage("Say what stands there afterwards with --replace TEXT.");
        }
        CorrectionPlan plan = plan(open, new Corrections(open), replace);
        if (plan.places() == 0) {
            throw new ConcordException(
                    find == null
                            ? "The text is so already; nothing was changed."
                            : "“" + find + "” does not stand there; nothing was changed.");
        }
        if (dryRun) {
            print(plan);
        } else {
            print(new Corrections(open).apply(plan, Progress.NONE));
        }
        printRemains(open, replace);
        return 0;
    }

    private CorrectionPlan plan(Study open, Corrections corrections, String fresh) {
        if (everywhere) {
            if (find == null || source != null || at != null) {
                throw usage("--everywhere needs --find TEXT and takes no source and no line.");
            }
            return corrections.replace(wanted(find, fresh, Optional.empty()), Progress.NONE);
        }
        Source in = source(open);
        SourceText text = text(open, in);
        if (at != null) {
            int[] line = line(text.text(), at, in.key());
            if (find == null) {
                return corrections.edit(text, line[0], line[1], fresh);
            }
            int place = text.text().indexOf(find, line[0]);
            if (place < 0 || place + find.length() > line[1]) {
                throw new ConcordException(
                        "“" + find + "” does not stand in line " + at + "; nothing was changed.");
            }
            return corrections.edit(text, place, place + find.length(), fresh);
        }
        if (find == null) {
            throw usage("Say where with --at LINE, or which words with --find TEXT.");
        }
        CorrectionPlan plan =
                corrections.replace(wanted(find, fresh, Optional.of(in.id())), Progress.NONE);
        if (!all && plan.places() > 1) {
            throw new ConcordException(
                    "“"
                            + find
                            + "” stands at "
                            + plan.places()
                            + " places of "
                            + in.key()
                            + " (first in line "
                            + plan.parts().getFirst().samples().getFirst().line()
                            + "); say --all for all of them, or --at LINE for one. Nothing was"
                            + " changed.");
        }
        return plan;
    }

    private Replacement wanted(String words, String fresh, Optional<SourceId> only) {
        return new Replacement(words, fresh, word, anyCase, only);
    }

    /// Says what a replacement everywhere leaves: a name may stand in other letters too.
    private void printRemains(Study open, String fresh) {
        if (everywhere && find != null && !json()) {
            String say =
                    Remaining.say(
                            new Remaining(open)
                                    .after(wanted(find, fresh, Optional.empty()), Progress.NONE));
            if (!say.isEmpty()) {
                out().println(say);
            }
        }
    }

    private static SourceText text(Study open, Source in) {
        return open.sources()
                .text(in.id())
                .orElseThrow(() -> new ConcordException(in.key() + " has no text to correct."));
    }

    private Source source(Study open) {
        String wanted = source;
        if (wanted == null) {
            throw usage("Say which source, or --everywhere.");
        }
        Optional<Source> exact = open.sources().byKey(wanted);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Source> some =
                open.sources().list().stream().filter(s -> s.key().contains(wanted)).toList();
        if (some.size() != 1) {
            throw new ConcordException(
                    some.isEmpty()
                            ? "There is no source “" + wanted + "” in this study."
                            : "“"
                                    + wanted
                                    + "” fits "
                                    + some.size()
                                    + " sources; give the whole key.");
        }
        return some.getFirst();
    }

    private static int[] line(String text, int wanted, String key) {
        int start = 0;
        for (int line = 1; line < wanted; line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                throw new ConcordException(
                        key + " has only " + line + " lines; nothing was changed.");
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return new int[] {start, end < 0 ? text.length() : end};
    }

    private void print(CorrectionPlan plan) {
        if (json()) {
            JsonOut.print(out(), plan);
            return;
        }
        out().printf(
                        "%s in %s would change; %s would move, %d would be to look at.%n",
                        Words.counted(plan.places(), "place"),
                        Words.counted(plan.parts().size(), "source"),
                        Words.counted(plan.codings(), "coding"),
                        plan.doubtful());
        for (Part part : plan.parts()) {
            for (Sample s : part.samples()) {
                out().printf(
                                "%s, line %d: %s[-%s-]{+%s+}%s%n",
                                part.key(), s.line(), s.before(), s.old(), s.fresh(), s.after());
            }
            int more = part.edits().size() - part.samples().size();
            if (more > 0) {
                out().printf("%s: %d more%n", part.key(), more);
            }
        }
        for (Change c : plan.changes()) {
            out().printf("to look at: “%s” → “%s”%n", oneLine(c.old()), oneLine(c.fresh()));
        }
    }

    private void print(Corrected done) {
        if (json()) {
            JsonOut.print(out(), done);
            return;
        }
        out().printf(
                        "%s in %s corrected; %s moved along.%n",
                        Words.counted(done.places(), "place"),
                        Words.counted(done.sources(), "source"),
                        Words.counted(done.codings(), "passage"));
        if (done.doubtful() > 0) {
            out().printf(
                            "%s other words now: see concord correct STUDY --doubtful.%n",
                            Words.counted(done.doubtful(), "of them has", "of them have"));
        }
    }

    private int doubtful(Study open) {
        Doubts doubts = new Doubts(open);
        Optional<SourceId> only =
                source == null ? Optional.empty() : Optional.of(source(open).id());
        List<Doubt> list = doubts.list(only);
        if (accept) {
            List<Doubt> mine = list.stream().filter(Doubt::mine).toList();
            doubts.accept(mine);
            out().printf("%d accepted.%n", mine.size());
            return 0;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Doubt d : list) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("source", open.sources().get(d.source()).key());
            row.put("coder", open.coders().get(d.coder()).name());
            row.put("what", d.name());
            row.put("why", Words.of(d.why()));
            row.put("old", d.old());
            row.put("new", d.quote());
            row.put("start", d.now().startCp());
            row.put("end", d.now().endCp());
            rows.add(row);
        }
        if (json()) {
            JsonOut.print(out(), rows);
        } else if (rows.isEmpty()) {
            out().println("Nothing waits to be looked at.");
        } else {
            for (int i = 0; i < rows.size(); i++) {
                Map<String, Object> row = rows.get(i);
                out().printf(
                                "%s · %s · %s (%s)%n  was: %s%n  now: %s%n",
                                row.get("source"),
                                row.get("coder"),
                                row.get("what"),
                                why(list.get(i).why()),
                                oneLine(list.get(i).old()),
                                oneLine(list.get(i).quote()));
            }
        }
        return 0;
    }

    private static String why(Doubt.Why why) {
        return switch (why) {
            case CHANGED -> "its words changed";
            case VANISHED -> "its words are gone; it stands at the nearest word";
            case EARLIER -> "it was made on an earlier version of the text";
        };
    }

    private int versions(Study open) {
        List<TextVersion> found = new Corrections(open).versions(source(open).id());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            TextVersion v = found.get(i);
            List<Sample> changes =
                    i + 1 < found.size()
                            ? Corrections.difference(
                                    found.get(i + 1).text().text(), v.text().text())
                            : List.of();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("version", v.text().version());
            row.put("at", v.at());
            row.put("coder", v.coder());
            row.put("what", v.words());
            row.put("changes", changes);
            rows.add(row);
            if (!json()) {
                out().printf(
                                "version %d · %s · %s · %s%n",
                                v.text().version(), v.at(), v.coder(), v.words());
                for (Sample s : changes.subList(0, Math.min(20, changes.size()))) {
                    out().printf(
                                    "  line %d: %s[-%s-]{+%s+}%s%n",
                                    s.line(), s.before(), s.old(), s.fresh(), s.after());
                }
            }
        }
        if (json()) {
            JsonOut.print(out(), rows);
        }
        return 0;
    }

    private static String oneLine(String words) {
        String line = Words.oneLine(words);
        return line.length() <= 160
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, 150))) + "…";
    }
}
