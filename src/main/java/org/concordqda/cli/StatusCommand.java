package org.concordqda.cli;

import org.concordqda.model.Coder;
import org.concordqda.model.Round;
import org.concordqda.study.Status;
import org.concordqda.study.Study;
import org.concordqda.text.Words;

import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "status",
        description = "What the study holds and how far it is.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends StudyCommand {
    @Override
    int run(Study open) {
        Status status = Status.of(open);
        if (json()) {
            JsonOut.print(out(), json(open, status));
            return 0;
        }
        out().printf("%s (%s)%n", open.info().name(), open.info().path());
        out().printf(
                        "Coders: %s%n",
                        String.join(", ", open.coders().list().stream().map(Coder::name).toList()));
        status.sources().entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .forEach(
                        kind -> out().printf("Sources: %d × %s%n", kind.getValue(), kind.getKey()));
        if (status.sourcesWithoutText() > 0) {
            out().printf("  of these %d without text%n", status.sourcesWithoutText());
        }
        for (Status.RoundStatus r : status.rounds()) {
            out().printf(
                            "Round %s: %d of %d assignments done, %d ratings, %d codings%s%n",
                            r.round().name(),
                            r.done(),
                            r.assigned(),
                            r.ratings(),
                            r.codings(),
                            r.round().sealed() ? " (blind)" : "");
        }
        out().printf("%d ratings, %d codings%n", status.ratings(), status.codings());
        open.history().undoable().ifPresent(say -> out().println("Undo would undo: " + say));
        return 0;
    }

    private static Map<String, Object> json(Study open, Status status) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", open.info().name());
        result.put("writable", open.writable());
        List<Map<String, Object>> coders = new ArrayList<>();
        for (Coder c : open.coders().list()) {
            Map<String, Object> coder = new LinkedHashMap<>();
            coder.put("name", c.name());
            coder.put("kind", Words.of(c.kind()));
            coder.put("imported", c.imported());
            coders.add(coder);
        }
        result.put("coders", coders);
        result.put("sources", status.sources());
        result.put("sourcesWithoutText", status.sourcesWithoutText());
        List<Map<String, Object>> rounds = new ArrayList<>();
        for (Status.RoundStatus r : status.rounds()) {
            Round round = r.round();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", round.name());
            one.put("blind", round.blind());
            one.put("unsealed", round.unsealed());
            one.put("closed", round.closed());
            one.put("codebookVersion", open.codebooks().version(round.version()).number());
            one.put("assigned", r.assigned());
            one.put("done", r.done());
            one.put("ratings", r.ratings());
            one.put("codings", r.codings());
            rounds.add(one);
        }
        result.put("rounds", rounds);
        result.put("ratings", status.ratings());
        result.put("codings", status.codings());
        return result;
    }
}
