package org.concordqda.model;

/// A wave of coding.
///
/// @param id identity
/// @param guid identity that travels
/// @param name what people read, unique in the study
/// @param ordinal place among the rounds, from 1
/// @param version the codebook version its ratings are made under
/// @param blind coders do not see each other's work until it is unsealed
/// @param unsealed the ratings are frozen and visible
/// @param closed no more work
/// @param missing name of the policy for missing ratings (`agreement.Missing`)
/// @param primary key of the statistic chosen before unsealing
public record Round(
        RoundId id,
        String guid,
        String name,
        int ordinal,
        VersionId version,
        boolean blind,
        boolean unsealed,
        boolean closed,
        String missing,
        String primary) {
    /// Whether what was coded in it stays as it is: the round is closed, or was blind and is unsealed.
    public boolean frozen() {
        return closed || (blind && unsealed);
    }

    /// Whether coders see only their own work now.
    public boolean sealed() {
        return blind && !unsealed;
    }
}
