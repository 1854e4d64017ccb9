package org.concordqda.bench;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Granularity;
import org.concordqda.agreement.IntervalMethod;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.study.AgreementView;
import org.concordqda.study.AgreementView.By;
import org.concordqda.study.Agreements;
import org.concordqda.study.RaterSheets;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What the place Agreement computes from a study's file: 5,000 units x 10 dimensions x 3 coders, every
/// coefficient with its interval, 2,000 bootstrap replicates each.
public final class AgreementViewBenchmark implements Benchmark {
    private static final int UNITS = 5000;
    private static final int DIMENSIONS = 10;
    private static final int CODERS = 3;

    @Override
    public void run(Report out) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        Path file = folder.resolve("study.concord");
        RaterSheets.study(
                sheets(folder),
                new RaterSheets.Options(
                        List.of("Unit"),
                        false,
                        Optional.empty(),
                        List.of(),
                        AgreementOptions.DEFAULT),
                file,
                "Wave",
                Progress.NONE);
        try (Study study = Study.open(file)) {
            for (IntervalMethod method : List.of(IntervalMethod.AUTO, IntervalMethod.PERCENTILE)) {
                for (By by : List.of(By.DIMENSION, By.CODE, By.PAIR)) {
                    AgreementView.Wanted wanted =
                            new AgreementView.Wanted(
                                    by,
                                    new Agreements.Request(
                                            List.of("Wave"),
                                            List.of(),
                                            MatrixOptions.DEFAULT,
                                            AgreementOptions.DEFAULT.withInterval(method)),
                                    Optional.empty(),
                                    Granularity.CHARACTER);
                    double ours =
                            Report.bestSeconds(
                                    3, () -> study.agreements().view(wanted, Progress.NONE));
                    Report.Line line =
                            out.measure(
                                            "The desk's table by "
                                                    + by.key()
                                                    + (method == IntervalMethod.AUTO
                                                            ? ", analytic"
                                                            : ", 2,000 replicates"),
                                            "5,000 x 10 dimensions x 3")
                                    .ours(ours, "s");
                    (by == By.DIMENSION ? line.atMost(1) : line).print();
                }
            }
        }
    }

    private static List<Path> sheets(Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        Random random = new Random(3);
        int[][] truth = new int[DIMENSIONS][];
        for (int d = 0; d < DIMENSIONS; d++) {
            truth[d] = random.ints(UNITS, 0, 6).toArray();
        }
        for (int g = 0; g < CODERS; g++) {
            StringBuilder text = new StringBuilder("Unit");
            for (int d = 0; d < DIMENSIONS; d++) {
                text.append(",Question ").append(d);
            }
            text.append('\n');
            for (int u = 0; u < UNITS; u++) {
                text.append('u').append(u);
                for (int d = 0; d < DIMENSIONS; d++) {
                    boolean blank = random.nextInt(20) == 0;
                    int at = random.nextInt(4) == 0 ? random.nextInt(6) : truth[d][u];
                    text.append(',').append(blank ? "" : "value " + at);
                }
                text.append('\n');
            }
            files.add(Files.writeString(folder.resolve("coder" + g + ".csv"), text));
        }
        return files;
    }
}
