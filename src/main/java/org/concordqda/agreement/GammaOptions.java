package org.concordqda.agreement;

/// How gamma is measured.
///
/// @param wanted whether it is computed at all
/// @param alpha weight of positions
/// @param beta weight of codes
/// @param empty what a passage without partner costs, Δ∅
/// @param samples how many random continua the expected disorder is the mean of, 30 or more
public record GammaOptions(boolean wanted, double alpha, double beta, double empty, int samples) {
    /// α = β = Δ∅ = 1, 30 samples.
    public static final GammaOptions DEFAULT = new GammaOptions(true, 1, 1, 1, 30);

    /// No gamma.
    public static final GammaOptions NONE = new GammaOptions(false, 1, 1, 1, 30);

    public GammaOptions {
        if (!(alpha >= 0) || !(beta >= 0) || !(alpha + beta > 0) || !(empty > 0)) {
            throw new IllegalArgumentException(
                    "Gamma needs weights of 0 or more, not both 0, and a positive cost of an empty"
                            + " partner.");
        }
        if (samples < 2) {
            throw new IllegalArgumentException(
                    "Gamma needs 2 samples or more, not " + samples + ".");
        }
    }
}
