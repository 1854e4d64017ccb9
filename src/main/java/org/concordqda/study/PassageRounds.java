package org.concordqda.study;

import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.RatingTable;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.PassageSheet;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.analysis.RatingMatrix.UnitRow;
import org.concordqda.analysis.RoundWork;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Coding;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.concordqda.model.Turn;
import org.concordqda.text.Positions;
import org.concordqda.text.Sentences;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The passages of a round as the agreement engine sees them, one [Continua] per dimension: the sources
/// that two coders finished, positions in code points, with their turns and sentences. Texts are read once
/// per instance.
final class PassageRounds {
    private final Study study;
    private final Map<SourceId, Text> texts = new HashMap<>();
    private final List<Coding> codings;

    PassageRounds(Study study) {
        this.study = study;
        this.codings = study.codings().list();
    }

    /// A source's text as segments.
    private record Text(SourceText text, int length, int[] turns, int[] sentences) {}

    /// Passages of a dimension, and the sources × coders they stand in.
    record Passages(
            Continua continua, RatingMatrix matrix, List<String> remarks, PassageSheet sheet) {}

    /// Whether anybody coded a passage of this dimension in the round.
    boolean used(RoundWork work, Dimension dimension) {
        CodeTree codes = new CodeTree(dimension, 0);
        return codings.stream()
                .anyMatch(c -> c.round().equals(work.round().id()) && codes.has(c.code()));
    }

    /// The passages of one dimension in one round, at a level of its tree (0 = as coded).
    Passages of(RoundWork work, Dimension dimension, MatrixOptions options) {
        CodeTree tree = new CodeTree(dimension, options.level());
        Map<SourceId, List<Coding>> bySource = new HashMap<>();
        Set<CodeId> used = new java.util.HashSet<>();
        for (Coding c : codings) {
            if (c.round().equals(work.round().id()) && tree.has(c.code())) {
                bySource.computeIfAbsent(c.source(), s -> new ArrayList<>()).add(c);
                used.add(tree.at(c.code()));
            }
        }
        Map<SourceId, Set<CoderId>> opened = opened(work, dimension, options, bySource);
        List<Coder> coders =
                work.coders().stream()
                        .filter(c -> opened.values().stream().anyMatch(o -> o.contains(c.id())))
                        .toList();
        Map<CoderId, Integer> place = new HashMap<>();
        coders.forEach(c -> place.put(c.id(), place.size()));
        List<CodeId> codes = tree.order(used);
        Map<CodeId, Integer> number = new HashMap<>();
        codes.forEach(c -> number.put(c, number.size()));
        List<Continuum> sources = new ArrayList<>();
        List<UnitRow> rows = new ArrayList<>();
        Map<SourceId, Set<CoderId>> before = earlier(work);
        List<PassageSheet.Opened> openings = new ArrayList<>();
        List<PassageSheet.Mark> marks = new ArrayList<>();
        int alone = 0;
        int older = 0;
        int seen = 0;
        for (var entry : opened.entrySet()) {
            Optional<Text> text = text(entry.getKey());
            if (text.isEmpty() || text.get().length == 0) {
                continue;
            }
            if (entry.getValue().size() < 2) {
                alone++;
                continue;
            }
            if (before.getOrDefault(entry.getKey(), Set.of()).stream()
                    .anyMatch(entry.getValue()::contains)) {
                seen++;
                if (options.unseenOnly()) {
                    continue;
                }
            }
            boolean[] present = new boolean[coders.size()];
            entry.getValue().forEach(c -> present[place.getOrDefault(c, 0)] = true);
            List<Coding> own = new ArrayList<>();
            for (Coding c : bySource.getOrDefault(entry.getKey(), List.of())) {
                boolean counts = entry.getValue().contains(c.coder());
                boolean current = c.text().equals(text.get().text.id());
                older += counts && !current ? 1 : 0;
                if (counts && current) {
                    own.add(c);
                }
            }
            sources.add(continuum(entry.getKey(), text.get(), present, own, tree, place, number));
            int source = (int) entry.getKey().value();
            rows.add(new UnitRow(source, 0));
            openings.add(
                    new PassageSheet.Opened(
                            source,
                            entry.getValue().stream()
                                    .map(c -> place.getOrDefault(c, 0))
                                    .sorted()
                                    .toList()));
            for (Coding c : own) {
                marks.add(
                        new PassageSheet.Mark(
                                source,
                                place.getOrDefault(c.coder(), 0),
                                tree.label(tree.at(c.code())),
                                tree.at(c.code()),
                                c.span().start(),
                                c.span().end()));
            }
        }
        List<String> remarks = new ArrayList<>();
        if (older > 0) {
            remarks.add(older + " passages stand in an older version of a text and do not count.");
        }
        if (seen > 0) {
            remarks.add(
                    Words.counted(seen, "source")
                            + (options.unseenOnly() ? " left out: " : ": ")
                            + "one of its coders had worked on it in an earlier round.");
        }
        List<String> names = coders.stream().map(Coder::name).toList();
        int[] cells = new int[rows.size() * names.size()];
        Arrays.fill(cells, RatingTable.MISSING);
        RatingMatrix matrix =
                new RatingMatrix(
                        dimension,
                        coders.stream().map(Coder::id).toList(),
                        rows,
                        RatingTable.of(names, List.of(), cells),
                        List.of(),
                        rows.size(),
                        0,
                        alone,
                        0,
                        0,
                        options.unseenOnly() ? 0 : seen);
        List<String> labels = codes.stream().map(tree::label).toList();
        return new Passages(
                new Continua(names, labels, sources),
                matrix,
                remarks,
                new PassageSheet(names, openings, marks));
    }

