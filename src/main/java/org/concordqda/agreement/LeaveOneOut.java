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
}
