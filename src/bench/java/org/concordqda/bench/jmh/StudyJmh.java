package org.concordqda.bench.jmh;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.bench.BigStudy;
import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.ImportedTable;
import org.concordqda.study.Agreements;
import org.concordqda.study.RatingsImport;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// What the desk asks a study for: ten dimensions of six values, three coders, a tenth missing, a tenth of the
/// sources with two units, so that whole sources are drawn 2,000 times; every pair and every code.
@State(Scope.Benchmark)
public class StudyJmh {
    private static final int DIMENSIONS = 10;
    private static final int CODES = 6;

    @Param({"10", "1"})
    public int part;

    private Path folder = Path.of("");
    private @Nullable Study study;

    @Setup
    public void build() throws IOException {
        folder = Files.createTempDirectory("concord-bench");
        Study made =
                Study.create(
                        folder.resolve("s.concord"),
                        new Study.Start(
                                "S",
                                Approach.CODING_RELIABILITY,
                                "R0",
                                List.of(BigStudy.codebook(DIMENSIONS, CODES))));
        List<RatingsImport.Sheet> sheets = new ArrayList<>();
        for (int g = 0; g < 3; g++) {
            sheets.add(new RatingsImport.Sheet(sheet(5000 / part, g), "R" + g));
        }
        RatingsImport.run(
                made,
                sheets,
                new RatingsImport.Options("Main", List.of("Key"), Map.of(), Map.of(), false, true),
                Progress.NONE);
        study = made;
    }

    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(study).close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
    }

    @Benchmark
    public List<DimensionAgreement> every() {
        return Objects.requireNonNull(study)
                .agreements()
                .compute(
                        new Agreements.Request(
                                List.of(),
                                List.of(),
                                MatrixOptions.DEFAULT,
                                AgreementOptions.DEFAULT),
                        Progress.NONE);
    }

    private static ImportedTable sheet(int units, int coder) {
        Random truth = new Random(7);
        Random own = new Random(coder);
        List<List<String>> rows = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            // Every tenth source holds two units.
            List<String> row = new ArrayList<>(List.of("o/r#" + (u % 10 == 1 ? u : u + 1)));
            for (int d = 0; d < DIMENSIONS; d++) {
                int code = truth.nextInt(CODES);
                int said = own.nextInt(10) < 7 ? code : own.nextInt(CODES);
                row.add(own.nextInt(10) == 0 ? "" : "Code " + said);
            }
            rows.add(List.copyOf(row));
        }
        return BigStudy.sheet(DIMENSIONS, rows);
    }
}
