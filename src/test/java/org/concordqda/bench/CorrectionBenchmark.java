package org.concordqda.bench;

import org.concordqda.model.CorrectionPlan;
import org.concordqda.study.CorrectionWorkload;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.util.Locale;

/// Correcting one word of a long source with many codings, and masking a name in many issues: preview, act
/// and undo, at full size and at a tenth.
public final class CorrectionBenchmark implements Benchmark {
    @Override
    public String heap() {
        return "512m";
    }

    @Override
    public void run(Report out) throws Exception {
        for (int tenths : new int[] {1, 10}) {
            word(out, 200_000 * tenths, 2_000 * tenths);
        }
        for (int issues : new int[] {1_000, 10_000}) {
            mask(out, issues);
        }
    }

    private static void word(Report out, int length, int codings) throws Exception {
        String size = String.format(Locale.ROOT, "%,d characters, %,d codings", length, codings);
        try (Study study =
                CorrectionWorkload.longSource(
                        Files.createTempDirectory("concord-bench"), length, codings)) {
            CorrectionWorkload.apply(study, CorrectionWorkload.plan(study));
            study.history().undo();
            double preview = Report.bestSeconds(3, () -> CorrectionWorkload.plan(study));
            CorrectionPlan plan = CorrectionWorkload.plan(study);
            double act = Report.seconds(() -> CorrectionWorkload.apply(study, plan));
            double undo = Report.seconds(() -> study.history().undo());
            out.measure("Preview a corrected word", size).ours(preview, "s").atMost(0.5).print();
            out.measure("Correct it", size).ours(act, "s").atMost(1).print();
            out.measure("Undo it", size).ours(undo, "s").atMost(2).print();
        }
    }

    private static void mask(Report out, int issues) throws Exception {
        String size = String.format(Locale.ROOT, "%,d issues", issues);
        try (Study study =
                CorrectionWorkload.issues(Files.createTempDirectory("concord-bench"), issues)) {
            CorrectionPlan[] plan = new CorrectionPlan[1];
            double find =
                    Report.seconds(
                            () -> {
                                plan[0] = CorrectionWorkload.mask(study);
                                return null;
                            });
            double act = Report.seconds(() -> CorrectionWorkload.apply(study, plan[0]));
            double undo = Report.seconds(() -> study.history().undo());
            out.measure("Preview a name masked everywhere", size)
                    .ours(find, "s")
                    .atMost(10)
                    .print();
            out.measure("Mask it", size).ours(act, "s").atMost(30).print();
            out.measure("Undo it", size).ours(undo, "s").atMost(30).print();
        }
    }
}
