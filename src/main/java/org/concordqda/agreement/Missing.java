package org.concordqda.agreement;

/// What happens to ratings that are not there. Every output names the policy.
public enum Missing {
    /// Gwet's forms: every rating counts for the margins, units with two or more for the agreement.
    AVAILABLE("available"),
    /// Units with a single rating are left out altogether, margins included.
    PAIRWISE("pairwise"),
    /// Only units that every coder rated.
    COMPLETE("complete"),
    /// “Did not rate” is a category of its own, as far from any other as can be.
    CATEGORY("category");

    private final String key;

    Missing(String key) {
        this.key = key;
    }

    /// The name on the command line and in files.
    public String key() {
        return key;
    }
}
