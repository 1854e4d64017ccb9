package org.concordqda.agreement;

import org.concordqda.job.Progress;

/// What the benchmarks time: one family of passages at a time, without intervals.
public final class PassageBench {
    private final Continua continua;
    private final ClusterMap clusters;

    public PassageBench(Continua continua) {
        this.continua = continua;
        this.clusters = ClusterMap.of(continua.sources());
    }

    public double[] family2016() {
        return values(new DomainSums(continua, continua.sources(), clusters, true, ""));
    }

    public double[] alpha1995() {
        return values(new Unitizing1995(continua, clusters));
    }

    /// Cohen's kappa, F1 and the rest of each code, per character.
    public double[] kappas() {
        PassageOptions options = PassageOptions.DEFAULT;
        return values(
                new CodePairSums(
                        continua,
                        continua.sources(),
                        continua.active(),
                        clusters,
                        options,
                        false,
                        ""));
    }

    public double[] gamma() {
        return values(
                new GammaSums(
                        continua.sources(), clusters, GammaOptions.DEFAULT, 1, Progress.NONE));
    }

    private static double[] values(PassageFamily family) {
        double[] out = new double[3 * family.statistics().length];
        family.coefficients(family.whole(), new double[family.scratch()], out);
        return out;
    }
}