    /// Which persons opened which source: whose work on it is done (or, when unfinished work counts, begun).
    /// Who opened a source and coded nothing says that nothing is there; who did not open it says nothing.
    private Map<SourceId, Set<CoderId>> opened(
            RoundWork work,
            Dimension dimension,
            MatrixOptions options,
            Map<SourceId, List<Coding>> bySource) {
        Set<CoderId> persons = new java.util.HashSet<>();
        work.coders().stream()
                .filter(c -> c.kind() == CoderKind.PERSON)
                .forEach(c -> persons.add(c.id()));
        if (work.round().sealed()) {
            // Others' passages are not seen, so that their finished work would look like empty
            // work.
            persons.retainAll(study.viewer().map(Set::of).orElse(Set.of()));
        }
        Set<SourceId> asked = new java.util.HashSet<>(bySource.keySet());
        for (Source s : study.sources().list()) {
            if (dimension.asks(s.kind())) {
                asked.add(s.id());
            }
        }
        Map<SourceId, Set<CoderId>> opened =
                new TreeMap<>(java.util.Comparator.comparingLong(SourceId::value));
        for (Assignment a : work.assignments()) {
            boolean counts =
                    a.state() == AssignmentState.DONE
                            || (options.unfinished() && a.state() != AssignmentState.TODO);
            if (counts && persons.contains(a.coder()) && asked.contains(a.source())) {
                opened.computeIfAbsent(a.source(), s -> new java.util.LinkedHashSet<>())
                        .add(a.coder());
            }
        }
        return opened;
    }

    /// Who worked on which source in an earlier round: coded it, rated it or one of its units, or finished it.
    private Map<SourceId, Set<CoderId>> earlier(RoundWork work) {
        Map<SourceId, Set<CoderId>> before = new HashMap<>();
        Set<Long> rounds = new java.util.HashSet<>();
        for (Round round : work.rounds()) {
            if (round.ordinal() < work.round().ordinal()) {
                rounds.add(round.id().value());
                for (Assignment a : study.rounds().assignments(round.id())) {
                    if (a.state() == AssignmentState.DONE) {
                        worked(before, a.source(), a.coder());
                    }
                }
            }
        }
        if (rounds.isEmpty()) {
            return before;
        }
        for (Coding c : codings) {
            if (rounds.contains(c.round().value())) {
                worked(before, c.source(), c.coder());
            }
        }
        RatingColumns ratings = work.ratings();
        for (int r = 0; r < ratings.size(); r++) {
            if (rounds.contains((long) ratings.round()[r])) {
                worked(before, new SourceId(ratings.source()[r]), new CoderId(ratings.coder()[r]));
            }
        }
        return before;
    }

