package org.concordqda.analysis;

import org.concordqda.agreement.RatingTable;
import org.concordqda.analysis.RatingMatrix.UnitRow;
import org.concordqda.model.CodeId;
import org.concordqda.model.Coder;
import org.concordqda.model.CoderId;
import org.concordqda.model.CoderKind;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.Round;
import org.concordqda.model.Scope;
import org.concordqda.text.Words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes rating matrices from one round's work; the shared part (who rated which unit at all) is worked
/// out once for all dimensions.
public final class MatrixBuilder {
    /// A cell whose question was not asked of the coder.
    private static final int NOT_ASKED = -2;

    /// A set whose category was not asked for yet.
    private static final int UNKNOWN = -4;

    /// A cell answered *Unsure*.
    private static final int UNSURE = -3;

    private final RoundWork work;
    private final MatrixOptions options;
    private final RatingColumns ratings;
    private final List<CoderId> coders = new ArrayList<>();
    private final int[] coderAt;

    /// Rows of this round that count: persons' finished (or all) work.
    private final int[] counted;

    private final Presence units;
    private final Presence sources;

    /// Who rated what at all, by settled unit (or source).
    private static final class Presence {
        /// By id, one more than the row; 0 where nobody rated.
        private int[] rowOf = new int[1024];

        final List<UnitRow> rows = new ArrayList<>();
        final List<boolean[]> present = new ArrayList<>();

        void add(int id, int source, int unit, int coder, int coders) {
            if (id >= rowOf.length) {
                rowOf = Arrays.copyOf(rowOf, Math.max(id + 1, rowOf.length * 2));
            }
            if (rowOf[id] == 0) {
                rows.add(new UnitRow(source, unit));
                present.add(new boolean[coders]);
                rowOf[id] = rows.size();
            }
            present.get(rowOf[id] - 1)[coder] = true;
        }

        /// The row of a unit or source; -1 where there is none.
        int row(int id) {
            return id < rowOf.length ? rowOf[id] - 1 : -1;
        }
    }

    public MatrixBuilder(RoundWork work, MatrixOptions options) {
        this.work = work;
        this.options = options;
        this.ratings = work.ratings();
        int highest = work.coders().stream().mapToInt(c -> (int) c.id().value()).max().orElse(0);
        this.coderAt = new int[highest + 1];
        this.counted = count();
        this.units = new Presence();
        this.sources = new Presence();
        for (int r : counted) {
            int coder = coderAt[ratings.coder()[r]];
            int source = ratings.source()[r];
            sources.add(source, source, 0, coder, coders.size());
            if (ratings.unit()[r] != 0) {
                int unit = settled(ratings.unit()[r]);
                units.add(unit, source, unit, coder, coders.size());
            }
        }
    }

    /// The matrix of one dimension of scope SOURCE or UNIT.
    public RatingMatrix of(Dimension dimension) {
        boolean whole = dimension.scope() == Scope.SOURCE;
        Presence presence = whole ? sources : units;
        int width = coders.size();
        int n = presence.rows.size();
        int[] cells = new int[n * width];
        Arrays.fill(cells, RatingTable.MISSING);
        Categories categories = new Categories(dimension, options);
        // Sets of codes are few, however many ratings hold them.
        int[] ofSet = new int[ratings.sets().size()];
        Arrays.fill(ofSet, UNKNOWN);
        for (int r : counted) {
            if (ratings.dimension()[r] == dimension.id().value()) {
                int row = row(presence, whole, r);
                cells[row * width + coderAt[ratings.coder()[r]]] = category(categories, ofSet, r);
            }
        }
        markNotAsked(dimension, presence, cells);
        boolean[] seenRows = seen(presence, whole);
        return finish(dimension, presence, cells, categories, seenRows);
    }

    private RatingMatrix finish(
            Dimension dimension,
            Presence presence,
            int[] cells,
            Categories categories,
            boolean[] seenRows) {
        int width = coders.size();
        List<UnitRow> rows = new ArrayList<>();
        int[] kept = new int[cells.length];
        int pairable = 0;
        int missing = 0;
        int unmatched = 0;
        int unsure = 0;
        int askedOfOne = 0;
        int seen = 0;
        for (int u = 0; u < presence.rows.size(); u++) {
            boolean[] present = presence.present.get(u);
            int here = 0;
            int asked = 0;
            int valued = 0;
            int doubts = 0;
            for (int g = 0; g < width; g++) {
                int cell = cells[u * width + g];
                here += present[g] ? 1 : 0;
                asked += present[g] && cell != NOT_ASKED ? 1 : 0;
                valued += cell >= 0 ? 1 : 0;
                doubts += cell == UNSURE ? 1 : 0;
            }
            if (asked == 0 || (options.unseenOnly() && seenRows[u])) {
                continue;
            }
            unsure += doubts;
            unmatched += here == 1 ? 1 : 0;
            askedOfOne += here > 1 && asked == 1 ? 1 : 0;
            missing += here > 1 && asked > 1 ? asked - valued - doubts : 0;
            pairable += valued > 1 ? 1 : 0;
            seen += seenRows[u] ? 1 : 0;
            int to = rows.size() * width;
            for (int g = 0; g < width; g++) {
                kept[to + g] = Math.max(RatingTable.MISSING, cells[u * width + g]);
            }
            rows.add(presence.rows.get(u));
        }
        RatingTable table =
                categories
                        .table(
                                coders.stream().map(this::name).toList(),
                                Arrays.copyOf(kept, rows.size() * width))
                        .withClusters(rows.stream().mapToInt(UnitRow::source).toArray(), "source");
        return new RatingMatrix(
                dimension,
                coders,
                rows,
                table,
                categories.sets(),
                pairable,
                missing,
                unmatched,
                unsure,
                askedOfOne,
                seen);
    }

