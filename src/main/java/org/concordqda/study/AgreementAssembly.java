package org.concordqda.study;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.RatingTable;
import org.concordqda.analysis.AgreementReport;
import org.concordqda.analysis.AgreementReport.CoderRound;
import org.concordqda.analysis.AgreementReport.Decision;
import org.concordqda.analysis.AgreementReport.Fact;
import org.concordqda.analysis.AgreementReport.Level;
import org.concordqda.analysis.AgreementReport.SourceName;
import org.concordqda.analysis.AgreementReport.Subject;
import org.concordqda.analysis.CoefficientTables;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.MethodsText;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.job.Progress;
import org.concordqda.model.Assignment;
import org.concordqda.model.AssignmentState;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Dimension;
import org.concordqda.model.Round;
import org.concordqda.model.SourceId;
import org.concordqda.text.Hashes;
import org.concordqda.text.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Gathers what an agreement workbook says.
final class AgreementAssembly {
    private final ReportData data;
    private final ReportOptions options;

    AgreementAssembly(ReportData data, ReportOptions options) {
        this.data = data;
        this.options = options;
    }

    AgreementReport report(Instant now, Progress progress) {
        List<DimensionAgreement> results =
                data.study
                        .agreements()
                        .compute(
                                new Agreements.Request(
                                        options.rounds(),
                                        List.of(),
                                        MatrixOptions.DEFAULT,
                                        options.numbers()),
                                progress);
        Map<Long, Codebook> codebooks = new HashMap<>();
        Set<Round> rounds = new LinkedHashSet<>();
        results.forEach(d -> rounds.add(d.round()));
        Map<Long, Integer> versions = new HashMap<>();
        for (Round round : rounds) {
            Codebook codebook = data.study.codebooks().version(round.version());
            codebooks.put(round.id().value(), codebook);
            versions.put(round.id().value(), codebook.number());
        }
        Map<Integer, SourceName> sources = new HashMap<>();
        data.sources.forEach(
                (id, s) ->
                        sources.put(
                                (int) id.value(),
                                new SourceName(s.key(), s.title(), s.url().orElse(""))));
        Map<Integer, String> units = new HashMap<>();
        data.study.units().list().forEach(u -> units.put((int) u.id().value(), u.name()));
        return withMethods(
                new AgreementReport(
                        facts(rounds, codebooks, results, now),
                        results,
                        levels(results, progress),
                        sources,
                        units,
                        versions,
                        coders(rounds, versions),
                        decisions(results),
                        EvidenceText.of(data.study, data.matched),
                        new ExportTables(data).ratings()));
    }

    /// The report with a draft of a methods paragraph, made of its own numbers, among its facts.
    private static AgreementReport withMethods(AgreementReport r) {
        List<Fact> facts = new ArrayList<>(r.facts());
        facts.add(new Fact("methods paragraph (draft)", MethodsText.of(r)));
        return new AgreementReport(
                facts,
                r.results(),
                r.levels(),
                r.sources(),
                r.units(),
                r.versions(),
                r.coders(),
                r.decisions(),
                r.evidence(),
                r.ratings());
    }

