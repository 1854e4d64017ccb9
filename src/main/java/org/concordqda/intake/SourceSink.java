package org.concordqda.intake;

import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportedSource;

/// Takes what [SourceReaders] reads, one thing at a time and in a fixed order, in the reading thread.
/// What it throws ends the reading and reaches the caller unchanged.
public interface SourceSink {
    /// A source, complete with its comments.
    void source(ImportedSource source);

    /// A file or item that could not be used; the others go on.
    void problem(ImportProblem problem);

    /// Something readable that is left out on purpose, to be counted.
    ///
    /// @param what what it is, in the singular: `pull request`, `file of another kind`
    /// @param file name of the file
    /// @param key its natural key, or ""
    void leftOut(String what, String file, String key);
}
