package org.concordqda.analysis;

import org.concordqda.model.CodeId;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderKind;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.model.RoundId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one value of each unit and dimension that a paper publishes. The rule: of the rounds in which it was
/// rated the latest counts; there a consensus wins, else the value all coders gave, else the only coder's,
/// else what more than half gave, else none. *Unsure* is no answer. A model's ratings never count.
public final class SettledValues {
    /// What settled a value.
    public enum By {
        /// All coders gave it.
        AGREED("agreed"),
        /// The consensus after discussion.
        DISCUSSED("discussed"),
        /// More than half of three or more coders gave it.
        MAJORITY("majority"),
        /// One coder rated it.
        SINGLE("single coder"),
        /// One coder rated it, and came with a file.
        IMPORTED("imported"),
        /// Coders differ and nothing settled it.
        OPEN("open"),
        /// Nobody answered.
        NONE("");

        private final String word;

        By(String word) {
            this.word = word;
        }

        /// As printed.
        public String word() {
            return word;
        }
    }

    /// The values of one dimension, one per subject.
    ///
    /// @param set indices into the sets of the rating columns; -1 where there is no value
    /// @param by what settled each
    public record Values(int[] set, By[] by) {}

    private final RatingColumns ratings;
    private final Map<Integer, Integer> matched;
    private final int[] ordinal;
    private final boolean[] unsure;
    private final @Nullable Coder[] coder;

    /// @param matched found unit to the settled unit it was matched with
    /// @param unsure codes that are no answer
    /// @param only the one round to read, or all
    public SettledValues(
            RatingColumns ratings,
            List<Coder> coders,
            List<Round> rounds,
            Map<Integer, Integer> matched,
            Set<CodeId> unsure,
            Optional<RoundId> only) {
        this.ratings = ratings;
        this.matched = Map.copyOf(matched);
        this.ordinal =
                new int[1 + rounds.stream().mapToInt(r -> (int) r.id().value()).max().orElse(0)];
        for (Round r : rounds) {
            boolean read = only.isEmpty() || only.get().equals(r.id());
            ordinal[(int) r.id().value()] = read ? r.ordinal() : 0;
        }
        this.coder =
                new Coder[1 + coders.stream().mapToInt(c -> (int) c.id().value()).max().orElse(0)];
        for (Coder c : coders) {
            if (c.kind() != CoderKind.MODEL) {
                coder[(int) c.id().value()] = c;
            }
        }
        this.unsure = new boolean[ratings.sets().size()];
        for (int s = 0; s < this.unsure.length; s++) {
            this.unsure[s] = ratings.sets().get(s).stream().anyMatch(unsure::contains);
        }
    }

    /// Values of one dimension.
    ///
    /// @param dimension its row id
    /// @param subjects row ids of units, or of sources for a SOURCE dimension
    /// @param whole whether the subjects are sources
    public Values of(long dimension, int[] subjects, boolean whole) {
        Map<Integer, Integer> place = HashMap.newHashMap(subjects.length);
        for (int i = 0; i < subjects.length; i++) {
            place.put(subjects[i], i);
        }
        int[] top = new int[subjects.length];
        int[] rows = new int[ratings.size()];
        int[] at = new int[ratings.size()];
        int n = 0;
        for (int r = 0; r < ratings.size(); r++) {
            if (ratings.dimension()[r] != dimension
                    || coder[ratings.coder()[r]] == null
                    || ordinal[ratings.round()[r]] == 0
                    || unsure[ratings.set()[r]]) {
                continue;
            }
            int unit = ratings.unit()[r];
            Integer i = place.get(whole ? ratings.source()[r] : matched.getOrDefault(unit, unit));
            if (i != null) {
                rows[n] = r;
                at[n++] = i;
                top[i] = Math.max(top[i], ordinal[ratings.round()[r]]);
            }
        }
        Map<Integer, List<Integer>> answers = new HashMap<>();
        for (int k = 0; k < n; k++) {
            if (ordinal[ratings.round()[rows[k]]] == top[at[k]]) {
                answers.computeIfAbsent(at[k], i -> new ArrayList<>(3)).add(rows[k]);
            }
        }
        int[] set = new int[subjects.length];
        By[] by = new By[subjects.length];
        Arrays.fill(set, -1);
        Arrays.fill(by, By.NONE);
        answers.forEach((i, given) -> settle(i, given, set, by));
        return new Values(set, by);
    }

    private void settle(int i, List<Integer> given, int[] set, By[] by) {
        Map<Integer, Integer> times = new HashMap<>();
        boolean imported = false;
        for (int r : given) {
            Coder who = coder[ratings.coder()[r]];
            if (who != null && who.kind() == CoderKind.CONSENSUS) {
                set[i] = ratings.set()[r];
                by[i] = By.DISCUSSED;
                return;
            }
            imported = who != null && who.imported();
            times.merge(ratings.set()[r], 1, Integer::sum);
        }
        for (Map.Entry<Integer, Integer> e : times.entrySet()) {
            if (2 * e.getValue() > given.size()) {
                set[i] = e.getKey();
                by[i] =
                        given.size() == 1
                                ? imported ? By.IMPORTED : By.SINGLE
                                : times.size() == 1 ? By.AGREED : By.MAJORITY;
                return;
            }
        }
        by[i] = By.OPEN;
    }
}