    private List<Fact> facts(
            Set<Round> rounds,
            Map<Long, Codebook> codebooks,
            List<DimensionAgreement> results,
            Instant now) {
        Study.Info info = data.study.info();
        AgreementOptions numbers = options.numbers();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("study", info.name()));
        facts.add(new Fact("study guid", info.guid()));
        facts.add(new Fact("made by", Version.PROGRAM));
        facts.add(new Fact("made at (UTC)", now.toString()));
        facts.add(new Fact("coders", names(results)));
        facts.add(new Fact("unit", "one unit of a source; for SOURCE dimensions the source"));
        facts.add(
                new Fact(
                        "filter",
                        "finished work of persons; consensus and models are never raters"
                                + (options.rounds().isEmpty()
                                        ? "; all rounds"
                                        : "; rounds " + String.join(", ", options.rounds()))));
        facts.add(
                new Fact(
                        "missing-data policy computed",
                        results.stream()
                                .map(d -> d.missing().key())
                                .distinct()
                                .collect(Collectors.joining(", "))));
        facts.add(new Fact("confidence of intervals", String.valueOf(numbers.confidence())));
        facts.add(new Fact("bootstrap replicates", String.valueOf(numbers.replicates())));
        facts.add(new Fact("bootstrap seed", String.valueOf(numbers.seed())));
        for (Round r : rounds) {
            Codebook codebook = codebooks.get(r.id().value());
            facts.add(
                    new Fact(
                            "round " + r.name(),
                            "primary statistic "
                                    + r.primary()
                                    + "; missing-data policy chosen "
                                    + CoefficientTables.policy(Missing.valueOf(r.missing()))
                                    + (codebook == null
                                            ? ""
                                            : "; codebook version "
                                                    + codebook.number()
                                                    + ", SHA-256 "
                                                    + hash(codebook))));
        }
        facts.addAll(notes());
        return facts;
    }

    /// What holds for every workbook.
    static List<Fact> notes() {
        return List.of(
                new Fact("times", "all times are UTC"),
                new Fact(
                        "CSV",
                        "each sheet but this one is also a CSV file in the folder beside, UTF-8,"
                                + " numbers unrounded; text that begins with = + - @, tab or CR has an"
                                + " apostrophe in front there"),
                new Fact(
                        "undefined",
                        "a coefficient that does not exist is an empty cell; the column undefined"
                                + " says why"));
    }

    private static String names(List<DimensionAgreement> results) {
        return results.stream()
                .flatMap(d -> d.matrix().table().coders().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// Hash of what a codebook version says, independent of row ids.
    private static String hash(Codebook codebook) {
        StringBuilder text = new StringBuilder();
        for (Dimension d : codebook.dimensions()) {
            text.append(String.join("\u001f", d.key(), d.name(), d.question())).append('\n');
            for (Code c : d.allCodes()) {
                text.append(
                                String.join(
                                        "\u001f",
                                        c.key(),
                                        d.path(c.id()).orElse(c.name()),
                                        c.definition(),
                                        c.include(),
                                        c.exclude()))
                        .append('\n');
            }
        }
        return Hashes.sha256(text.toString());
    }

    private List<Level> levels(List<DimensionAgreement> results, Progress progress) {
        AgreementOptions whole = options.numbers().withScopes(false, false);
        List<Level> levels = new ArrayList<>();
        for (DimensionAgreement d : results) {
            Dimension dimension = d.matrix().dimension();
            if (d.matrix().rows().isEmpty()) {
                continue;
            }
            int depth = dimension.codes().stream().mapToInt(ExportTables::depth).max().orElse(1);
            for (int level = 1; level < depth; level++) {
                progress.check();
                Agreements.Request request =
                        new Agreements.Request(
                                List.of(d.round().name()),
                                List.of(dimension.name()),
                                MatrixOptions.DEFAULT.withLevel(level),
                                whole);
                for (DimensionAgreement at :
                        data.study.agreements().compute(request, Progress.NONE)) {
                    levels.add(new Level(level, at));
                }
            }
        }
        return levels;
    }

    private List<CoderRound> coders(Set<Round> rounds, Map<Long, Integer> versions) {
        List<CoderRound> all = new ArrayList<>();
        for (Round round : rounds) {
            Map<CoderId, Set<SourceId>> done = new LinkedHashMap<>();
            Map<CoderId, Integer> assigned = new LinkedHashMap<>();
            Map<SourceId, Integer> times = new HashMap<>();
            for (Assignment a : data.study.rounds().assignments(round.id())) {
                assigned.merge(a.coder(), 1, Integer::sum);
                if (a.state() == AssignmentState.DONE) {
                    done.computeIfAbsent(a.coder(), c -> new HashSet<>()).add(a.source());
                    times.merge(a.source(), 1, Integer::sum);
                }
            }
            Optional<Instant> created =
                    data.study
                            .file()
                            .read()
                            .one(
                                    "SELECT created FROM round WHERE id = ?",
                                    row -> row.text(1),
                                    round.id().value())
                            .flatMap(Moments::moment);
            for (Coder coder : data.coders) {
                Set<SourceId> own = done.getOrDefault(coder.id(), Set.of());
                if (!assigned.containsKey(coder.id())) {
                    continue;
                }
                all.add(
                        new CoderRound(
                                round.name(),
                                created,
                                coder.id().value(),
                                coder.name(),
                                coder.kind() == CoderKind.PERSON
                                        ? coder.role()
                                        : Words.of(coder.kind()),
                                coder.experience(),
                                assigned.getOrDefault(coder.id(), 0),
                                own.size(),
                                (int)
                                        own.stream()
                                                .filter(s -> times.getOrDefault(s, 0) > 1)
                                                .count(),
                                versions.getOrDefault(round.id().value(), 0),
                                seen(round, coder)));
            }
        }
        return all;
    }

    /// Units the coder rated in this round and in an earlier one.
    private int seen(Round round, Coder coder) {
        Set<Integer> earlier = new HashSet<>();
        for (Round r : data.rounds) {
            if (r.ordinal() < round.ordinal()) {
                earlier.add((int) r.id().value());
            }
        }
        Set<Integer> before = new HashSet<>();
        Set<Integer> now = new HashSet<>();
        for (int r = 0; r < data.ratings.size(); r++) {
            int unit = data.ratings.unit()[r];
            if (unit != 0 && data.ratings.coder()[r] == coder.id().value()) {
                int settled = data.matched.getOrDefault(unit, unit);
                if (earlier.contains(data.ratings.round()[r])) {
                    before.add(settled);
                } else if (data.ratings.round()[r] == round.id().value()) {
                    now.add(settled);
                }
            }
        }
        now.retainAll(before);
        return now.size();
    }

    /// What a consensus coder answered where two coders differ, in the same round or a later one.
    Map<Subject, Decision> decisions(List<DimensionAgreement> results) {
        Map<Integer, String> consensus = new HashMap<>();
        data.coders.stream()
                .filter(c -> c.kind() == CoderKind.CONSENSUS)
                .forEach(c -> consensus.put((int) c.id().value(), c.name()));
        Map<Subject, Decision> found = new HashMap<>();
        if (consensus.isEmpty()) {
            return found;
        }
        Map<Long, Map<Long, Decision>> byDimension = new HashMap<>();
        for (int r = 0; r < data.ratings.size(); r++) {
            String by = consensus.get(data.ratings.coder()[r]);
            if (by != null) {
                int unit = data.ratings.unit()[r];
                int settled = data.matched.getOrDefault(unit, unit);
                long place = ((long) data.ratings.source()[r] << 32) | settled;
                byDimension
                        .computeIfAbsent((long) data.ratings.dimension()[r], d -> new HashMap<>())
                        .put(place, outcome(data.ratings.sets().get(data.ratings.set()[r]), by));
            }
        }
        for (DimensionAgreement d : results) {
            long dimension = d.matrix().dimension().id().value();
            RatingTable table = d.matrix().table();
            for (int u = 0; u < table.units(); u++) {
                RatingMatrix.UnitRow at = d.matrix().rows().get(u);
                Decision decision =
                        byDimension
                                .getOrDefault(dimension, Map.of())
                                .get(((long) at.source() << 32) | at.unit());
                if (decision != null) {
                    found.put(
                            new Subject(d.round().id().value(), at.source(), at.unit(), dimension),
                            decision);
                }
            }
        }
        return found;
    }

    private Decision outcome(List<CodeId> codes, String by) {
        return new Decision(
                codes.isEmpty()
                        ? "(none of these)"
                        : codes.stream().map(data::path).collect(Collectors.joining("; ")),
                "consensus",
                "",
                "",
                by,
                Optional.empty(),
                "");
    }
}
