package org.concordqda.bench;

import org.concordqda.intake.KindHint;
import org.concordqda.intake.SourceReaders;
import org.concordqda.intake.SourceSink;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportedSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reading 10,000 issues whose 50,000 comments come in a file of their own, in a heap of 256 MB.
public final class ReadIssuesBenchmark implements Benchmark {
    private static final int ISSUES = 10_000;
    private static final int COMMENTS = 5;

    @Override
    public String heap() {
        return "256m";
    }

    @Override
    public void run(Report out) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        Path issues = folder.resolve("issues.json");
        Path comments = folder.resolve("comments.json");
        try {
            write(issues, comments, ISSUES);
            double tree =
                    Report.seconds(
                            () -> {
                                JsonMapper mapper = new JsonMapper();
                                try (var parser = mapper.createParser(issues);
                                        var items =
                                                mapper.readerFor(JsonNode.class)
                                                        .<JsonNode>readValues(parser)) {
                                    long n = 0;
                                    while (items.hasNext()) {
                                        n += items.next().size();
                                    }
                                    return n;
                                }
                            });
            Counting sink = new Counting();
            double seconds =
                    Report.seconds(
                            () -> {
                                SourceReaders.read(
                                        List.of(issues, comments),
                                        KindHint.AUTO,
                                        sink,
                                        Progress.NONE);
                                return sink;
                            });
            if (sink.sources != ISSUES || sink.turns != ISSUES * (COMMENTS + 1L)) {
                throw new IllegalStateException(sink.sources + " issues, " + sink.turns + " turns");
            }
            long bytes = Files.size(issues) + Files.size(comments);
            out.measure("Read issues, comments apart", "10,000 x 5, " + (bytes >> 20) + " MB")
                    .ours(seconds, "s")
                    .peer("Jackson, issues as trees", tree)
                    .atMost(15)
                    .print();
        } finally {
            Files.deleteIfExists(issues);
            Files.deleteIfExists(comments);
            Files.deleteIfExists(folder);
        }
    }

    static void write(Path issues, Path comments, int count) throws IOException {
        String body = "Loss becomes NaN after epoch 3 when 训练 continues. ".repeat(30) + "\\r\\n";
        String urls = "https://api.github.com/users/someone/received_events{/privacy} ".repeat(20);
        try (BufferedWriter a = Files.newBufferedWriter(issues);
                BufferedWriter b = Files.newBufferedWriter(comments)) {
            a.write('[');
            b.write('[');
            for (int i = 1; i <= count; i++) {
                a.write(
                        (i > 1 ? "," : "")
                                + "{\"html_url\":\"https://github.com/o/r/issues/"
                                + i
                                + "\",\"number\":"
                                + i
                                + ",\"title\":\"Issue "
                                + i
                                + "\",\"user\":{\"login\":\"u\",\"urls\":\""
                                + urls
                                + "\"},\"labels\":[{\"name\":\"bug\"}],\"state\":\"closed\",\"comments\":5,"
                                + "\"created_at\":\"2020-01-01T00:00:00Z\",\"body\":\""
                                + body
                                + "\"}");
                for (int c = 0; c < COMMENTS; c++) {
                    // Comments of one issue lie far apart, as in lists sorted by date.
                    int issue = (i + c * 1999) % ISSUES + 1;
                    b.write(
                            (i > 1 || c > 0 ? "," : "")
                                    + "{\"issue_url\":\"https://api.github.com/repos/o/r/issues/"
                                    + issue
                                    + "\",\"id\":"
                                    + (i * 10 + c)
                                    + ",\"user\":{\"login\":\"v\",\"urls\":\""
                                    + urls
                                    + "\"},\"created_at\":\"2020-01-0"
                                    + (c + 1)
                                    + "T00:00:00Z\",\"body\":\""
                                    + body
                                    + "\"}");
                }
            }
            a.write(']');
            b.write(']');
        }
    }

    private static final class Counting implements SourceSink {
        private int sources;
        private long turns;

        @Override
        public void source(ImportedSource source) {
            sources++;
            turns += source.turns().size();
        }

        @Override
        public void problem(ImportProblem problem) {
            throw new IllegalStateException(problem.sentence());
        }

        @Override
        public void leftOut(String what, String file, String key) {}
    }
}
