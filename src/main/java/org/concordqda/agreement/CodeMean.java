package org.concordqda.agreement;

import java.util.List;

/// The macro mean of a coefficient over the codes, never without the count of those it leaves out.
///
/// @param statistic which coefficient
/// @param mean over the codes where it is defined, NaN when there is none
/// @param defined how many codes that is
/// @param undefined for how many it does not exist
public record CodeMean(Statistic statistic, double mean, int defined, int undefined) {
    /// The means of every coefficient that was computed per code, in the order of the statistics.
    public static List<CodeMean> all(List<Estimate> estimates) {
        return estimates.stream()
                .filter(e -> e.scope().startsWith("code=") && e.statistic().chanceCorrected())
                .filter(e -> plain(e.scope()))
                .map(Estimate::statistic)
                .distinct()
                .sorted()
                .map(statistic -> of(estimates, statistic))
                .toList();
    }

    /// A code and nothing else: no pair, no other granularity.
    private static boolean plain(String scope) {
        return !scope.contains(";pair=")
                && !scope.contains(";at=")
                && !scope.contains(";reference=");
    }

    /// The mean of one statistic over the scopes `code=…` of a result.
    public static CodeMean of(List<Estimate> estimates, Statistic statistic) {
        double sum = 0;
        int defined = 0;
        int undefined = 0;
        for (Estimate e : estimates) {
            if (e.statistic() == statistic && e.scope().startsWith("code=") && plain(e.scope())) {
                if (e.defined()) {
                    sum += e.value();
                    defined++;
                } else {
                    undefined++;
                }
            }
        }
        return new CodeMean(
                statistic, defined == 0 ? Double.NaN : sum / defined, defined, undefined);
    }
}
