package org.concordqda.analysis;

/// How a rating matrix is read from a round.
///
/// @param asWritten compare what the files said (trimmed, spaces collapsed, lower case) instead of codes
/// @param level 0 for the values themselves, 1 for their ancestors at the top of the tree, 2 below …
/// @param unfinished count work that is not marked done as well
/// @param unseenOnly leave out units that a coder had rated in an earlier round
public record MatrixOptions(boolean asWritten, int level, boolean unfinished, boolean unseenOnly) {
    /// Codes themselves, finished work, all units.
    public static final MatrixOptions DEFAULT = new MatrixOptions(false, 0, false, false);

    /// These options at another level of the tree.
    public MatrixOptions withLevel(int changed) {
        return new MatrixOptions(asWritten, changed, unfinished, unseenOnly);
    }
}
