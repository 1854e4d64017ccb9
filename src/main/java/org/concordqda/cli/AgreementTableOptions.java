package org.concordqda.cli;

import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.Printed;
import org.concordqda.job.Progress;
import org.concordqda.study.AgreementView;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.Agreements;
import org.concordqda.study.Reports;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tables of the place Agreement on the command line: `--by code`, `--by pair` and so on.
final class AgreementTableOptions {
    @Option(
            names = "--by",
            paramLabel = "ROWS",
            description =
                    "One table as the desk shows it: dimension, code, pair, source, round or passages.")
    private @Nullable String by;

    @Option(
            names = "--statistic",
            paramLabel = "KEY",
            description = "With --by, which coefficient leads (default: what the round chose).")
    private @Nullable String statistic;

    @Option(
            names = "--granularity",
            paramLabel = "UNIT",
            description = "With --by passages: character (default), sentence, turn or source.")
    private String granularity = "character";

    @Option(names = "--csv", description = "With --by, print CSV.")
    private boolean csv;

    @Option(names = "--latex", description = "With --by, print a LaTeX table (booktabs).")
    private boolean latex;

    boolean wanted() {
        return by != null;
    }

    void print(Study open, Agreements.Request request, boolean json, StudyCommand command) {
        if ((csv ? 1 : 0) + (latex ? 1 : 0) + (json ? 1 : 0) > 1) {
            throw command.usage("--csv, --latex and --json exclude each other.");
        }
        String rows = java.util.Objects.requireNonNull(by);
        AgreementView.Wanted wanted =
                new AgreementView.Wanted(
                        one("--by", rows, List.of(By.values()), By::key, command),
                        request.withPassages(
                                new Agreements.PassageChoice(
                                        java.util.EnumSet.allOf(Granularity.class), false)),
                        Optional.ofNullable(statistic)
                                .map(
                                        key ->
                                                one(
                                                        "--statistic",
                                                        key,
                                                        Arrays.asList(Statistic.values()),
                                                        Statistic::key,
                                                        command)),
                        one(
                                "--granularity",
                                granularity,
                                List.of(Granularity.values()),
                                Granularity::key,
                                command));
        AgreementView view = open.agreements().view(wanted, Progress.NONE);
        if (json || csv) {
            Reports.print(view.table().tidy(), json ? Printed.JSON : Printed.CSV, command.out());
            view.notes().forEach(command.err()::println);
            command.err().flush();
            return;
        }
        Reports.print(view.table().printed(), latex ? Printed.LATEX : Printed.TEXT, command.out());
        String mark = latex ? "% " : "";
        view.notes().forEach(note -> command.out().println(mark + note));
    }

    private static <T> T one(
            String option,
            String word,
            List<T> values,
            Function<T, String> key,
            StudyCommand command) {
        return values.stream()
                .filter(v -> key.apply(v).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () ->
                                command.usage(
                                        option
                                                + " is "
                                                + values.stream()
                                                        .map(key)
                                                        .collect(Collectors.joining(", "))
                                                + "; not “"
                                                + word
                                                + "”."));
    }
}
