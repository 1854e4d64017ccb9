package org.concordqda.cli;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.CodeMean;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Marking;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.agreement.Weights;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.analysis.RatingMatrix;
import org.concordqda.job.Progress;
import org.concordqda.model.Coder;
import org.concordqda.study.AgreementReading;
import org.concordqda.study.AgreementSections;
import org.concordqda.study.AgreementSections.Section;
import org.concordqda.study.Agreements;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

@Command(
        name = "agreement",
        description = "Agreement per dimension and round, with intervals; never pooled.",
        mixinStandardHelpOptions = true)
final class AgreementCommand extends StudyCommand {
    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "Only this round; repeat for several.")
    private List<String> rounds = new ArrayList<>();

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            description = "Only this dimension; repeat for several.")
    private List<String> dimensions = new ArrayList<>();

    @Option(names = "--as-written", description = "Compare what the files said instead of codes.")
    private boolean asWritten;

    @Option(
            names = "--level",
            paramLabel = "N",
            description = "Compare ancestors at this level of a tree (1 = top).")
    private int level;

    @Option(
            names = "--unseen",
            description = "Leave out units a coder had rated in an earlier round.")
    private boolean unseen;

    @Option(names = "--unfinished", description = "Count work that is not marked done as well.")
    private boolean unfinished;

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description =
                    "available, pairwise, complete or category (default: what the round chose).")
    private @Nullable String missing;

    @Option(
            names = "--interval",
            paramLabel = "METHOD",
            description = {
                "auto (default: analytic, whole sources as soon as one holds two units),",
                "analytic, bootstrap, bca, cluster, cluster-bca; krippendorff: his bootstrap of",
                "pairs for alpha, for comparison only."
            })
    private @Nullable String interval;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            description = "Of the intervals (default: 0.95).")
    private double confidence = 0.95;

    @Option(
            names = "--population",
            paramLabel = "N",
            description = "The units are a sample of N: analytic errors shrink by √(1 − n/N).")
    private int population;

    @Option(
            names = "--weights",
            paramLabel = "NAME",
            split = ",",
            description = {
                "Weights beside the unweighted coefficients of ordinal dimensions",
                "(default: linear,quadratic)."
            })
    private List<String> weights = new ArrayList<>();

    @Option(
            names = "--benchmark",
            paramLabel = "SCALE",
            description = {
                "landis-koch, mchugh, altman, fleiss or krippendorff",
                "(default: krippendorff for alpha, landis-koch for the rest)."
            })
    private @Nullable String benchmark;

    @Option(
            names = "--reference",
            paramLabel = "CODER",
            description = "Precision and recall of passages against this coder.")
    private @Nullable String reference;

    @Option(
            names = "--uncoded",
            paramLabel = "in|out",
            description = "Whether text that nobody coded counts for passages (default: in).")
    private String uncoded = "in";

    @Option(
            names = "--half",
            description = "A sentence or turn is coded when half of it is (default: any part).")
    private boolean half;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap (default: 1).")
    private long seed = 1;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Bootstrap replicates (default: 2000).")
    private int replicates = 2000;

    @Option(
            names = "--leave-one-out",
            description = "Also without each coder in turn: how much one coder matters.")
    private boolean leaveOneOut;

    @Option(
            names = "--difference",
            split = ",",
            paramLabel = "ROUND",
            description = "Also the second round less the first, on the units both hold.")
    private List<String> difference = new ArrayList<>();

    @Option(names = "--trend", description = "Also each dimension from round to round.")
    private boolean trend;

    @Option(
            names = "--plan",
            paramLabel = "HALFWIDTH",
            description = "Also how many units alpha ± HALFWIDTH needs, judged from these.")
    private @Nullable Double plan;

    @Option(
            names = "--coder",
            paramLabel = "NAME",
            description = "Only these people; repeat for several.")
    private List<String> coders = new ArrayList<>();

    @Mixin private AgreementTableOptions rows = new AgreementTableOptions();

    @Override
    int run(Study open) {
        if (!difference.isEmpty()) {
            if (difference.size() != 2 || difference.get(0).equals(difference.get(1))) {
                throw usage("--difference takes two rounds, as in --difference Pilot,Re-pilot.");
            }
            for (String name : difference) {
                if (open.rounds().byName(name).isEmpty()
                        || !(rounds.isEmpty() || rounds.contains(name))) {
                    throw usage(
                            "--difference: the round “" + name + "” is not among those compared.");
                }
            }
        }
        if (plan != null && !(plan > 0 && plan < 1)) {
            throw usage("--plan takes a half width between 0 and 1, not " + plan + ".");
        }
        AgreementOptions numbers = numbers();
        Optional<BenchmarkScale> scale =
                choice("--benchmark", benchmark, BenchmarkScale.values(), BenchmarkScale::key);
        Agreements.Request request =
                new Agreements.Request(
                                rounds,
                                dimensions,
                                new MatrixOptions(asWritten, level, unfinished, unseen),
                                numbers,
                                reading(open))
                        .withCoders(coders);
        if (rows.wanted()) {
            if (leaveOneOut || trend || plan != null || !difference.isEmpty()) {
                throw usage(
                        "--by prints one table; leave --leave-one-out, --difference, --trend and"
                                + " --plan for a run of their own.");
            }
            rows.print(open, request, json(), this);
            return 0;
        }
        List<DimensionAgreement> all = open.agreements().compute(request, Progress.NONE);
        List<Section> sections = sections(new AgreementSections(all, numbers, asWritten));
        if (json()) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (DimensionAgreement one : all) {
                one.estimates().forEach(e -> rows.add(json(one, e, scale)));
                one.codeMeans().forEach(mean -> rows.add(json(one, mean)));
            }
            for (Section section : sections) {
                for (AgreementSections.Row row : section.rows()) {
                    Map<String, @Nullable Object> one = json(row.of(), row.estimate(), scale);
                    row.units().ifPresent(n -> one.put("units", n));
                    rows.add(one);
                }
                section.notes().forEach(err()::println);
            }
            err().flush();
            JsonOut.print(out(), rows);
        } else {
            String interval = numbers().intervalName();
            AgreementText.print(out(), all, asWritten, interval);
            sections.forEach(section -> SectionText.print(out(), section, interval));
        }
        return 0;
    }

    private AgreementOptions numbers() {
        IntervalMethod method =
                choice("--interval", interval, IntervalMethod.values(), IntervalMethod::key)
                        .orElse(IntervalMethod.AUTO);
        Missing policy =
                choice("--missing", missing, Missing.values(), Missing::key)
                        .orElse(Missing.AVAILABLE);
        return OptionWords.checked(
                line(),
                () ->
                        AgreementOptions.DEFAULT
                                .withMissing(policy)
                                .withInterval(method)
                                .withReplicates(replicates, seed)
                                .withConfidence(confidence)
                                .withPopulation(population));
    }

    private AgreementReading reading(Study open) {
        if (!uncoded.equalsIgnoreCase("in") && !uncoded.equalsIgnoreCase("out")) {
            throw usage("--uncoded is in or out, not “" + uncoded + "”.");
        }
        if (reference != null) {
            List<String> names = open.coders().list().stream().map(Coder::name).toList();
            if (!names.contains(reference)) {
                throw usage(
                        "--reference: there is no coder “"
                                + reference
                                + "”; there are "
                                + String.join(", ", names)
                                + ".");
            }
        }
        List<Weights> chosen = new ArrayList<>();
        for (String word : weights) {
            choice("--weights", word, Weights.values(), Weights::key)
                    .filter(w -> w != Weights.IDENTITY && w != Weights.TREE)
                    .ifPresent(chosen::add);
        }
        return new AgreementReading(
                missing == null,
                weights.isEmpty() ? AgreementReading.DEFAULT.weights() : chosen,
                Optional.ofNullable(reference),
                uncoded.equalsIgnoreCase("in"),
                half ? Marking.HALF : Marking.ANY);
    }

    private <T> Optional<T> choice(
            String option, @Nullable String given, T[] all, Function<T, String> key) {
        return OptionWords.of(line(), option, given, all, key);
    }

    private List<Section> sections(AgreementSections from) {
        List<Section> wanted = new ArrayList<>();
        if (leaveOneOut) {
            wanted.add(from.leaveOneOut());
        }
        if (!difference.isEmpty()) {
            wanted.add(from.difference(difference.get(0), difference.get(1)));
        }
        if (trend) {
            wanted.add(from.trend());
        }
        if (plan != null) {
            wanted.add(from.plan(plan));
        }
        return wanted;
    }

    private static void counts(Map<String, @Nullable Object> row, RatingMatrix matrix) {
        row.put("unmatched", matrix.unmatched());
        row.put("unsure", matrix.unsure());
        row.put("seen", matrix.seen());
    }

    private static Map<String, @Nullable Object> json(DimensionAgreement one, CodeMean mean) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("round", one.round().name());
        row.put("dimension", one.matrix().dimension().name());
        row.put("statistic", mean.statistic().key());
        row.put("scope", "mean of codes");
        row.put("value", JsonOut.number(mean.mean()));
        if (mean.defined() == 0) {
            row.put("undefined", "no code has a value");
        }
        counts(row, one.matrix());
        row.put("codes", mean.defined());
        row.put("undefinedCodes", mean.undefined());
        return row;
    }

    private static Map<String, @Nullable Object> json(
            DimensionAgreement one, Estimate e, Optional<BenchmarkScale> scale) {
        boolean all = e.scope().equals("all");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("round", one.round().name());
        row.put("dimension", one.matrix().dimension().name());
        row.put("statistic", e.statistic().key());
        row.put("scope", e.scope());
        row.put("value", JsonOut.number(e.value()));
        e.undefined().ifPresent(reason -> row.put("undefined", reason));
        row.put("se", JsonOut.number(e.se()));
        row.put("ciLow", JsonOut.number(e.ciLow()));
        row.put("ciHigh", JsonOut.number(e.ciHigh()));
        row.put("interval", e.interval());
        row.put("p", JsonOut.number(e.p()));
        row.put("n", e.pairable());
        row.put("missing", all ? one.matrix().missing() : e.n() - e.pairable());
        counts(row, one.matrix());
        row.put("observed", JsonOut.number(e.observed()));
        row.put("expected", JsonOut.number(e.expected()));
        row.put("policy", one.missing().key());
        if (e.statistic() == Statistic.KRIPPENDORFF_ALPHA && one.matrix().ordered()) {
            boolean codes = e.scope().startsWith("code=");
            boolean weighted = e.scope().contains("weights=");
            row.put("level", codes ? "nominal" : weighted ? "as weighted" : one.level().key());
        }
        BenchmarkScale.judge(e, scale)
                .ifPresent(
                        judged -> {
                            row.put("benchmark", judged.label().label());
                            row.put("scale", judged.scale().key());
                        });
        return row;
    }

    /// The coefficient that stands first beside alpha: Cohen's for two coders, Conger's for more.
    static Statistic kappa(DimensionAgreement one) {
        return one.estimate(Statistic.COHEN_KAPPA, "all").isPresent()
                ? Statistic.COHEN_KAPPA
                : Statistic.CONGER_KAPPA;
    }
}
