package org.concordqda.cli;

import org.concordqda.agreement.AgreementOptions;
import org.concordqda.agreement.Estimate;
import org.concordqda.agreement.Missing;
import org.concordqda.agreement.Statistic;
import org.concordqda.analysis.DimensionAgreement;
import org.concordqda.analysis.MatrixOptions;
import org.concordqda.job.Progress;
import org.concordqda.study.AgreementSections;
import org.concordqda.study.AgreementSections.Section;
import org.concordqda.study.Agreements;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

@Command(
        name = "agreement",
        description = "Agreement per dimension and round, with intervals; never pooled.",
        mixinStandardHelpOptions = true)
final class AgreementCommand extends StudyCommand {
    @Option(
            names = "--round",
            paramLabel = "NAME",
            description = "Only this round; repeat for several.")
    private List<String> rounds = new ArrayList<>();

    @Option(
            names = "--dimension",
            paramLabel = "NAME",
            description = "Only this dimension; repeat for several.")
    private List<String> dimensions = new ArrayList<>();

    @Option(names = "--as-written", description = "Compare what the files said instead of codes.")
    private boolean asWritten;

    @Option(
            names = "--level",
            paramLabel = "N",
            description = "Compare ancestors at this level of a tree (1 = top).")
    private int level;

    @Option(
            names = "--unseen",
            description = "Leave out units a coder had rated in an earlier round.")
    private boolean unseen;

    @Option(names = "--unfinished", description = "Count work that is not marked done as well.")
    private boolean unfinished;

    @Option(
            names = "--missing",
            paramLabel = "POLICY",
            description = "available (default), pairwise, complete or category.")
    private String missing = "available";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the bootstrap (default: 1).")
    private long seed = 1;

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Bootstrap replicates (default: 2000).")
    private int replicates = 2000;

    @Option(
            names = "--leave-one-out",
            description = "Also without each coder in turn: how much one coder matters.")
    private boolean leaveOneOut;

    @Option(
            names = "--difference",
            split = ",",
            paramLabel = "ROUND",
            description = "Also the second round less the first, on the units both hold.")
    private List<String> difference = new ArrayList<>();

    @Option(names = "--trend", description = "Also each dimension from round to round.")
    private boolean trend;

    @Option(
            names = "--plan",
            paramLabel = "HALFWIDTH",
            description = "Also how many units alpha ± HALFWIDTH needs, judged from these.")
    private @Nullable Double plan;

    @Override
    int run(Study open) {
        if (!difference.isEmpty()) {
            if (difference.size() != 2 || difference.get(0).equals(difference.get(1))) {
                throw usage("--difference takes two rounds, as in --difference Pilot,Re-pilot.");
            }
            for (String name : difference) {
                if (open.rounds().byName(name).isEmpty()
                        || !(rounds.isEmpty() || rounds.contains(name))) {
                    throw usage(
                            "--difference: the round “" + name + "” is not among those compared.");
                }
            }
        }
        if (plan != null && !(plan > 0 && plan < 1)) {
            throw usage("--plan takes a half width between 0 and 1, not " + plan + ".");
        }
        AgreementOptions numbers =
                AgreementOptions.DEFAULT
                        .withMissing(policy(missing))
                        .withReplicates(replicates, seed);
        List<DimensionAgreement> all =
                open.agreements()
                        .compute(
                                new Agreements.Request(
                                        rounds,
                                        dimensions,
                                        new MatrixOptions(asWritten, level, unfinished, unseen),
                                        numbers),
                                Progress.NONE);
        List<Section> sections = sections(new AgreementSections(all, numbers, asWritten));
        if (json()) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (DimensionAgreement one : all) {
                one.estimates().forEach(e -> rows.add(json(one, e)));
            }
            for (Section section : sections) {
                for (AgreementSections.Row row : section.rows()) {
                    Map<String, @Nullable Object> one = json(row.of(), row.estimate());
                    row.units().ifPresent(n -> one.put("units", n));
                    rows.add(one);
                }
                section.notes().forEach(err()::println);
            }
            err().flush();
            JsonOut.print(out(), rows);
        } else {
            AgreementText.print(out(), all, missing, asWritten);
            sections.forEach(section -> SectionText.print(out(), section));
        }
        return 0;
    }

    private List<Section> sections(AgreementSections from) {
        List<Section> wanted = new ArrayList<>();
        if (leaveOneOut) {
            wanted.add(from.leaveOneOut());
        }
        if (!difference.isEmpty()) {
            wanted.add(from.difference(difference.get(0), difference.get(1)));
        }
        if (trend) {
            wanted.add(from.trend());
        }
        if (plan != null) {
            wanted.add(from.plan(plan));
        }
        return wanted;
    }

    private Missing policy(String word) {
        for (Missing policy : Missing.values()) {
            if (policy.key().equals(word.toLowerCase(Locale.ROOT))) {
                return policy;
            }
        }
        throw usage("--missing is available, pairwise, complete or category, not “" + word + "”.");
    }

    private static Map<String, @Nullable Object> json(DimensionAgreement one, Estimate e) {
        boolean all = e.scope().equals("all");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("round", one.round().name());
        row.put("dimension", one.matrix().dimension().name());
        row.put("statistic", e.statistic().key());
        row.put("scope", e.scope());
        row.put("value", JsonOut.number(e.value()));
        e.undefined().ifPresent(reason -> row.put("undefined", reason));
        row.put("se", JsonOut.number(e.se()));
        row.put("ciLow", JsonOut.number(e.ciLow()));
        row.put("ciHigh", JsonOut.number(e.ciHigh()));
        row.put("interval", e.interval());
        row.put("p", JsonOut.number(e.p()));
        row.put("n", e.pairable());
        row.put("missing", all ? one.matrix().missing() : e.n() - e.pairable());
        row.put("unmatched", one.matrix().unmatched());
        row.put("unsure", one.matrix().unsure());
        row.put("seen", one.matrix().seen());
        row.put("observed", JsonOut.number(e.observed()));
        row.put("expected", JsonOut.number(e.expected()));
        return row;
    }

    /// The coefficient that stands first beside alpha: Cohen's for two coders, Conger's for more.
    static Statistic kappa(DimensionAgreement one) {
        return one.estimate(Statistic.COHEN_KAPPA, "all").isPresent()
                ? Statistic.COHEN_KAPPA
                : Statistic.CONGER_KAPPA;
    }
}
