package org.concordqda.agreement;

/// What happens to ratings that are not there. Every output names the policy.
public enum Missing {
    /// Gwet's forms: every rating counts for the margins, units with two or more for the agreement.
    AVAILABLE("available", "available ratings"),
    /// Units with a single rating are left out altogether, margins included.
    PAIRWISE("pairwise", "pairwise"),
    /// Only units that every coder rated.
    COMPLETE("complete", "complete units"),
    /// “Did not rate” is a category of its own, as far from any other as can be.
    CATEGORY("category", "as a category");

    private final String key;
    private final String label;

    Missing(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// The name on the command line and in files.
    public String key() {
        return key;
    }

    /// The name for people.
    public String label() {
        return label;
    }
}
