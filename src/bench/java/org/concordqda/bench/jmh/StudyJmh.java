package org.concordqda.bench.jmh;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.model.Approach;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.ImportedTable;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Special;
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
import java.util.Optional;
import java.util.Random;
import java.util.Set;

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
                                "S", Approach.CODING_RELIABILITY, "R0", List.of(codebook())));
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
        List<String> header = new ArrayList<>(List.of("Key"));
        for (int d = 0; d < DIMENSIONS; d++) {
            header.add("Dimension " + d);
        }
        return new ImportedTable("big.csv", "", header, rows, 2);
    }

    private static ImportedCodebook codebook() {
        List<Dimension> dimensions = new ArrayList<>();
        for (int d = 0; d < DIMENSIONS; d++) {
            List<Code> codes = new ArrayList<>();
            for (int c = 0; c < CODES; c++) {
                codes.add(
                        new Code(
                                new CodeId(0),
                                "",
                                "code-" + c,
                                "Code " + c,
                                List.of(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                Special.ORDINARY,
                                false,
                                false,
                                List.of()));
            }
            dimensions.add(
                    new Dimension(
                            new DimensionId(0),
                            "",
                            "dimension-" + d,
                            "Dimension " + d,
                            List.of(),
                            "",
                            org.concordqda.model.Scope.UNIT,
                            Choice.ONE,
                            Scale.NOMINAL,
                            Set.of(),
                            Optional.empty(),
                            false,
                            Reliability.MEASURED,
                            "",
                            "",
                            List.of(),
                            codes));
        }
        return new ImportedCodebook("", "Big", "", "", "", dimensions);
    }
}
