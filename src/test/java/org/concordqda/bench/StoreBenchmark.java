package org.concordqda.bench;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.study.Agreements;
import org.concordqda.study.StoreWorkload;
import org.concordqda.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The store at the size of a large study and at a tenth of it: ratings in and back, one act, an import
/// hidden and brought back, and the agreement of it all.
public final class StoreBenchmark implements Benchmark {
    @Override
    public String heap() {
        return "1g";
    }

    @Override
    public void run(Report out) throws Exception {
        for (int count : new int[] {100_000, 1_000_000}) {
            store(out, count);
        }
        for (int units : new int[] {10_000, 100_000}) {
            agreement(out, units);
        }
    }

    private static void store(Report out, int count) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        String size = String.format(java.util.Locale.ROOT, "%,d", count);
        Path ours = folder.resolve("ours.concord");
        Path plain = folder.resolve("plain.concord");
        for (Path file : List.of(ours, plain)) {
            // Units, sources and codes the rows refer to; both files begin equal.
            Study study = StoreWorkload.study(file, 10);
            StoreWorkload.rate(study, count / 10, 1, "Someone");
            study.history().undo();
            study.history().redo();
            study.close();
        }
        deleteRatings(ours);
        deleteRatings(plain);
        double peer =
                Report.seconds(
                        () -> {
                            StoreWorkload.storePlain(plain, count);
                            return null;
                        });
        double peerRead = Report.bestSeconds(2, () -> StoreWorkload.readPlain(plain));
        Study study = Study.open(ours);
        double store =
                Report.seconds(
                        () -> {
                            StoreWorkload.storeRows(study, count);
                            return null;
                        });
        double read = Report.bestSeconds(2, () -> study.ratings().columns(Optional.empty()).size());
        out.measure("Store ratings", size)
                .ours(store, "s")
                .peer("plain JDBC", peer)
                .ratioAtMost(2)
                .print();
        out.measure("Read ratings back", size)
                .ours(read, "s")
                .peer("plain JDBC", peerRead)
                .ratioAtMost(2)
                .print();
        double hide = Report.seconds(() -> study.history().undo());
        double restore = Report.seconds(() -> study.history().redo());
        out.measure("Hide an import of ratings", size).ours(hide, "s").atMost(5).print();
        out.measure("Restore it", size).ours(restore, "s").atMost(5).print();
        study.close();
        // In turn, so that both meet the disk in the same mood; the median of the turns counts.
        double[] acts = new double[15];
        double[] bares = new double[15];
        try (Study again = Study.open(ours)) {
            for (int warm = 1; warm <= 30; warm++) {
                StoreWorkload.acts(again, 20, -warm);
                StoreWorkload.bareCommits(plain, 20, -warm);
            }
            for (int turn = 0; turn < acts.length; turn++) {
                acts[turn] = StoreWorkload.acts(again, 20, turn) / 20;
                bares[turn] = StoreWorkload.bareCommits(plain, 20, turn) / 20;
            }
        }
        java.util.Arrays.sort(acts);
        java.util.Arrays.sort(bares);
        double act = acts[acts.length / 2];
        double bare = bares[bares.length / 2];
        out.measure("One act with its entry", size + " ratings")
                .ours(act * 1000, "ms")
                .peer("bare one-row commit", bare * 1000)
                .ratioAtMost(3)
                .print();
    }

    private static void agreement(Report out, int units) throws Exception {
        Path folder = Files.createTempDirectory("concord-bench");
        try (Study study = StoreWorkload.study(folder.resolve("agreement.concord"), 10)) {
            StoreWorkload.rate(study, units, 10, "Ana", "Ben", "Chi");
            double seconds =
                    Report.seconds(
                            () ->
                                    study.agreements()
                                            .compute(
                                                    new Agreements.Request(
                                                            List.of(),
                                                            List.of(),
                                                            MatrixOptions.DEFAULT,
                                                            AgreementOptions.DEFAULT.withReplicates(
                                                                    1000, 1)),
                                                    Progress.NONE));
            out.measure("Agreement with intervals", units + " units x 3 coders x 10 dimensions")
                    .ours(seconds, "s")
                    .atMost(10)
                    .print();
        }
    }

    private static void deleteRatings(Path file) throws Exception {
        try (var c = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var s = c.createStatement()) {
            s.execute("DELETE FROM rating_code_all");
            s.execute("DELETE FROM rating_all");
            s.execute("DELETE FROM delta WHERE tbl IN ('rating', 'rating_code')");
            s.execute("VACUUM");
        }
    }
}
