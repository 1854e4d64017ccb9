package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.study.AutoCodes;
import org.concordqda.study.AutoCodes.Passage;
import org.concordqda.study.AutoCodes.Reach;
import org.concordqda.study.AutoCodes.Rule;
import org.concordqda.study.Study;
import org.concordqda.text.Positions;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Command(
        name = "autocode",
        description =
                "Put a code on every passage that words, a pattern, a speaker or a label pick out.",
        mixinStandardHelpOptions = true)
final class AutoCodeCommand extends StudyCommand {
    /// How much is coded around a hit.
    enum Extent {
        HIT,
        SENTENCE,
        TURN
    }

    @Option(names = "--find", paramLabel = "WORDS", description = "These words as they stand.")
    private @Nullable String find;

    @Option(names = "--regex", paramLabel = "PATTERN", description = "A regular expression.")
    private @Nullable String regex;

    @Option(
            names = "--speaker",
            paramLabel = "NAME",
            description = "Only turns and comments of this speaker, author or role.")
    private String speaker = "";

    @Option(names = "--label", paramLabel = "LABEL", description = "Only issues with this label.")
    private String label = "";

    @Option(names = "--source", paramLabel = "KEY", description = "Only this source.")
    private @Nullable String source;

    @Option(
            names = "--code",
            required = true,
            paramLabel = "CODE",
            description = "The code: its name, or “Parent > Name” where names repeat.")
    private String code = "";

    @Option(
            names = "--extent",
            paramLabel = "hit|sentence|turn",
            description =
                    "How much is coded (default: hit; without words always the whole turn or"
                            + " comment).")
    private Extent extent = Extent.HIT;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "The round to code in (default: the latest open one).")
    private @Nullable String round;

    @Option(names = "--dry-run", description = "Only show what would be coded.")
    private boolean dry;

    @Override
    int run(Study open) {
        if (find != null && regex != null) {
            throw usage("--find and --regex are two ways to say one thing; give one of them.");
        }
        String words = find != null ? find : regex != null ? regex : "";
        if (words.isBlank() && speaker.isBlank() && label.isBlank()) {
            throw usage("Say what to code: --find, --regex, --speaker or --label.");
        }
        CodeId chosen = Named.passageCode(open, code);
        Optional<SourceId> only =
                Optional.ofNullable(source).map(key -> Named.source(open, key).id());
        Reach reach =
                switch (extent) {
                    case HIT -> Reach.WORDS;
                    case SENTENCE -> Reach.SENTENCE;
                    case TURN -> Reach.TURN;
                };
        AutoCodes rules = new AutoCodes(open);
        List<Passage> found =
                rules.find(
                        new Rule(words, regex != null, speaker, label, reach, only), Progress.NONE);
        int coded =
                dry || found.isEmpty()
                        ? 0
                        : rules.apply(Named.round(open, round).id(), found, chosen, Progress.NONE);
        print(open, found, coded);
        return 0;
    }

    private void print(Study open, List<Passage> found, int coded) {
        Map<SourceId, String> keys = new HashMap<>();
        for (Source each : open.sources().list()) {
            keys.put(each.id(), each.key());
        }
        if (json()) {
            Map<SourceId, Positions> positions = new HashMap<>();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Passage p : found) {
                Positions at =
                        positions.computeIfAbsent(
                                p.source(),
                                id -> new Positions(open.sources().text(id).orElseThrow().text()));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("source", keys.getOrDefault(p.source(), ""));
                row.put("start", at.toCodePoint(p.start()));
                row.put("end", at.toCodePoint(p.end()));
                row.put("quote", p.quote());
                rows.add(row);
            }
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("found", found.size());
            all.put("coded", coded);
            all.put("passages", rows);
            JsonOut.print(out(), all);
            return;
        }
        if (dry) {
            for (Passage p : found) {
                out().println(keys.getOrDefault(p.source(), "") + ": " + Words.oneLine(p.quote()));
            }
        }
        long in = found.stream().map(Passage::source).distinct().count();
        String counted =
                Words.counted(found.size(), "passage") + " in " + Words.counted(in, "source");
        out().println(
                        dry
                                ? counted + "; nothing was coded (--dry-run)."
                                : counted
                                        + ", "
                                        + coded
                                        + " coded"
                                        + (coded < found.size()
                                                ? "; the others had this code already."
                                                : "; “concord undo” takes all back."));
    }
}
