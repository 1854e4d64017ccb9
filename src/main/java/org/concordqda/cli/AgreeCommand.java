package org.concordqda.cli;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.BenchmarkScale;
import org.concordqda.agreement.GammaOptions;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.agreement.Level;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.PassageOptions;
import org.concordqda.agreement.Scaling;
import org.concordqda.agreement.Weights;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.study.PlainTables;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// `concord agree`: every coefficient of a plain table, without a study. Exit code 0 also when a
/// coefficient is undefined, 1 when the table cannot be used, 2 when the options cannot.
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        description = {
            "Agreement of a plain table: unit,coder1,coder2,… with blanks for missing;",
            "with --sets values like A|B ({} is nothing); with --spans coder,start,end,code."
        })
public final class AgreeCommand implements Callable<Integer> {
    private static final List<IntervalMethod> CLUSTERS =
            List.of(IntervalMethod.CLUSTER, IntervalMethod.CLUSTER_BCA);
    private static final List<IntervalMethod> UNITS =
            List.of(
                    IntervalMethod.ANALYTIC,
                    IntervalMethod.PERCENTILE,
                    IntervalMethod.BCA,
                    IntervalMethod.PAIRS);

    /// The eight that need no tree.
    private static final List<Weights> PLAIN =
            Arrays.stream(Weights.values()).filter(w -> w != Weights.TREE).toList();

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "TABLE.csv",
            description = "CSV, or the first sheet of an .xlsx")
    private Path file = Path.of("");

    @Option(names = "--level", description = "metric of alpha: nominal, ordinal, interval, ratio")
    private @Nullable String level;

    @Option(
            names = "--weights",
            description =
                    "weights of every statistic: identity, linear, quadratic, ordinal, radical,"
                            + " ratio, circular, bipolar")
    private @Nullable String weights;

    @Option(names = "--ranks", description = "weights on ranks")
    private boolean ranks;

    @Option(names = "--values", description = "weights on the values as numbers")
    private boolean values;

    @Option(
            names = "--categories",
            paramLabel = "LIST",
            split = ",",
            description = "the codebook's list in its order, divided by commas")
    private List<String> categories = List.of();

    @Option(
            names = "--missing",
            description = "available, pairwise, complete or category (default: available)")
    private @Nullable String missing;

    @Option(
            names = "--interval",
            description = {
                "analytic (default), bootstrap, bca, cluster=COLUMN, cluster-bca=COLUMN;",
                "krippendorff: his bootstrap of pairs for alpha, for comparison only"
            })
    private @Nullable String interval;

    @Option(names = "--replicates", description = "of the bootstrap (default: 2000)")
    private int replicates = 2000;

    @Option(names = "--seed", description = "of the bootstrap (default: 1)")
    private long seed = 1;

    @Option(names = "--confidence", description = "of the intervals (default: 0.95)")
    private double confidence = 0.95;

    @Option(
            names = "--population",
            paramLabel = "N",
            description = "the units are a sample of N: analytic errors shrink by √(1 − n/N)")
    private int population;

    @Option(
            names = "--benchmark",
            paramLabel = "SCALE",
            description = {
                "landis-koch, mchugh, altman, fleiss or krippendorff",
                "(default: krippendorff for alpha, landis-koch for the rest)"
            })
    private @Nullable String benchmark;

    @Option(
            names = "--reference",
            paramLabel = "CODER",
            description = "precision and recall against this coder (with --spans)")
    private @Nullable String reference;

    @Option(
            names = "--uncoded",
            paramLabel = "in|out",
            description = "whether text that nobody coded counts (with --spans, default: in)")
    private @Nullable String uncoded;

    @Option(names = "--sets", description = "cells hold several values")
    private boolean sets;

    @Option(names = "--spans", description = "the table holds spans of one text")
    private boolean spans;

    @Option(names = "--begin", description = "first position of the text (with --spans)")
    private @Nullable Integer begin;

    @Option(names = "--length", description = "number of positions of the text (with --spans)")
    private @Nullable Integer length;

    @Option(names = "--json", description = "one JSON array")
    private boolean json;

    @Override
    public Integer call() {
        refuseCombinations();
        Optional<BenchmarkScale> scale =
                choice("--benchmark", benchmark, BenchmarkScale.values(), BenchmarkScale::key);
        try {
            PlainTables.Outcome outcome = spans ? passages() : units();
            AgreeOutput output =
                    new AgreeOutput(
                            outcome, scale, spans ? Optional.empty() : Optional.of(policy()));
            if (json) {
                output.json(line().getOut());
                outcome.remarks().forEach(line().getErr()::println);
            } else {
                output.text(line().getOut());
            }
            line().getOut().flush();
            line().getErr().flush();
            return 0;
        } catch (ConcordException e) {
            line().getErr().println(e.getMessage());
            line().getErr().flush();
            return 1;
        }
    }

    private PlainTables.Outcome units() {
        IntervalMethod method = IntervalMethod.AUTO;
        Optional<String> cluster = Optional.empty();
        if (interval != null && interval.indexOf('=') > 0) {
            String[] parts = interval.split("=", 2);
            method =
                    OptionWords.of(line(), "--interval", parts[0], CLUSTERS, IntervalMethod::key)
                            .orElse(method);
            cluster = Optional.of(parts[1].strip());
        } else if (interval != null) {
            method =
                    UNITS.stream()
                            .filter(m -> m.key().equalsIgnoreCase(interval.strip()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            usage(
                                                    "--interval is analytic, bootstrap, bca,"
                                                            + " krippendorff, cluster=COLUMN or"
                                                            + " cluster-bca=COLUMN, not “"
                                                            + interval
                                                            + "”."));
        }
        AgreementOptions options =
                checked(() -> AgreementOptions.DEFAULT.withReplicates(replicates, seed))
                        .withInterval(method)
                        .withMissing(policy())
                        .withWeights(
                                OptionWords.of(line(), "--weights", weights, PLAIN, Weights::key)
                                        .orElse(Weights.IDENTITY))
                        .withScaling(
                                ranks ? Scaling.RANKS : values ? Scaling.VALUES : Scaling.AUTO);
        AgreementOptions sure =
                checked(() -> options.withConfidence(confidence).withPopulation(population));
        AgreementOptions chosen =
                choice("--level", level, Level.values(), Level::key)
                        .map(sure::withLevel)
                        .orElse(sure);
        List<String> list = categories.stream().map(String::strip).toList();
        return PlainTables.units(
                file, new PlainTables.Reading(sets, list, cluster), chosen, Progress.NONE);
    }

    private Missing policy() {
        return choice("--missing", missing, Missing.values(), Missing::key)
                .orElse(Missing.AVAILABLE);
    }

    private PlainTables.Outcome passages() {
        if (length == null) {
            throw usage("--spans needs the text: --begin B --length L.");
        }
        PassageOptions options =
                checked(
                        () ->
                                PassageOptions.DEFAULT
                                        .withReplicates(replicates, seed)
                                        .withConfidence(confidence)
                                        .withUncoded(!"out".equalsIgnoreCase(uncoded))
                                        .withGamma(GammaOptions.DEFAULT));
        return PlainTables.spans(
                file,
                new PlainTables.Text(begin == null ? 0 : begin, length),
                Optional.ofNullable(reference),
                options,
                Progress.NONE);
    }

    private void refuseCombinations() {
        if (level != null && weights != null) {
            throw usage(
                    "--level sets alpha's metric and --weights sets it too, with every other"
                            + " statistic's: give one of them.");
        }
        if (ranks && values) {
            throw usage("--ranks and --values exclude each other.");
        }
        if (sets && spans) {
            throw usage("--sets and --spans exclude each other.");
        }
        if (!spans && (begin != null || length != null)) {
            throw usage("--begin and --length belong to --spans.");
        }
        if ((sets || spans) && (level != null || weights != null || !categories.isEmpty())) {
            throw usage(
                    "--level, --weights and --categories belong to tables with one value per"
                            + " unit.");
        }
        if (!spans && (reference != null || uncoded != null)) {
            throw usage("--reference and --uncoded belong to --spans.");
        }
        if (uncoded != null
                && !uncoded.equalsIgnoreCase("in")
                && !uncoded.equalsIgnoreCase("out")) {
            throw usage("--uncoded is in or out, not “" + uncoded + "”.");
        }
        if (spans && population != 0) {
            throw usage("--population belongs to tables of units.");
        }
        if (spans && (interval != null || missing != null)) {
            throw usage("--interval and --missing belong to tables of units.");
        }
    }

    private <T> Optional<T> choice(
            String option, @Nullable String given, T[] all, Function<T, String> key) {
        return OptionWords.of(line(), option, given, all, key);
    }

    private <T> T checked(java.util.function.Supplier<T> options) {
        return OptionWords.checked(line(), options);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(line(), sentence);
    }

    private picocli.CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("not run by picocli");
        }
        return spec.commandLine();
    }
}
