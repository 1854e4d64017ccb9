package org.concordqda.cli;

import org.concordqda.study.Study;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Steps back or forward through the acts of who acts.
abstract class HistoryCommand extends StudyCommand {
    @Option(names = "--count", paramLabel = "N", description = "How many (default: 1).")
    private int count = 1;

    private final String verb;

    HistoryCommand(String verb) {
        this.verb = verb;
    }

    /// One step; the phrase of the act.
    abstract String step(Study open);

    @Override
    int run(Study open) {
        if (count < 1) {
            throw usage("--count is at least 1, not " + count + ".");
        }
        List<String> done = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String say = step(open);
            done.add(say);
            if (!json()) {
                out().println(verb + ": " + say);
            }
        }
        if (json()) {
            JsonOut.print(out(), Map.of(verb, done));
        }
        return 0;
    }
}
