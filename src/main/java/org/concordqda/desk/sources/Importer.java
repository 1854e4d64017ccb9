package org.concordqda.desk.sources;

import org.concordqda.job.Progress;
import org.concordqda.model.ImportReport;

import java.nio.file.Path;
import java.util.List;

/// Brings files into the study.
@FunctionalInterface
public interface Importer {
    /// Imports all it can, as one act.
    ImportReport take(List<Path> files, Progress progress);
}
