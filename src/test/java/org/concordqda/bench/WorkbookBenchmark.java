package org.concordqda.bench;

import org.concordqda.analysis.Column;
import org.concordqda.analysis.Table;
import org.concordqda.job.Progress;
import org.concordqda.report.Sheet;
import org.concordqda.report.WorkbookFile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A sheet of 200,000 rows and its CSV, in 256 MB of heap.
public final class WorkbookBenchmark implements Benchmark {
    private static final int ROWS = 200_000;

    @Override
    public String heap() {
        return "256m";
    }

    @Override
    public void run(Report out) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        try {
            double seconds =
                    Report.seconds(
                            () ->
                                    WorkbookFile.write(
                                            folder.resolve("big.xlsx"),
                                            List.of(Sheet.of(ratings())),
                                            Progress.NONE));
            out.measure("Write a sheet and its CSV", "200,000 rows x 10, -Xmx256m")
                    .ours(seconds, "s")
                    .atMost(30)
                    .print();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    private static Table ratings() {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        return new Table(
                "Ratings long",
                List.of(
                        Column.id("rating id"),
                        Column.text("round"),
                        Column.text("coder"),
                        Column.id("source id"),
                        Column.text("source"),
                        Column.text("dimension"),
                        Column.id("code id"),
                        Column.text("value"),
                        Column.text("note"),
                        Column.date("at (UTC)")),
                sink -> {
                    for (int i = 0; i < ROWS; i++) {
                        sink.row(
                                i,
                                "Main",
                                "Coder " + i % 3,
                                i / 30,
                                "owner/repository#" + i / 30,
                                "Dimension " + i % 10,
                                i % 50,
                                "A value of the codebook " + i % 50,
                                "=note " + i + " with some words of explanation, not all alike",
                                start.plusSeconds(i));
                    }
                });
    }
}