    private int[] count() {
        Set<Long> done = work.done();
        Map<Integer, Coder> persons = new LinkedHashMap<>();
        for (Coder c : work.coders()) {
            if (c.kind() == CoderKind.PERSON) {
                persons.put((int) c.id().value(), c);
            }
        }
        int[] rows = new int[ratings.size()];
        int n = 0;
        boolean[] rated = new boolean[coderAt.length];
        int round = (int) work.round().id().value();
        for (int r = 0; r < ratings.size(); r++) {
            int coder = ratings.coder()[r];
            if (ratings.round()[r] == round
                    && persons.containsKey(coder)
                    && (options.unfinished()
                            || done.contains(RoundWork.pack(coder, ratings.source()[r])))) {
                rows[n++] = r;
                rated[coder] = true;
            }
        }
        for (Coder c : persons.values()) {
            if (rated[(int) c.id().value()]) {
                coderAt[(int) c.id().value()] = coders.size();
                coders.add(c.id());
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private int category(Categories categories, int[] ofSet, int r) {
        int written = options.asWritten() ? work.written().at(r) : -1;
        if (written >= 0) {
            return categories.written(Words.key(work.written().values().get(written)));
        }
        int set = ratings.set()[r];
        if (ofSet[set] == UNKNOWN) {
            List<CodeId> codes = ratings.sets().get(set);
            ofSet[set] =
                    !options.asWritten() && categories.unsure(codes)
                            ? UNSURE
                            : categories.set(codes);
        }
        return ofSet[set];
    }

    private int row(Presence presence, boolean whole, int r) {
        return presence.row(whole ? ratings.source()[r] : settled(ratings.unit()[r]));
    }

    private int settled(int unit) {
        return work.settled().isEmpty() ? unit : work.settled().getOrDefault(unit, unit);
    }

    private String name(CoderId id) {
        return work.coders().stream()
                .filter(c -> c.id().equals(id))
                .map(Coder::name)
                .findFirst()
                .orElse("?");
    }

    /// A question whose condition a coder's own answer closes was not asked of that coder. Where the coder
    /// did not answer the condition's dimension at all the question counts as asked.
    private void markNotAsked(Dimension dimension, Presence presence, int[] cells) {
        Optional<Condition> condition = dimension.askedWhen();
        Optional<Dimension> other =
                condition.flatMap(c -> work.codebook().dimension(c.dimension()));
        if (condition.isEmpty() || other.isEmpty()) {
            return;
        }
        Set<CodeId> opening = new HashSet<>();
        other.get().allCodes().stream()
                .filter(c -> condition.get().values().contains(c.key()))
                .forEach(c -> c.withDescendants().forEach(d -> opening.add(d.id())));
        boolean whole = other.get().scope() == Scope.SOURCE;
        Map<Long, Boolean> open = new HashMap<>();
        for (int r : counted) {
            if (ratings.dimension()[r] == other.get().id().value()) {
                int id = whole ? ratings.source()[r] : settled(ratings.unit()[r]);
                boolean opens =
                        ratings.sets().get(ratings.set()[r]).stream().anyMatch(opening::contains);
                open.put(RoundWork.pack(coderAt[ratings.coder()[r]], id), opens);
            }
        }
        int width = coders.size();
        for (int u = 0; u < presence.rows.size(); u++) {
            UnitRow row = presence.rows.get(u);
            int id = whole ? row.source() : row.unit();
            for (int g = 0; g < width; g++) {
                int at = u * width + g;
                if (cells[at] == RatingTable.MISSING
                        && !open.getOrDefault(RoundWork.pack(g, id), true)) {
                    cells[at] = NOT_ASKED;
                }
            }
        }
    }

    private boolean[] seen(Presence presence, boolean whole) {
        Set<Integer> earlier = new HashSet<>();
        for (Round round : work.rounds()) {
            if (round.ordinal() < work.round().ordinal()) {
                earlier.add((int) round.id().value());
            }
        }
        boolean[] seen = new boolean[presence.rows.size()];
        if (earlier.isEmpty()) {
            return seen;
        }
        for (int r = 0; r < ratings.size(); r++) {
            int coder = ratings.coder()[r];
            if (earlier.contains(ratings.round()[r]) && coders.contains(new CoderId(coder))) {
                int unit = ratings.unit()[r];
                int row = presence.row(whole ? ratings.source()[r] : settled(unit));
                if (row >= 0 && (whole || unit != 0)) {
                    seen[row] = true;
                }
            }
        }
        return seen;
    }
}
