package org.concordqda.agreement;

import org.concordqda.job.Progress;

import java.util.ArrayList;
import java.util.List;

/// How much one coder matters: a coefficient with each coder left out in turn.
public final class LeaveOneOut {
    private LeaveOneOut() {}

    /// One estimate per active coder, its scope `without=NAME`, in the order of the coders.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(
            RatingTable table, Statistic statistic, AgreementOptions options, Progress progress) {
        List<Estimate> list = new ArrayList<>();
        for (int g : Agreement.active(table)) {
            progress.check();
            list.add(
                    Agreement.single(table.withoutCoder(g), statistic, options, progress)
                            .in("without=" + table.coders().get(g)));
        }
        return List.copyOf(list);
    }

    /// The same for sets of codes.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(
            SetTable table, Statistic statistic, AgreementOptions options, Progress progress) {
        List<Estimate> list = new ArrayList<>();
        for (int g : Agreement.active(table.exact())) {
            progress.check();
            list.add(
                    Agreement.single(table.withoutCoder(g), statistic, options, progress)
                            .in("without=" + table.exact().coders().get(g)));
        }
        return List.copyOf(list);
    }

    /// The same for passages: [PassageAgreement#lead] of all, without each coder.
    ///
    /// @throws org.concordqda.job.Cancelled when the progress was cancelled
    public static List<Estimate> of(Continua all, PassageOptions options, Progress progress) {
        List<Estimate> list = new ArrayList<>();
        Statistic statistic = PassageAgreement.lead(all);
        for (int g : all.active()) {
            progress.check();
            list.add(
                    PassageAgreement.single(all.withoutCoder(g), statistic, options, progress)
                            .in("without=" + all.coders().get(g)));
        }
        return List.copyOf(list);
    }
}
