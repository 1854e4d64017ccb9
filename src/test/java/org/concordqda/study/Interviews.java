package org.concordqda.study;

import org.concordqda.intake.KindHint;
import org.concordqda.intake.SourceReaders;
import org.concordqda.intake.SourceSink;
import org.concordqda.job.Progress;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportedSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Transcripts as the real reader gives them.
final class Interviews {
    private Interviews() {}

    static ImportedSource read(Path folder, String text) {
        List<ImportedSource> found = new ArrayList<>();
        try {
            Path file = Files.writeString(folder.resolve("interview.txt"), text);
            SourceReaders.read(
                    List.of(file),
                    KindHint.TRANSCRIPT,
                    new SourceSink() {
                        @Override
                        public void source(ImportedSource source) {
                            found.add(source);
                        }

                        @Override
                        public void problem(ImportProblem problem) {
                            throw new AssertionError(problem.sentence());
                        }

                        @Override
                        public void leftOut(String what, String name, String key) {}
                    },
                    Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getFirst();
    }
}