    private static void worked(Map<SourceId, Set<CoderId>> before, SourceId source, CoderId coder) {
        before.computeIfAbsent(source, s -> new java.util.HashSet<>()).add(coder);
    }

    private Continuum continuum(
            SourceId id,
            Text text,
            boolean[] present,
            List<Coding> own,
            CodeTree tree,
            Map<CoderId, Integer> place,
            Map<CodeId, Integer> number) {
        int n = own.size();
        int[] coder = new int[n];
        int[] start = new int[n];
        int[] end = new int[n];
        int[] code = new int[n];
        for (int i = 0; i < n; i++) {
            Coding c = own.get(i);
            coder[i] = place.getOrDefault(c.coder(), 0);
            start[i] = c.span().startCp();
            end[i] = c.span().endCp();
            code[i] = number.getOrDefault(tree.at(c.code()), 0);
        }
        String key = study.sources().get(id).key();
        Continuum made =
                Continuum.of(key, 0, text.length, present, number.size(), coder, start, end, code);
        made = text.turns.length > 0 ? made.withTurns(text.turns) : made;
        return text.sentences.length > 0 ? made.withSentences(text.sentences) : made;
    }

    private Optional<Text> text(SourceId id) {
        Text known = texts.get(id);
        if (known == null) {
            Optional<SourceText> found = study.sources().text(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            known = segmented(found.get());
            texts.put(id, known);
        }
        return Optional.of(known);
    }

    private Text segmented(SourceText source) {
        String text = source.text();
        Positions positions = new Positions(text);
        TreeSet<Integer> turns = new TreeSet<>();
        for (Turn t : study.sources().turns(source.id())) {
            int at = Math.min(t.label().start(), t.body().start());
            if (at < text.length()) {
                turns.add(at);
            }
        }
        int[] starts =
                turns.size() > 1
                        ? turns.stream().mapToInt(Integer::intValue).toArray()
                        : Sentences.paragraphs(text);
        return new Text(
                source,
                positions.codePoints(),
                IntStream.of(starts).map(positions::toCodePoint).toArray(),
                IntStream.of(Sentences.starts(text, starts)).map(positions::toCodePoint).toArray());
    }

    /// Codes of a dimension and their ancestors at a level.
    private static final class CodeTree {
        private final Map<CodeId, CodeId> ancestor = new LinkedHashMap<>();
        private final Map<CodeId, String> labels = new HashMap<>();

        CodeTree(Dimension dimension, int level) {
            Map<String, Integer> times = new HashMap<>();
            dimension.allCodes().forEach(c -> times.merge(c.name(), 1, Integer::sum));
            for (var root : dimension.codes()) {
                climb(root, 1, level, root.id());
            }
            dimension
                    .allCodes()
                    .forEach(
                            c ->
                                    labels.put(
                                            c.id(),
                                            times.getOrDefault(c.name(), 1) > 1
                                                    ? dimension.path(c.id()).orElse(c.name())
                                                    : c.name()));
        }

        private void climb(org.concordqda.model.Code code, int depth, int level, CodeId top) {
            CodeId here = level == 0 || depth <= level ? code.id() : top;
            ancestor.put(code.id(), here);
            code.children().forEach(child -> climb(child, depth + 1, level, here));
        }

        boolean has(CodeId code) {
            return ancestor.containsKey(code);
        }

        CodeId at(CodeId code) {
            return ancestor.getOrDefault(code, code);
        }

        String label(CodeId code) {
            return labels.getOrDefault(code, "(removed code)");
        }

        /// The codes used in the order of the codebook; all when none was used.
        List<CodeId> order(Set<CodeId> used) {
            List<CodeId> all = List.copyOf(new java.util.LinkedHashSet<>(ancestor.values()));
            List<CodeId> some = all.stream().filter(used::contains).toList();
            return some.isEmpty() ? all : some;
        }
    }
}
