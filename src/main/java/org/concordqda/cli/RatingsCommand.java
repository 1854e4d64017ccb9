package org.concordqda.cli;

import org.concordqda.job.Progress;
import org.concordqda.model.RatingsReport;
import org.concordqda.model.RatingsReport.Column;
import org.concordqda.model.RatingsReport.Mapping;
import org.concordqda.study.RatingsImport;
import org.concordqda.study.Study;
import org.concordqda.text.Words;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

@Command(
        name = "ratings",
        description = "Import ratings that exist as a CSV or a workbook with a sheet per coder.",
        mixinStandardHelpOptions = true)
final class RatingsCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "A CSV or XLSX file.")
    private @Nullable Path file;

    @Option(
            names = "--round",
            required = true,
            paramLabel = "NAME",
            description = "The round they belong to.")
    private String round = "";

    @Option(
            names = "--sheet",
            paramLabel = "SHEET=CODER",
            description = "Whose sheet is whose; default: a sheet is its coder's name.")
    private Map<String, String> sheets = new LinkedHashMap<>();

    @Option(
            names = "--coder",
            paramLabel = "NAME",
            description = "Whose ratings the file holds, if one coder's.")
    private @Nullable String coder;

    @Option(
            names = "--unit",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "The columns that identify the unit.")
    private List<String> unit = new ArrayList<>();

    @Option(
            names = "--dimension",
            paramLabel = "COLUMN=DIMENSION",
            description = "What a column means, where its name does not say.")
    private Map<String, String> dimensions = new LinkedHashMap<>();

    @Option(
            names = "--map",
            paramLabel = "[DIMENSION:]OLD=NEW",
            description = "What a value means.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--unknown",
            paramLabel = "refuse|add",
            description =
                    "What to do with values that no code or alias explains (default: refuse).")
    private String unknown = "refuse";

    @Option(
            names = "--by-order",
            description = "Several rows with one unit correspond by their order.")
    private boolean byOrder;

    @Override
    int run(Study open) {
        if (!unknown.equals("refuse") && !unknown.equals("add")) {
            throw usage("--unknown is refuse or add, not “" + unknown + "”.");
        }
        RatingsReport report =
                open.imports()
                        .ratings(
                                Objects.requireNonNull(file),
                                sheets,
                                java.util.Optional.ofNullable(coder),
                                new RatingsImport.Options(
                                        round,
                                        unit.stream().map(String::strip).toList(),
                                        dimensions,
                                        values,
                                        unknown.equals("add"),
                                        byOrder),
                                Progress.NONE);
        if (json()) {
            JsonOut.print(out(), report);
        } else {
            print(report);
        }
        return 0;
    }

    private void print(RatingsReport r) {
        out().printf(
                        "%s, %s; %s stored, %s there already, %s blank.%n",
                        Words.counted(r.rows(), "row"),
                        Words.counted(r.units(), "unit"),
                        Words.counted(r.stored(), "rating"),
                        Words.number(r.same()),
                        Words.counted(r.blanks(), "cell"));
        for (Column c : r.columns()) {
            out().printf("  column “%s” → %s%n", c.column(), c.dimension());
        }
        r.leftOut().forEach(line -> out().println("  left out " + line));
        if (!r.mappings().isEmpty()) {
            out().println("Values not written as the code is named:");
            for (Mapping m : r.mappings()) {
                out().printf(
                                "  %s: “%s” → %s (%s, %d×)%n",
                                m.dimension(), m.written(), m.code(), m.how(), m.count());
            }
        }
        r.duplicates().forEach(out()::println);
        r.notes().forEach(out()::println);
        if (!r.newSources().isEmpty()) {
            out().printf(
                            "%d units match no source and stand without text until it is"
                                    + " imported.%n",
                            r.newSources().size());
        }
        if (r.stored() == 0) {
            out().println("Nothing changed.");
        }
    }
}
