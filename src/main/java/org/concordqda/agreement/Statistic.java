package org.concordqda.agreement;

/// Every statistic the program can print, with the one key it has in JSON, in CSV and on the command line.
public enum Statistic {
    PERCENT_AGREEMENT("percent_agreement", "% agreement"),
    COHEN_KAPPA("cohen_kappa", "Cohen's κ"),
    SCOTT_PI("scott_pi", "Scott's π"),
    FLEISS_KAPPA("fleiss_kappa", "Fleiss' κ"),
    CONGER_KAPPA("conger_kappa", "Conger's κ"),
    LIGHT_KAPPA("light_kappa", "Light's κ"),
    BRENNAN_PREDIGER("brennan_prediger", "Brennan–Prediger"),
    GWET_AC("gwet_ac", "Gwet's AC"),
    KRIPPENDORFF_ALPHA("krippendorff_alpha", "Krippendorff's α"),
    ALPHA_JACCARD("alpha_jaccard", "α, Jaccard distance"),
    ALPHA_MASI("alpha_masi", "α, MASI distance"),
    UNITIZING_ALPHA_1995("unitizing_alpha_1995", "Unitizing α (1995)"),
    U_ALPHA("u_alpha", "uα"),
    U_ALPHA_BINARY("u_alpha_binary", "|uα (binary)"),
    CU_ALPHA("cu_alpha", "cuα"),
    KU_ALPHA("ku_alpha", "(k)uα"),
    GAMMA("gamma", "γ"),
    /// Share of the text that carries a code, of which cuα and (k)uα speak.
    COVERAGE("coverage", "Coverage"),
    /// 2M/(N1 + N2), M = passages matched one to one.
    HOLSTI_SEGMENTS("holsti_segments", "Holsti, passages"),
    F1("f1", "F1"),
    JACCARD("jaccard", "Jaccard"),
    PRECISION("precision", "Precision"),
    RECALL("recall", "Recall"),
    /// The largest Cohen's kappa the two coders' margins allow.
    COHEN_KAPPA_MAX("cohen_kappa_max", "Largest κ possible"),
    /// Prevalence- and bias-adjusted kappa, 2p_o − 1.
    PABAK("pabak", "PABAK"),
    PREVALENCE_INDEX("prevalence_index", "Prevalence index"),
    BIAS_INDEX("bias_index", "Bias index"),
    /// Agreement on a code: 2a / (2a + b + c).
    POSITIVE_AGREEMENT("positive_agreement", "Agreement on the code"),
    /// Agreement on the rest: 2d / (2d + b + c).
    NEGATIVE_AGREEMENT("negative_agreement", "Agreement on the rest");

    private final String key;
    private final String label;

    Statistic(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// Whether it is corrected for chance, so that 0 means chance and a benchmark scale can judge it.
    public boolean chanceCorrected() {
        return switch (this) {
            case PERCENT_AGREEMENT,
                    COVERAGE,
                    HOLSTI_SEGMENTS,
                    F1,
                    JACCARD,
                    PRECISION,
                    RECALL,
                    COHEN_KAPPA_MAX,
                    PABAK,
                    PREVALENCE_INDEX,
                    BIAS_INDEX,
                    POSITIVE_AGREEMENT,
                    NEGATIVE_AGREEMENT ->
                    false;
            default -> true;
        };
    }

    /// Whether it describes two coders beside their kappa, without an interval of its own.
    public boolean index() {
        return switch (this) {
            case COHEN_KAPPA_MAX,
                    PABAK,
                    PREVALENCE_INDEX,
                    BIAS_INDEX,
                    POSITIVE_AGREEMENT,
                    NEGATIVE_AGREEMENT ->
                    true;
            default -> false;
        };
    }

    /// The stable name in files and on the command line.
    public String key() {
        return key;
    }

    /// The name for people.
    public String label() {
        return label;
    }
}
