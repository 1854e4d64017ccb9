package org.concordqda.cli;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Statistic;
import org.concordqda.job.Progress;
import org.concordqda.model.RatingsReport;
import org.concordqda.study.CodebookFiles;
import org.concordqda.study.RaterSheets;
import org.concordqda.study.RaterSheets.Column;
import org.concordqda.study.RaterSheets.Conflict;
import org.concordqda.study.RaterSheets.Numbers;
import org.concordqda.study.RaterSheets.Reading;
import org.concordqda.study.RaterSheets.Result;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "compare",
        description = "Compare raters' spreadsheets: agreement per column, and the conflicts.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A CSV or XLSX per rater, or one workbook with a sheet per rater.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--unit",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "The columns that name the unit.")
    private List<String> unit = new ArrayList<>();

    @Option(
            names = "--by-order",
            description = "Several rows with one unit correspond by their order.")
    private boolean byOrder;

    @Option(
            names = "--codebook",
            paramLabel = "TEMPLATE|FILE",
            description = "Read values as codes too, by their names and aliases.")
    private @Nullable String codebook;

    @Option(
            names = "--coder",
            paramLabel = "NAME",
            description = "Whose each sheet is, in order; default: the names of the files.")
    private List<String> coders = new ArrayList<>();

    @Option(
            names = "--into",
            paramLabel = "STUDY",
            description = "Make a study of them: columns as dimensions, ratings imported.")
    private @Nullable Path into;

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "The round of that study (default: Compared).")
    private String round = "Compared";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap (default: 1).")
    private long seed = 1;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Bootstrap replicates (default: 2000).")
    private int replicates = 2000;

    @Option(names = "--json", description = "Print machine-readable results.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        RaterSheets.Options options =
                new RaterSheets.Options(
                        unit,
                        byOrder,
                        Optional.ofNullable(codebook).map(CodebookFiles::read),
                        coders,
                        AgreementOptions.DEFAULT.withReplicates(replicates, seed));
        Result result = RaterSheets.compare(files, options, Progress.NONE);
        Optional<Path> study = Optional.ofNullable(into).map(NewCommand::withEnding);
        Optional<RatingsReport> made =
                study.map(to -> RaterSheets.study(files, options, to, round, Progress.NONE));
        if (json) {
            JsonOut.print(out, json(result, study, made));
        } else {
            CompareText.print(out, result);
            made.ifPresent(
                    r ->
                            out.printf(
                                    "Made %s: %d ratings of %d units in the round %s. Next:"
                                            + " concord agreement %s%n",
                                    study.orElseThrow(),
                                    r.stored(),
                                    r.units(),
                                    round,
                                    study.orElseThrow()));
        }
        out.flush();
        return 0;
    }

    private static Map<String, @Nullable Object> json(
            Result result, Optional<Path> study, Optional<RatingsReport> made) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Column column : result.columns()) {
            column.readings()
                    .forEach(
                            (reading, numbers) ->
                                    numbers.estimates()
                                            .forEach(
                                                    e ->
                                                            rows.add(
                                                                    row(
                                                                            result, column, reading,
                                                                            numbers, e))));
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("coders", result.coders());
        all.put("units", result.units());
        all.put("rows", rows);
        List<Map<String, @Nullable Object>> conflicts = new ArrayList<>();
        for (Conflict c : result.conflicts()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("dimension", c.column());
            one.put("values", List.of(c.first(), c.second()));
            one.put("count", c.count());
            one.put("agreementRise", JsonOut.number(c.agreement()));
            one.put("alphaRise", JsonOut.number(c.alpha()));
            conflicts.add(one);
        }
        all.put("conflicts", conflicts);
        all.put("unmatched", result.unmatched());
        all.put("notes", result.notes());
        study.ifPresent(to -> all.put("study", to.toString()));
        made.ifPresent(r -> all.put("stored", r.stored()));
        return all;
    }

    private static Map<String, @Nullable Object> row(
            Result result, Column column, Reading reading, Numbers numbers, Estimate e) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("dimension", column.name());
        column.dimension().ifPresent(d -> row.put("codebookDimension", d));
        row.put("reading", Words.of(reading));
        row.put("statistic", e.statistic().key());
        row.put("scope", e.scope());
        row.put("value", JsonOut.number(e.value()));
        e.undefined().ifPresent(reason -> row.put("undefined", reason));
        row.put("se", JsonOut.number(e.se()));
        row.put("ciLow", JsonOut.number(e.ciLow()));
        row.put("ciHigh", JsonOut.number(e.ciHigh()));
        row.put("interval", e.interval());
        row.put("n", e.pairable());
        row.put("missing", numbers.missing());
        row.put("unmatched", result.unmatched().values().stream().mapToInt(List::size).sum());
        return row;
    }

    /// The coefficient beside alpha: Cohen's for two raters, Conger's for more.
    static Statistic kappa(Result result) {
        return result.coders().size() == 2 ? Statistic.COHEN_KAPPA : Statistic.CONGER_KAPPA;
    }
}
