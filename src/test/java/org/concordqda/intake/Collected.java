package org.concordqda.intake;

import org.concordqda.job.Progress;
import org.concordqda.model.ImportProblem;
import org.concordqda.model.ImportedSource;
import org.concordqda.model.ImportedTurn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that readers gave, in order, and a plain way to write it down.
final class Collected implements SourceSink {
    final List<ImportedSource> sources = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<String> leftOut = new ArrayList<>();

    static Collected of(KindHint hint, Path... files) {
        Collected all = new Collected();
        SourceReaders.read(List.of(files), hint, all, Progress.NONE);
        return all;
    }

    @Override
    public void source(ImportedSource source) {
        sources.add(source);
    }

    @Override
    public void problem(ImportProblem problem) {
        problems.add(problem.sentence());
    }

    @Override
    public void leftOut(String what, String file, String key) {
        leftOut.add(what + " " + file + " " + key);
    }

    ImportedSource only() {
        if (sources.size() != 1) {
            throw new AssertionError(sources.size() + " sources, problems " + problems);
        }
        return sources.getFirst();
    }

    /// A turn per line: kind, speaker, role, time, label, body.
    static String turns(ImportedSource source) {
        StringBuilder out = new StringBuilder();
        String text = source.text();
        for (ImportedTurn t : source.turns()) {
            out.append(t.kind())
                    .append(" | ")
                    .append(t.speaker().orElse("-"))
                    .append(t.role().map(r -> " (" + r + ")").orElse(""))
                    .append(" | ")
                    .append(t.time().orElse("-"))
                    .append(" | ")
                    .append(text, t.labelStart(), t.labelEnd())
                    .append(" | ")
                    .append(text.substring(t.bodyStart(), t.bodyEnd()).replace("\n", "⏎"))
                    .append('\n');
        }
        return out.toString();
    }
}
