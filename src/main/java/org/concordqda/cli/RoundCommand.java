package org.concordqda.cli;

import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.model.CoderId;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Round;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.study.Rounds;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Command(
        name = "round",
        description = {
            "Rounds of coding: list them, open one, give it sources, choose its policy for missing",
            "ratings and its primary statistic (before its ratings can be compared), unseal it, close",
            "it."
        },
        mixinStandardHelpOptions = true)
final class RoundCommand extends StudyCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The round; without it all are listed.")
    private @Nullable String name;

    @Option(names = "--open", description = "Open it as a new round.")
    private boolean open;

    @Option(
            names = "--blind",
            description = "With --open: nobody sees the others' work until it is unsealed.")
    private boolean blind;

    @Option(
            names = "--assign",
            split = ",",
            paramLabel = "CODER",
            description =
                    "These coders code the sources of --source, or all that are not left out.")
    private List<String> assign = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "KEY",
            description = "With --assign: this source; may be repeated.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--unseal",
            description = "A blind round: everybody sees all of it, and it stays as it is.")
    private boolean unseal;

    @Option(names = "--close", description = "Nobody codes in it any more.")
    private boolean close;

    @Option(names = "--reopen", description = "A closed round is coded in again.")
    private boolean reopen;

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description = "available, pairwise, complete or category.")
    private @Nullable String missing;

    @Option(
            names = "--primary",
            paramLabel = "STATISTIC",
            description = "As krippendorff_alpha, cohen_kappa, gwet_ac, u_alpha.")
    private @Nullable String primary;

    @Override
    int run(Study study) {
        boolean changes = open || blind || unseal || close || reopen || !assign.isEmpty();
        if (name == null && (changes || missing != null || primary != null)) {
            throw usage("Say which round: concord round STUDY NAME …");
        }
        if (blind && !open) {
            throw usage("--blind belongs to --open: a round is blind from its first day or never.");
        }
        if (close && reopen) {
            throw usage("--close or --reopen, not both.");
        }
        if (!sources.isEmpty() && assign.isEmpty()) {
            throw usage("--source belongs to --assign CODER.");
        }
        Optional<Missing> policy =
                OptionWords.of(line(), "--missing", missing, Missing.values(), Missing::key);
        Optional<Statistic> statistic =
                OptionWords.of(line(), "--primary", primary, Rounds.primaries(), Statistic::key);
        if (name != null) {
            Rounds rounds = study.rounds();
            if (open) {
                // Sources and coders are looked up first: nothing is opened for a name that is
                // unknown.
                List<SourceId> which = assign.isEmpty() ? List.of() : wanted(study);
                rounds.open(name, blind, which, coders(study));
            }
            Round round =
                    rounds.byName(name)
                            .orElseThrow(
                                    () ->
                                            new ConcordException(
                                                    "There is no round “"
                                                            + name
                                                            + "”; --open makes one."));
            rounds.choose(round.id(), policy, statistic);
            if (!assign.isEmpty() && !open) {
                rounds.assign(round.id(), wanted(study), coders(study));
            }
            if (unseal) {
                unseal(study, round);
            }
            if (close || reopen) {
                rounds.close(round.id(), close);
            }
        }
        print(
                study.rounds().list().stream()
                        .filter(r -> name == null || r.name().equals(name.strip()))
                        .toList());
        return 0;
    }

    private static void unseal(Study study, Round round) {
        if (!round.sealed()) {
            throw new ConcordException(
                    "“" + round.name() + "” is not sealed; nothing was changed.");
        }
        study.rounds().unseal(round.id());
    }

    private List<SourceId> wanted(Study study) {
        if (sources.isEmpty()) {
            return study.sources().list().stream()
                    .filter(s -> s.excluded().isEmpty())
                    .map(Source::id)
                    .toList();
        }
        return sources.stream()
                .map(
                        key ->
                                study.sources()
                                        .byKey(key)
                                        .orElseThrow(
                                                () ->
                                                        new ConcordException(
                                                                "No source has the key “"
                                                                        + key
                                                                        + "”; nothing was assigned."))
                                        .id())
                .toList();
    }

    private List<CoderId> coders(Study study) {
        return assign.stream()
                .map(
                        who ->
                                study.coders()
                                        .byName(who)
                                        .orElseThrow(
                                                () ->
                                                        new ConcordException(
                                                                "Nobody here is called “"
                                                                        + who
                                                                        + "”; nothing was assigned."))
                                        .id())
                .toList();
    }

    private void print(List<Round> rounds) {
        if (json()) {
            List<Map<String, @Nullable Object>> all = new ArrayList<>();
            for (Round r : rounds) {
                Map<String, @Nullable Object> one = new LinkedHashMap<>();
                one.put("round", r.name());
                one.put("state", state(r));
                one.put("missing", Missing.valueOf(r.missing()).key());
                one.put("primary", r.primary());
                all.add(one);
            }
            JsonOut.print(out(), all);
            return;
        }
        TextTable table = new TextTable("Round", "state", "missing ratings", "primary statistic");
        for (Round r : rounds) {
            table.row(
                    r.name(),
                    state(r),
                    Missing.valueOf(r.missing()).key(),
                    Rounds.primaries().stream()
                            .filter(s -> s.key().equals(r.primary()))
                            .map(Statistic::label)
                            .collect(Collectors.joining()));
        }
        table.print(out());
    }

    private static String state(Round r) {
        return r.closed() ? "closed" : r.sealed() ? "blind" : r.blind() ? "unsealed" : "open";
    }
}
