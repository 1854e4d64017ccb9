package org.concordqda.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.concordqda.model.CodeId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Coding;
import org.concordqda.model.ConcordException;
import org.concordqda.model.CorrectionPlan;
import org.concordqda.model.Doubt;
import org.concordqda.model.RoundId;
import org.concordqda.model.Source;
import org.concordqda.model.SourceId;
import org.concordqda.model.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/// Random texts (emoji, combining marks, Chinese, Hebrew), random codings of two coders, random corrections:
/// every coding says what its coder stood behind or is listed, the file is whole, full text follows, and undo
/// gives exactly the rows that were.
class CorrectionPropertyTest {
    private static final String[] WORDS = {
        "loss", "NaN", "Anna", "😀", "👩‍🔬", "e\u0301", "损失变为", "שלום", "עולם", "the", "\n", ",",
        "model"
    };

    @TempDir(factory = MemoryTempDir.class)
    Path folder;

    private final Random random = new Random(20261125);
    private final Map<Long, String> accepted = new HashMap<>();
    private Study study;
    private Corrections corrections;
    private Doubts doubts;
    private List<RoundId> rounds;
    private List<CodeId> codes;

    /// What undo must give back.
    private record Before(Map<RowImages.Key, String> rows, Map<Long, String> accepted) {}

    @Test
    void nothingIsLostWhateverIsCorrected() {
        study = Fixtures.study(folder);
        study.coders().add("Ben", CoderKind.PERSON);
        study.actAs("Ana");
        corrections = new Corrections(study);
        doubts = new Doubts(study);
        rounds = List.of(study.rounds().open("Open", false), study.rounds().open("Blind", true));
        codes =
                study.codebooks().draft().dimensions().getLast().allCodes().stream()
                        .map(c -> c.id())
                        .toList();
        for (int i = 1; i <= 4; i++) {
            DeskStudies.add(
                    study, Fixtures.issue("o/r#" + i, text(12), text(5), text(1), text(20)));
        }
        Deque<Before> undoable = new ArrayDeque<>();
        int corrected = 0;
        int undone = 0;
        int listed = 0;
        for (int step = 0; step < 260; step++) {
            Before before = new Before(RowImages.tables(study), Map.copyOf(accepted));
            boolean ana = random.nextInt(3) > 0;
            study.actAs(ana ? "Ana" : "Ben");
            int dice = random.nextInt(20);
            try {
                if (dice < 7) {
                    code();
                } else if (dice < 15) {
                    corrected += correct(dice) ? 1 : 0;
                } else if (dice < 17 && ana && !undoable.isEmpty()) {
                    Before was = undoable.pop();
                    study.history().undo();
                    undone++;
                    same(was);
                    if (random.nextBoolean()) {
                        study.history().redo();
                        same(before);
                        undoable.push(was);
                        continue;
                    }
                    continue;
                } else {
                    settle();
                }
            } catch (ConcordException e) {
                assertEquals(before.rows(), RowImages.tables(study), "refused: " + e);
                continue;
            }
            invariant(step);
            listed = Math.max(listed, waiting().size());
            if (!RowImages.tables(study).equals(before.rows())) {
                if (ana) {
                    undoable.push(before);
                } else {
                    undoable.clear();
                }
            }
        }
        assertTrue(
                corrected > 70 && undone > 8 && listed > 5,
                corrected + " " + undone + " " + listed);
        study.close();
    }

    private void same(Before was) {
        assertEquals(was.rows(), RowImages.tables(study));
        accepted.clear();
        accepted.putAll(was.accepted());
        invariant(-1);
    }

    private void code() {
        SourceText text = any();
        int length = text.text().length();
        int start = random.nextInt(length);
        int end = Math.min(length, start + 1 + random.nextInt(12));
        Coding made =
                study.codings()
                        .get(
                                study.codings()
                                        .apply(
                                                rounds.get(random.nextInt(2)),
                                                text.source(),
                                                start,
                                                end,
                                                codes.get(random.nextInt(codes.size()))));
        accepted.put(made.id().value(), made.quote());
    }

