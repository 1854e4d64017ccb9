package org.concordqda.bench;

import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.study.RatingsImport;
import org.concordqda.study.ReportOptions;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Both workbooks of a study of 200,000 ratings, in 256 MB of heap.
public final class ReportsBenchmark implements Benchmark {
    private static final int UNITS = 20_000;
    private static final int DIMENSIONS = 5;
    private static final int CODES = 8;

    @Override
    public String heap() {
        return "256m";
    }

    @Override
    public void run(Report out) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        try (Study study =
                Study.create(
                        folder.resolve("big.concord"),
                        new Study.Start(
                                "Big",
                                Approach.CODING_RELIABILITY,
                                "Ana",
                                List.of(BigStudy.codebook(DIMENSIONS, CODES))))) {
            for (String coder : List.of("Ana", "Ben")) {
                RatingsImport.run(
                        study,
                        List.of(sheet(coder)),
                        new RatingsImport.Options(
                                "Main", List.of("Key"), Map.of(), Map.of(), false, false),
                        Progress.NONE);
            }
            out.measure("Both workbooks of a study", "200,000 ratings, -Xmx256m")
                    .ours(
                            Report.seconds(
                                    () ->
                                            study.reports()
                                                    .both(
                                                            folder.resolve("out"),
                                                            ReportOptions.DEFAULT)
                                                    .run(Progress.NONE)),
                            "s")
                    .atMost(120)
                    .print();
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
        }
    }

    private static RatingsImport.Sheet sheet(String coder) {
        Random random = new Random(7);
        Random own = new Random(coder.hashCode());
        List<List<String>> rows = new ArrayList<>();
        for (int u = 0; u < UNITS; u++) {
            List<String> row = new ArrayList<>(List.of("o/r#" + (u + 1)));
            for (int d = 0; d < DIMENSIONS; d++) {
                int code = random.nextInt(CODES);
                row.add("Code " + (own.nextInt(5) == 0 ? own.nextInt(CODES) : code));
            }
            rows.add(List.copyOf(row));
        }
        return new RatingsImport.Sheet(BigStudy.sheet(DIMENSIONS, rows), coder);
    }
}
