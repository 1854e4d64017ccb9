package org.concordqda.cli;

import org.concordqda.model.Coder;
import org.concordqda.model.ConcordException;
import org.concordqda.model.MemoAbout;
import org.concordqda.model.MemoId;
import org.concordqda.model.MemoKind;
import org.concordqda.model.Source;
import org.concordqda.study.Codebooks;
import org.concordqda.study.MemoList;
import org.concordqda.study.MemoList.Line;
import org.concordqda.study.MemoList.Wanted;
import org.concordqda.study.Memos.Target;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `concord memo list|search|add STUDY`: what was written beside the data.
@Command(
        name = "memo",
        description = "List, search and write memos.",
        mixinStandardHelpOptions = true,
        subcommands = {MemoCommand.ListAll.class, MemoCommand.Search.class, MemoCommand.Add.class})
final class MemoCommand implements Runnable {
    @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                java.util.Objects.requireNonNull(spec).commandLine(),
                "Say what to do with memos: list, search or add.");
    }

    /// What listing and searching have in common.
    abstract static class Listing extends StudyCommand {
        @Option(names = "--kind", description = "Only of this kind: ${COMPLETION-CANDIDATES}.")
        private @Nullable MemoKind kind;

        @Option(names = "--about", description = "Only about: ${COMPLETION-CANDIDATES}.")
        private @Nullable MemoAbout about;

        @Option(names = "--coder", paramLabel = "NAME", description = "Only of this coder.")
        private @Nullable String coder;

        abstract String words();

        @Override
        int run(Study open) {
            String name = coder;
            Optional<Coder> who =
                    name == null
                            ? Optional.empty()
                            : Optional.of(
                                    open.coders()
                                            .byName(name)
                                            .orElseThrow(
                                                    () ->
                                                            new ConcordException(
                                                                    "Nobody here is called “"
                                                                            + name
                                                                            + "”.")));
            List<Line> lines =
                    new MemoList(open)
                            .lines(
                                    new Wanted(
                                            words(),
                                            Optional.ofNullable(kind),
                                            who.map(Coder::id),
                                            Optional.ofNullable(about)));
            if (json()) {
                JsonOut.print(out(), lines.stream().map(Listing::json).toList());
            } else {
                lines.forEach(this::print);
                out().println(Words.counted(lines.size(), "memo"));
            }
            return 0;
        }

        private void print(Line line) {
            out().printf(
                            "%s  %s  [%s] %s%n  %s%n",
                            line.at()
                                    .substring(0, Math.min(16, line.at().length()))
                                    .replace('T', ' '),
                            line.coderName(),
                            Words.of(line.kind()),
                            line.title(),
                            line.aboutWords());
            line.body().lines().forEach(text -> out().println("    " + text));
            out().println();
        }

        private static Map<String, @Nullable Object> json(Line line) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("kept", Words.of(line.kept()));
            map.put("id", line.id());
            map.put("kind", Words.of(line.kind()));
            map.put("title", line.title());
            map.put("body", line.body());
            map.put("coder", line.coderName());
            map.put("at", line.at());
            map.put("about", Words.of(line.about()));
            map.put("aboutWords", line.aboutWords());
            return map;
        }
    }

    @Command(
            name = "list",
            description = "Every memo, memos on codings and notes on answers; changed last first.",
            mixinStandardHelpOptions = true)
    static final class ListAll extends Listing {
        @Override
        String words() {
            return "";
        }
    }

    @Command(
            name = "search",
            description = "Memos in which every word occurs.",
            mixinStandardHelpOptions = true)
    static final class Search extends Listing {
        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "WORDS",
                description = "The words.")
        private List<String> words = new ArrayList<>();

        @Override
        String words() {
            return String.join(" ", words);
        }
    }

    @Command(
            name = "add",
            description = "Write a memo; about nothing named it is of the analytic journal.",
            mixinStandardHelpOptions = true)
    static final class Add extends StudyCommand {
        @Parameters(index = "1", paramLabel = "BODY", description = "The words.")
        private String body = "";

        @Option(names = "--title", description = "Heading (default: the first line).")
        private String title = "";

        @Option(
                names = "--kind",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private MemoKind kind = MemoKind.ANALYTIC;

        @Option(names = "--on-source", paramLabel = "KEY", description = "About this source.")
        private @Nullable String source;

        @Option(names = "--on-round", paramLabel = "NAME", description = "About this round.")
        private @Nullable String round;

        @Option(names = "--on-coder", paramLabel = "NAME", description = "About this coder.")
        private @Nullable String coder;

        @Option(
                names = "--on-code",
                paramLabel = "CODE",
                description = "About this code: key, name, alias or “Dimension > Group > Name”.")
        private @Nullable String code;

        @Option(names = "--on-case", paramLabel = "NAME", description = "About this case.")
        private @Nullable String ofCase;

        @Option(
                names = "--on-unit",
                paramLabel = "N",
                description = "About the Nth unit of the source, from 1.")
        private @Nullable Integer unit;

        @Override
        int run(Study open) {
            List<Target> targets = new ArrayList<>();
            Optional<Source> of = Optional.ofNullable(source).map(key -> source(open, key));
            if (unit != null) {
                targets.add(new Target("unit", unit(open, of, unit)));
            } else {
                of.ifPresent(s -> targets.add(new Target("source", s.id().value())));
            }
            if (round != null) {
                targets.add(
                        new Target(
                                "round",
                                there(open.rounds().byName(round), "No round is called", round)
                                        .id()
                                        .value()));
            }
            if (coder != null) {
                targets.add(
                        new Target(
                                "coder",
                                there(open.coders().byName(coder), "Nobody here is called", coder)
                                        .id()
                                        .value()));
            }
            if (code != null) {
                targets.add(
                        new Target(
                                "code",
                                Codebooks.coded(open.codebooks().draft(), code).id().value()));
            }
            if (ofCase != null) {
                String name = ofCase;
                targets.add(
                        new Target(
                                "case",
                                there(
                                                open.cases().list().stream()
                                                        .filter(c -> c.name().equals(name))
                                                        .findFirst(),
                                                "No case is called",
                                                name)
                                        .id()
                                        .value()));
            }
            if (targets.isEmpty()) {
                targets.add(open.memos().journal());
            }
            MemoId id = open.memos().write(kind, title, body, targets);
            if (json()) {
                JsonOut.print(out(), Map.of("id", id.value()));
            } else {
                out().println("Written: " + open.memos().get(id).title());
            }
            return 0;
        }

        private static Source source(Study open, String key) {
            return there(open.sources().byKey(key), "No source has the key", key);
        }

        private static long unit(Study open, Optional<Source> source, int n) {
            Source of =
                    source.orElseThrow(
                            () -> new ConcordException("Say whose unit: --on-source KEY."));
            return there(
                            open.units().of(of.id()).stream()
                                    .filter(u -> u.ordinal() == n)
                                    .findFirst(),
                            "Of the source there is no unit",
                            String.valueOf(n))
                    .id()
                    .value();
        }

        private static <T> T there(Optional<T> found, String sentence, String name) {
            return found.orElseThrow(() -> new ConcordException(sentence + " “" + name + "”."));
        }
    }
}