    private boolean correct(int dice) {
        SourceText text = any();
        int length = text.text().length();
        int start = random.nextInt(length + 1);
        int end = Math.min(length, start + random.nextInt(6) * random.nextInt(6));
        CorrectionPlan plan =
                switch (dice) {
                    case 7 -> corrections.edit(text, start, start, text(2));
                    case 8 -> corrections.edit(text, start, end, "");
                    case 9, 10 -> corrections.edit(text, start, end, text(3));
                    case 11, 12 ->
                            corrections.replace(
                                    new Corrections.Replacement(
                                            word(),
                                            random.nextInt(4) == 0 ? "" : text(1),
                                            random.nextBoolean(),
                                            random.nextBoolean(),
                                            random.nextBoolean()
                                                    ? Optional.empty()
                                                    : Optional.of(text.source())),
                                    Progress.NONE);
                    default -> corrections.whole(text, shuffled(text.text()));
                };
        corrections.apply(plan, Progress.NONE);
        return plan.places() > 0;
    }

    private String shuffled(String text) {
        String[] lines = text.split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        String line = lines[a];
        lines[a] = lines[b];
        lines[b] = random.nextBoolean() ? line : text(4);
        return String.join("\n", lines);
    }

    private void settle() {
        List<Doubt> mine = doubts.list().stream().filter(Doubt::mine).toList();
        if (mine.isEmpty()) {
            return;
        }
        Doubt doubt = mine.get(random.nextInt(mine.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                int length = study.sources().text(doubt.text()).text().length();
                doubts.adjust(doubt, 0, 1 + random.nextInt(length));
            }
            case 1 -> {
                doubts.remove(doubt);
                accepted.remove(doubt.target());
                return;
            }
            default -> doubts.accept(List.of(doubt));
        }
        accepted.put(
                doubt.target(),
                study.file()
                        .read()
                        .one(
                                "SELECT quote FROM coding WHERE id = ?",
                                r -> r.text(1),
                                doubt.target())
                        .orElseThrow());
    }

    /// Ids of all codings that wait, seen with the eyes of both coders.
    private Set<Long> waiting() {
        Set<Long> ids = new java.util.HashSet<>();
        for (String who : List.of("Ben", "Ana")) {
            study.actAs(who);
            ids.addAll(doubts.list().stream().map(Doubt::target).collect(Collectors.toSet()));
        }
        return ids;
    }

    private void invariant(int step) {
        if (step % 4 == 0 || step < 0) {
            assertEquals(List.of(), study.check().findings(), "step " + step);
        }
        Set<Long> waiting = waiting();
        int[] seen = {0};
        study.file()
                .read()
                .each(
                        "SELECT c.id, c.quote, t.version, s.revision FROM coding c JOIN source_text"
                                + " t ON t.id = c.text JOIN source s ON s.id = c.source",
                        row -> {
                            seen[0]++;
                            boolean listed = waiting.contains(row.number(1));
                            boolean stands =
                                    row.text(2).equals(accepted.get(row.number(1)))
                                            && row.number(3) == row.number(4);
                            assertTrue(
                                    listed || stands,
                                    "coding " + row.number(1) + ": " + row.text(2));
                        });
        assertEquals(accepted.size(), seen[0], "no coding is lost");
        Source any = study.sources().list().get(random.nextInt(4));
        study.sources()
                .turns(any.text().orElseThrow())
                .forEach(
                        t -> {
                            String said =
                                    text(any.id())
                                            .text()
                                            .substring(t.body().start(), t.body().end());
                            if (said.contains("NaN")) {
                                assertTrue(
                                        study.sources().search("NaN", 100).stream()
                                                        .anyMatch(h -> h.turn().equals(t.id()))
                                                || !said.matches(
                                                        "(?s).*(?<![\\p{L}\\p{M}\\p{N}])NaN.*"),
                                        said);
                            }
                        });
    }

    private SourceText any() {
        List<Source> all = study.sources().list();
        return text(all.get(random.nextInt(all.size())).id());
    }

    private SourceText text(SourceId id) {
        return study.sources().text(id).orElseThrow();
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String text(int words) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(word()).append(random.nextInt(3) > 0 ? " " : "");
        }
        return out.isEmpty() ? "x" : out.toString();
    }
}
