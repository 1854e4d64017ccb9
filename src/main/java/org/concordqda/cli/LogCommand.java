package org.concordqda.cli;

import org.concordqda.model.Act;
import org.concordqda.model.EntryId;
import org.concordqda.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "log",
        description = "The audit trail: every act, newest first.",
        mixinStandardHelpOptions = true)
final class LogCommand extends StudyCommand {
    @Option(names = "--last", paramLabel = "N", description = "How many acts (default: all).")
    private int last = Integer.MAX_VALUE;

    @Override
    int run(Study open) {
        List<Act> acts = open.history().log(last);
        if (json()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (Act act : acts) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("entry", act.id().value());
                row.put("at", act.at().toString());
                row.put("coder", act.coder());
                row.put("kind", act.kind());
                row.put("words", act.words());
                act.undoes().map(EntryId::value).ifPresent(id -> row.put("undoes", id));
                row.put("barrier", act.barrier());
                row.put("inEffect", act.inEffect());
                rows.add(row);
            }
            JsonOut.print(out(), rows);
            return 0;
        }
        for (Act act : acts) {
            out().printf(
                            "%6d  %s  %-12s %s%s%n",
                            act.id().value(),
                            act.at(),
                            act.coder(),
                            act.words(),
                            act.inEffect() ? "" : "  (undone)");
        }
        return 0;
    }
}
