package org.concordqda.study;

import org.concordqda.intake.KindHint;
import org.concordqda.intake.SourceReaders;
import org.concordqda.intake.SourceSink;
import org.concordqda.intake.SpeakerDecisions;
import org.concordqda.intake.SpeakerLabels;
import org.concordqda.intake.StagedSources;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportChoices;
import org.concordqda.model.ImportPreview;
import org.concordqda.model.ImportPreview.Item;
import org.concordqda.model.ImportPreview.Speaker;
import org.concordqda.model.ImportPreview.Standing;
import org.concordqda.model.ImportPreview.Untaken;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportReport;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.model.TurnKind;
import org.concordqda.store.Journal;
import org.concordqda.text.Words;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Files that were read and wait for a person's word: nothing is in the study until [#store], and other
/// acts go on meanwhile. What was read lies in a temporary file until this is closed. Any thread: one waits for
/// another.
public final class StagedImport implements AutoCloseable {
    private final Study study;
    private final List<Path> files;
    private final StagedSources sources = new StagedSources();
    private final List<SourceWriter.Measured> texts = new ArrayList<>();
    private final ImportPreview preview;

    private StagedImport(
            Study study, List<Path> files, String kind, boolean pullRequests, Progress progress) {
        this.study = study;
        this.files = List.copyOf(files);
        Reading reading = new Reading(progress);
        boolean well = false;
        try {
            SourceReaders.read(
                    files,
                    KindHint.valueOf(kind.toUpperCase(Locale.ROOT)),
                    pullRequests,
                    reading,
                    progress);
            preview = reading.preview();
            well = true;
        } finally {
            if (!well) {
                sources.close();
            }
        }
    }

    static StagedImport read(
            Study study, List<Path> files, String kind, boolean pullRequests, Progress progress) {
        return new StagedImport(study, files, kind, pullRequests, progress);
    }

    /// What would come in.
    public ImportPreview preview() {
        return preview;
    }

    /// The speakers of one source of the preview as these choices make them, most turns first.
    ///
    /// @param index place of the source in the preview
    public synchronized List<Speaker> speakers(int index, List<SpeakerChoice> choices) {
        return speakers(new SpeakerDecisions(choices).apply(sources.get(index)));
    }

    /// Labels of one source of the preview that were not taken for speakers; a choice can take them.
    ///
    /// @param index place of the source in the preview
    public synchronized List<Untaken> untaken(int index) {
        return preview.items().get(index).kind() == SourceKind.ISSUE
                ? List.of()
                : SpeakerLabels.untaken(sources.get(index));
    }

    /// One source of the preview as these choices make it.
    ///
    /// @param index place of the source in the preview
    /// @param most how many turns are shown
    public synchronized Decided decided(int index, List<SpeakerChoice> choices, int most) {
        ImportedSource source = new SpeakerDecisions(choices).apply(sources.get(index));
        int marks = (int) source.turns().stream().filter(Reading::isMark).count();
        return new Decided(
                speakers(source),
                source.turns().size() - marks,
                marks,
                source.turns().stream()
                        .limit(most)
                        .map(
                                t ->
                                        new Excerpt(
                                                t.speaker().orElse(""),
                                                t.role().orElse(""),
                                                Reading.isMark(t),
                                                Words.start(
                                                        source.text()
                                                                .substring(
                                                                        t.bodyStart(), t.bodyEnd())
                                                                .strip(),
                                                        280)))
                        .toList());
    }

    /// A source as it will be stored.
    ///
    /// @param speakers most turns first
    /// @param turns how many turns
    /// @param marks what stands between turns
    /// @param begins its first turns
    public record Decided(List<Speaker> speakers, int turns, int marks, List<Excerpt> begins) {}

    /// The beginning of a turn.
    ///
    /// @param speaker who speaks, or ""
    /// @param role their role, or ""
    /// @param mark whether nobody says it
    /// @param words what is said, cut after 280 characters
    public record Excerpt(String speaker, String role, boolean mark, String words) {}

    /// Stores what was read, as one act that undo takes back; what is in the study by then is recognised
    /// again.
    ///
    /// @throws org.concordqda.job.Cancelled when cancelled; then nothing was stored
    public synchronized ImportReport store(ImportChoices choices, Progress progress) {
        SpeakerDecisions decisions = new SpeakerDecisions(choices.speakers());
        return study.file()
                .journal()
                .write(
                        Journal.Words.of(
                                study.actor(), "source.import", "import " + names(choices)),
                        tx -> {
                            SourceWriter writer =
                                    new SourceWriter(tx, choices.changed(), study.viewer());
                            Notes notes = new Notes();
                            int n = sources.size();
                            for (int i = 0; i < n; i++) {
                                progress.check();
                                if (comes(i, choices)) {
                                    ImportedSource decided = decisions.apply(sources.get(i));
                                    notes.add(decided.key(), decided.detected());
                                    writer.add(decided, texts.get(i));
                                }
                                if (i % 50 == 0) {
                                    progress.report(
                                            (double) i / n,
                                            Words.number(i) + " of " + Words.number(n));
                                }
                            }
                            List<String> said = new ArrayList<>(notes.list());
                            said.addAll(writer.finish());
                            progress.report(1, "Making it findable");
                            return new ImportReport(
                                    writer.added(),
                                    writer.filled(),
                                    writer.unchanged(),
                                    writer.twice(),
                                    writer.different(),
                                    writer.clashing(),
                                    writer.refreshed(),
                                    preview.leftOut(),
                                    preview.problems(),
                                    said);
                        });
    }

    /// What is twice among the files is left out with the first of its text.
    private boolean comes(int index, ImportChoices choices) {
        Item item = preview.items().get(index);
        return !choices.leftOut().contains(index)
                && !(item.standing() == Standing.TWICE && choices.leftOut().contains(item.first()));
    }

