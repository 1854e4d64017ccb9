package org.concordqda.bench;

import org.concordqda.job.Progress;
import org.concordqda.study.StoreWorkload;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Importing issues with five comments each into a study: read, stored, indexed for full text.
public final class ImportBenchmark implements Benchmark {
    @Override
    public String heap() {
        return "512m";
    }

    @Override
    public void run(Report out) throws Exception {
        for (int count : new int[] {1_000, 10_000}) {
            Path folder = Files.createTempDirectory("concord-bench");
            Path issues = folder.resolve("issues.json");
            Path comments = folder.resolve("comments.json");
            ReadIssuesBenchmark.write(issues, comments, count);
            try (Study study = StoreWorkload.study(folder.resolve("import.concord"), 1)) {
                double seconds =
                        Report.seconds(
                                () ->
                                        study.imports()
                                                .sources(
                                                        List.of(issues, comments),
                                                        "auto",
                                                        Progress.NONE));
                if (study.sources().list().size() != count) {
                    throw new IllegalStateException("Not all issues came in.");
                }
                out.measure(
                                "Import issues into a study",
                                String.format(Locale.ROOT, "%,d x 5 comments, 512 MB heap", count))
                        .ours(seconds, "s")
                        .atMost(15)
                        .print();
                double search =
                        Report.bestSeconds(5, () -> study.sources().search("gradient lo", 50));
                out.measure("Full-text search", String.format(Locale.ROOT, "%,d issues", count))
                        .ours(search * 1000, "ms")
                        .atMost(100)
                        .print();
            }
        }
    }
}
