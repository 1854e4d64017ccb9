package org.concordqda.desk.sources;

import org.concordqda.desk.fx.Jobs;
import org.concordqda.desk.fx.Latest;
import org.concordqda.model.SourceKind;
import org.concordqda.model.SpeakerChoice;
import org.concordqda.study.StagedImport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How many speak in each source of an import, as decided so far. A choice for all transcripts is counted in
/// the background, one transcript after the other. JavaFX thread only.
final class SpeakerCounts {
    private final StagedImport staged;
    private final Jobs jobs;
    private final Runnable counted;
    private final Latest latest = new Latest();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /// @param counted told after each count
    SpeakerCounts(StagedImport staged, Jobs jobs, Runnable counted) {
        this.staged = staged;
        this.jobs = jobs;
        this.counted = counted;
    }

    /// How many speak in a source.
    ///
    /// @param at its place in the preview
    int of(int at) {
        return counts.getOrDefault(at, staged.preview().items().get(at).speakers().size());
    }

    /// Notes a count.
    void put(int at, int speakers) {
        counts.put(at, speakers);
        counted.run();
    }

    /// Counts every transcript but one anew.
    void again(List<SpeakerChoice> choices, int but) {
        next(
                List.copyOf(choices),
                IntStream.range(0, staged.preview().items().size())
                        .filter(i -> i != but)
                        .filter(i -> staged.preview().items().get(i).kind() != SourceKind.ISSUE)
                        .boxed()
                        .toList());
    }

    private void next(List<SpeakerChoice> choices, List<Integer> left) {
        if (left.isEmpty()) {
            return;
        }
        int at = left.getFirst();
        latest.read(
                jobs,
                progress -> {
                    progress.check();
                    return staged.speakers(at, choices).size();
                },
                speakers -> {
                    put(at, speakers);
                    next(choices, left.subList(1, left.size()));
                },
                // The list goes on saying what was read of it.
                why -> next(choices, left.subList(1, left.size())));
    }

    /// Counts no further.
    void stop() {
        latest.forget();
    }
}
