package org.concordqda.intake;

import java.util.Comparator;

/// A comment as a file gives it; what is not given is "".
///
/// @param issue key of the issue it belongs to
/// @param id the digits that identify it, or what the file has instead
/// @param author who wrote it
/// @param bot whether a program wrote it
/// @param role the author's association with the repository
/// @param created when it was written
/// @param edited when (or `yes`, that) it was changed
/// @param permalink its address
/// @param reactions `+1: 3, heart: 1`
/// @param body the text, clean
record IssueComment(
        String issue,
        String id,
        String author,
        boolean bot,
        String role,
        String created,
        String edited,
        String permalink,
        String reactions,
        String body) {
    /// Oldest first; ISO times in UTC sort as text, ids of one length as text too.
    static final Comparator<IssueComment> ORDER =
            Comparator.comparing(IssueComment::created)
                    .thenComparingInt(c -> c.id().length())
                    .thenComparing(IssueComment::id);
}
