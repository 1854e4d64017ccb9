package org.concordqda.study;

import org.concordqda.analysis.AgreementReport;
import org.concordqda.analysis.CrossTab;
import org.concordqda.analysis.Printed;
import org.concordqda.analysis.Table;
import org.concordqda.analysis.UnitTables;
import org.concordqda.job.Job;
import org.concordqda.job.Progress;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.concordqda.model.SourceId;
import org.concordqda.report.AgreementWorkbook;
import org.concordqda.report.Replace;
import org.concordqda.report.SummaryWorkbook;
import org.concordqda.report.TableText;
import org.concordqda.report.WorkbookFile;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What goes out: workbooks, tables, exports. Everything is as the viewer may see it: others' work in sealed
/// rounds is in none of it.
public final class Reports {
    private final Study study;
    private final Clock clock;

    Reports(Study study, Clock clock) {
        this.study = study;
        this.clock = clock;
    }

    /// What the workbooks are called.
    public static final List<String> WORKBOOKS = List.of("agreement.xlsx", "summary.xlsx");

    /// Writes both workbooks with their CSVs into a folder: both, or when it is cancelled neither.
    ///
    /// @return a job that gives the files written, each workbook before its CSVs
    public Job<List<Path>> both(Path folder, ReportOptions options) {
        return progress -> {
            try (WorkbookFile.Aside agreement = agreementAside(folder, options, half(progress, 0));
                    WorkbookFile.Aside summary =
                            summaryAside(folder, options, half(progress, 0.5))) {
                List<Path> files = new ArrayList<>(agreement.place());
                files.addAll(summary.place());
                return List.copyOf(files);
            }
        };
    }

    /// CSVs in the folders beside the workbooks that a run has not written: of dimensions that were removed or
    /// renamed since an earlier run, or somebody's own. They stay; whoever writes says which they are.
    ///
    /// @param written what [#both] gave
    /// @return by name
    /// @throws ConcordException when a folder cannot be read
    public static List<Path> left(List<Path> written) {
        List<Path> left = new ArrayList<>();
        for (Path folder :
                written.stream()
                        .filter(file -> file.toString().endsWith(".csv"))
                        .map(Path::getParent)
                        .distinct()
                        .toList()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
                files.forEach(left::add);
            } catch (IOException | DirectoryIteratorException e) {
                throw new ConcordException("Cannot read “" + folder + "”: " + e.getMessage(), e);
            }
        }
        left.removeAll(Set.copyOf(written));
        return left.stream().sorted().toList();
    }

    /// Writes `agreement.xlsx` and the folder `agreement` of CSVs.
    public Job<List<Path>> agreement(Path folder, ReportOptions options) {
        return progress -> {
            try (WorkbookFile.Aside workbook = agreementAside(folder, options, progress)) {
                return workbook.place();
            }
        };
    }

    /// Writes `summary.xlsx` and the folder `summary` of CSVs.
    public Job<List<Path>> summary(Path folder, ReportOptions options) {
        return progress -> {
            try (WorkbookFile.Aside workbook = summaryAside(folder, options, progress)) {
                return workbook.place();
            }
        };
    }

    private WorkbookFile.Aside agreementAside(
            Path folder, ReportOptions options, Progress progress) {
        AgreementReport report = agreementReport(options, half(progress, 0));
        return WorkbookFile.aside(
                folder.resolve("agreement.xlsx"),
                AgreementWorkbook.sheets(report),
                half(progress, 0.5));
    }

    private WorkbookFile.Aside summaryAside(Path folder, ReportOptions options, Progress progress) {
        progress.report(0, "Reading the study");
        ReportData data = new ReportData(study);
        return WorkbookFile.aside(
                folder.resolve("summary.xlsx"),
                SummaryWorkbook.sheets(
                        new SummaryAssembly(data, options)
                                .report(clock.instant().truncatedTo(ChronoUnit.SECONDS))),
                progress);
    }

    /// What the agreement workbook says, for those who print single tables of it
    /// ([org.concordqda.analysis.CoefficientTables] and its neighbours).
    public AgreementReport agreementReport(ReportOptions options, Progress progress) {
        return new AgreementAssembly(new ReportData(study), options)
                .report(clock.instant().truncatedTo(ChronoUnit.SECONDS), progress);
    }

    /// Counts two dimensions (or attributes of sources) against each other, unit by unit, by settled values.
    ///
    /// @param round name of the one round to read; empty = all, the latest counts
    /// @param threshold values with fewer units are merged; 0 = none are
    /// @throws ConcordException when there is no such dimension or round
    public CrossTab table(String rows, String columns, Optional<String> round, int threshold) {
        Optional<RoundId> only = round.map(study.rounds()::named).map(Round::id);
        return new SummaryAssembly(new ReportData(study), ReportOptions.DEFAULT)
                .crossTab(rows, columns, only, threshold);
    }

    /// Every rating, one code per row.
    public Table ratings() {
        return new ExportTables(new ReportData(study)).ratings();
    }

    /// Every coding.
    public Table codings() {
        return new ExportTables(new ReportData(study)).codings(false);
    }

    /// Sources with their attributes, what they inherit from cases included.
    ///
    /// @param only these sources; empty for all
    public Table sources(Set<SourceId> only) {
        return AttributeTables.sources(study, only);
    }

    /// Cases with their sources and attributes.
    public Table cases() {
        return AttributeTables.cases(study);
    }

    /// The codebook as it is now, one code per row.
    public Table codebook() {
        return new CodebookTables(new ReportData(study)).codebook();
    }

    /// Every unit on which coders differ, and how it was settled.
    public Table decisions() {
        return UnitTables.disagreements(agreementReport(ReportOptions.DEFAULT, Progress.NONE));
    }

    /// Prints a table in a form; the writer stays open.
    public static void print(Table table, Printed form, Writer out) {
        TableText.write(table, form, out);
    }

    /// Writes a table to a CSV file; what was there is replaced once the whole is written.
    ///
    /// @return a job that gives the file
    /// @throws ConcordException when it cannot be written
    public static Job<Path> csv(Table table, Path file) {
        return progress -> {
            Replace.text(file, out -> print(table, Printed.CSV, out));
            return file;
        };
    }

    private static Progress half(Progress whole, double from) {
        return new Progress() {
            @Override
            public void report(double fraction, String message) {
                whole.report(from + Math.max(0, fraction) / 2, message);
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