    private static List<Speaker> speakers(ImportedSource source) {
        if (source.kind() == SourceKind.ISSUE) {
            return List.of();
        }
        Map<String, Speaker> found = new LinkedHashMap<>();
        for (ImportedTurn t : source.turns()) {
            t.speaker()
                    .ifPresent(
                            name ->
                                    found.merge(
                                            name,
                                            new Speaker(
                                                    name,
                                                    1,
                                                    Words.count(
                                                            source.text()
                                                                    .substring(
                                                                            t.bodyStart(),
                                                                            t.bodyEnd())),
                                                    t.role()),
                                            (a, b) ->
                                                    new Speaker(
                                                            name,
                                                            a.turns() + 1,
                                                            a.words() + b.words(),
                                                            a.role())));
        }
        return found.values().stream()
                .sorted((a, b) -> Integer.compare(b.turns(), a.turns()))
                .toList();
    }

    /// The files and folders something comes from; all of them where it would be none.
    private String names(ImportChoices choices) {
        Set<String> bring = new LinkedHashSet<>();
        for (int i = 0; i < preview.items().size(); i++) {
            if (comes(i, choices) && preview.items().get(i).standing() != Standing.TWICE) {
                bring.add(preview.items().get(i).file());
            }
        }
        Set<String> inFolders = new HashSet<>(bring);
        Set<String> some = new LinkedHashSet<>();
        for (Path file : files) {
            if (!Files.isDirectory(file)) {
                bring.stream().filter(b -> is(file, b)).forEach(some::add);
                inFolders.removeAll(some);
            }
        }
        if (!inFolders.isEmpty()) {
            files.stream().filter(Files::isDirectory).forEach(f -> some.add(name(f)));
        }
        List<String> names =
                some.isEmpty()
                        ? files.stream().map(StagedImport::name).toList()
                        : List.copyOf(some);
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Whether a source's file, named by the end of its path, is this one.
    private static boolean is(Path file, String named) {
        return file.toAbsolutePath().normalize().endsWith(named);
    }

    @Override
    public synchronized void close() {
        sources.close();
    }

    /// Puts each source aside and notes how it stands to the study.
    private final class Reading implements SourceSink {
        private final Progress progress;
        private final KnownSources here = new KnownSources(study.file().read());
        private final List<Item> items = new ArrayList<>();
        private final Map<String, Integer> leftOut = new LinkedHashMap<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private final Notes notes = new Notes();

        /// What came before in this import: places in `items` by key and by hash of a file.
        private final Map<String, Integer> keys = new HashMap<>();

        private final Map<String, Integer> originals = new HashMap<>();

        /// Places in `items` of issues whose bare number ratings name.
        private final Map<String, List<Integer>> numbers = new HashMap<>();

        Reading(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void source(ImportedSource source) {
            progress.check();
            sources.add(source);
            notes.add(source.key(), source.detected());
            boolean issue = source.kind() == SourceKind.ISSUE;
            SourceWriter.Measured measured = SourceWriter.Measured.of(source);
            texts.add(measured);
            String sha = measured.sha256();
            KnownSources.Known known = here.same(source);
            Standing standing = Standing.NEW;
            String same = "";
            int at = items.size();
            Integer before = keys.putIfAbsent(source.key(), at);
            Integer twin = issue ? null : originals.putIfAbsent(source.fileHash(), at);
            int first = -1;
            if (twin != null || (before != null && sha.equals(texts.get(before).sha256()))) {
                standing = Standing.TWICE;
                first = twin != null ? twin : before;
                same = items.get(first).key();
            } else if (before != null && stored(items.get(before).standing())) {
                standing = Standing.CLASHES;
                first = before;
                same = source.key();
            } else if (known != null) {
                standing =
                        known.sha256().isEmpty()
                                ? Standing.FILLS
                                : here.holds(known, sha) ? Standing.SAME : Standing.CHANGED;
                same = known.key();
            } else if (here.number(KnownSources.bareNumber(source)) != null) {
                numbers.computeIfAbsent(KnownSources.bareNumber(source), n -> new ArrayList<>())
                        .add(at);
            }
            int marks = (int) source.turns().stream().filter(Reading::isMark).count();
            items.add(
                    new Item(
                            source.key(),
                            source.title(),
                            source.kind(),
                            source.file(),
                            standing,
                            same,
                            first,
                            source.text().length(),
                            measured.words(),
                            source.turns().size() - marks,
                            marks,
                            speakers(source),
                            issue ? List.of() : source.detected()));
        }

        /// Whether such a source gives the study its text.
        private static boolean stored(Standing standing) {
            return standing == Standing.NEW || standing == Standing.FILLS;
        }

        private static boolean isMark(ImportedTurn turn) {
            return turn.kind() == TurnKind.MARK;
        }

        @Override
        public void problem(ImportProblem problem) {
            problems.add(problem);
        }

        @Override
        public void leftOut(String what, String file, String key) {
            leftOut.merge(what, 1, Integer::sum);
        }

        /// An issue that is the only one of its number fills what ratings named by the number alone.
        private ImportPreview preview() {
            numbers.forEach(
                    (number, places) -> {
                        if (places.size() == 1) {
                            Item i = items.get(places.getFirst());
                            items.set(
                                    places.getFirst(),
                                    new Item(
                                            i.key(),
                                            i.title(),
                                            i.kind(),
                                            i.file(),
                                            Standing.FILLS,
                                            number,
                                            i.first(),
                                            i.length(),
                                            i.words(),
                                            i.turns(),
                                            i.marks(),
                                            i.speakers(),
                                            i.detected()));
                        }
                    });
            return new ImportPreview(items, leftOut, problems, notes.list());
        }
    }
}
