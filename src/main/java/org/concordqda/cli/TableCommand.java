package org.concordqda.cli;

import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.Printed;
import org.concordqda.study.Reports;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;

@Command(
        name = "table",
        description = "Count two dimensions against each other, unit by unit.",
        mixinStandardHelpOptions = true)
final class TableCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "DIMENSION", description = "Down the side.")
    private String rows = "";

    @Parameters(index = "2", paramLabel = "DIMENSION", description = "Across.")
    private String columns = "";

    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "Only this round (default: all, the latest counts).")
    private @Nullable String round;

    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    @Option(names = "--latex", description = "Print a LaTeX table.")
    private boolean latex;

    @Option(
            names = "--fewer-than",
            paramLabel = "N",
            description = "Merge values with fewer units than this into one.")
    private int threshold;

    @Override
    int run(Study open) {
        CrossTab table = open.reports().table(rows, columns, Optional.ofNullable(round), threshold);
        Printed form =
                json() ? Printed.JSON : csv ? Printed.CSV : latex ? Printed.LATEX : Printed.TEXT;
        Reports.print(
                form == Printed.TEXT || form == Printed.LATEX ? table.wide() : table.lengthwise(),
                form,
                out());
        return 0;
    }
}
