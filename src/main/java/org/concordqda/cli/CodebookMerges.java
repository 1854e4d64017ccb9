package org.concordqda.cli;

import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.study.CodeUse;
import org.concordqda.study.CodebookMerge;
import org.concordqda.study.CodebookSplit;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.concordqda.text.Words;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Merging and splitting codes.
final class CodebookMerges {
    private CodebookMerges() {}

    @Command(
            name = "merge",
            description =
                    "Merge codes into one. No rating is rewritten: they are read as that code from"
                            + " then on.",
            mixinStandardHelpOptions = true)
    static final class Merge extends StudyCommand {
        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "CODE",
                description = "Codes that go.")
        private List<String> codes = new ArrayList<>();

        @Option(
                names = "--into",
                required = true,
                paramLabel = "CODE",
                description = "The code that stays.")
        private String into = "";

        @Option(names = "--add-texts", description = "Add what they say below what that code says.")
        private boolean texts;

        @Option(names = "--meaning", description = "That code means something else from then on.")
        private boolean meaning;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(names = "--dry-run", description = "Only say what it would touch.")
        private boolean dry;

        @Override
        int run(Study open) {
            Codebook draft = open.codebooks().draft();
            List<CodeId> going =
                    codes.stream().map(c -> Codebooks.coded(draft, c)).map(Code::id).toList();
            CodeId target = Codebooks.coded(draft, into).id();
            CodebookMerge merge = new CodebookMerge(open);
            CodebookMerge.Preview p = merge.preview(going, target);
            if (!dry) {
                merge.merge(going, target, texts, meaning, reason);
            }
            if (json()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("merged", !dry);
                row.put("ratings", p.ratings());
                row.put("codings", p.codings());
                row.put("work", p.work());
                row.put("sameRatings", p.sameRatings());
                row.put("samePassages", p.samePassages());
                row.put("agreeing", p.agreeing());
                row.put("aliases", p.aliases());
                row.put("notes", p.notes());
                JsonOut.print(out(), row);
                return 0;
            }
            out().printf(
                            "%s “%s”: %s and %s are read as it.%n",
                            dry ? "Would merge into" : "Merged into",
                            p.path(),
                            Words.counted(p.ratings(), "rating"),
                            Words.counted(p.codings(), "passage"));
            p.work()
                    .forEach(
                            w ->
                                    out().printf(
                                                    "  %s, %s: %s, %s%n",
                                                    w.round(),
                                                    w.coder(),
                                                    Words.counted(w.ratings(), "rating"),
                                                    Words.counted(w.codings(), "passage")));
            if (p.sameRatings() > 0) {
                out().println(
                                "  "
                                        + Words.counted(
                                                p.sameRatings(), "rating holds", "ratings hold")
                                        + " several of them, counted once.");
            }
            if (p.samePassages() > 0) {
                out().println(
                                "  "
                                        + Words.counted(
                                                p.samePassages(), "passage is", "passages are")
                                        + " marked twice and counted once.");
            }
            if (p.agreeing() > 0) {
                out().printf(
                                "  Coders agree on %s where they differed.%n",
                                Words.counted(p.agreeing(), "place"));
            }
            p.notes().forEach(n -> out().println("  " + n));
            return 0;
        }
    }

    @Command(
            name = "split",
            description =
                    "Split a code into several. What no --where decides, and what is not the acting"
                            + " coder's, stays under the old code, which is retired.",
            mixinStandardHelpOptions = true)
    static final class Split extends CodebookEdits.OneCode {
        @Option(
                names = "--part",
                required = true,
                paramLabel = "NAME",
                description = "A new code; two or more.")
        private List<String> parts = new ArrayList<>();

        @Option(
                names = "--where",
                paramLabel = "NAME=WORDS",
                description = "Uses whose text, note or source has these words go to that part.")
        private Map<String, String> rules = new LinkedHashMap<>();

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Option(names = "--dry-run", description = "Only say what it would touch.")
        private boolean dry;

        @Override
        int run(Study open) {
            for (String name : rules.keySet()) {
                if (!parts.contains(name)) {
                    throw usage("--where names “" + name + "”, which is no --part.");
                }
            }
            Code code = code(open);
            CodebookSplit split = new CodebookSplit(open);
            List<CodeUse> left =
                    new ArrayList<>(split.uses(code.id()).stream().filter(CodeUse::open).toList());
            List<CodebookSplit.Part> made = new ArrayList<>();
            for (String name : parts) {
                String words = rules.getOrDefault(name, "").toLowerCase(Locale.ROOT);
                List<CodeUse> own =
                        words.isBlank()
                                ? List.of()
                                : left.stream().filter(u -> has(u, words)).toList();
                left.removeAll(own);
                made.add(
                        new CodebookSplit.Part(
                                name,
                                "",
                                own.stream().flatMap(u -> u.coding().stream()).toList(),
                                own.stream().flatMap(u -> u.rating().stream()).toList()));
            }
            CodebookSplit.Preview p = split.preview(code.id(), made);
            if (!dry) {
                split.split(code.id(), made, reason);
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("split", !dry);
            row.put("assigned", p.assigned());
            row.put("undecided", p.undecided());
            row.put("others", p.others());
            row.put("rounds", p.rounds());
            return done(
                    String.format(
                            Locale.ROOT,
                            "%s “%s”: %d uses decided, %d of yours stay under it, %d are others’ or"
                                    + " of finished rounds.",
                            dry ? "Would split" : "Split",
                            code.name(),
                            p.assigned(),
                            p.undecided(),
                            p.others()),
                    row);
        }

        private static boolean has(CodeUse use, String words) {
            return (use.words() + "\n" + use.key() + "\n" + use.unit())
                    .toLowerCase(Locale.ROOT)
                    .contains(words);
        }
    }
}
