package org.concordqda.store;

import org.concordqda.model.CodeId;
import org.concordqda.model.CoderId;
import org.concordqda.model.RatingColumns;
import org.concordqda.model.RoundId;
import org.concordqda.model.WrittenValues;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads all ratings as columns: two plain scans, no join, so that a million rows take a fraction of a
/// second. Codes merged into others are read through.
public final class RatingReader {
    private RatingReader() {}

    /// Live ratings the viewer may see, of one round or of all.
    public static RatingColumns read(Db db, Optional<CoderId> viewer, Optional<RoundId> round) {
        int count = (int) db.number("SELECT count(*) FROM rating");
        int highest = (int) db.number("SELECT coalesce(max(id), 0) FROM rating");
        int[][] c = new int[6][count];
        int[] n = {0};
        int[] place = new int[highest + 1];
        Arrays.fill(place, -1);
        db.each(
                // Two numbers of 32 bits as one: asking for a number costs more than reading it.
                "SELECT r.id << 32 | r.round, r.coder << 32 | r.source, coalesce(r.unit, 0) << 32 |"
                        + " r.dimension FROM rating r WHERE "
                        + Blind.visible("r")
                        + round.map(id -> " AND r.round = " + id.value()).orElse("")
                        + " ORDER BY r.id",
                row -> {
                    int at = n[0]++;
                    for (int i = 0; i < 3; i++) {
                        long both = row.number(i + 1);
                        c[2 * i][at] = (int) (both >>> 32);
                        c[2 * i + 1][at] = (int) both;
                    }
                    place[c[0][at]] = at;
                },
                Blind.viewer(viewer));
        int size = n[0];
        Sets sets = new Sets(Merges.all(db));
        int[] set = sets.read(db, place, size);
        for (int i = 0; i < 6; i++) {
            c[i] = Arrays.copyOf(c[i], size);
        }
        return new RatingColumns(size, c[0], c[1], c[2], c[3], c[4], c[5], set, sets.all());
    }

    /// What files said for the ratings of a round; only ratings among the columns, so blindness holds.
    public static WrittenValues written(Db db, RoundId round, RatingColumns columns) {
        int highest = Arrays.stream(columns.rating()).max().orElse(0);
        int[] place = new int[highest + 1];
        Arrays.fill(place, -1);
        for (int r = 0; r < columns.size(); r++) {
            place[columns.rating()[r]] = r;
        }
        int[] of = new int[columns.size()];
        Arrays.fill(of, -1);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        db.each(
                "SELECT id, as_written FROM rating WHERE round = ? AND as_written <> ''",
                row -> {
                    int id = row.integer(1);
                    if (id <= highest && place[id] >= 0) {
                        of[place[id]] =
                                numbers.computeIfAbsent(row.text(2), text -> numbers.size());
                    }
                },
                round.value());
        return new WrittenValues(of, List.copyOf(numbers.keySet()));
    }

    /// Turns each rating's codes into the number of a distinct set.
    private static final class Sets {
        private final Map<Long, Long> merged;
        private final Map<Long, Integer> single = new HashMap<>();
        private final Map<List<Long>, Integer> numbers = new HashMap<>();
        private final List<List<Long>> distinct = new ArrayList<>();

        Sets(Map<Long, Long> merged) {
            this.merged = merged;
        }

        int[] read(Db db, int[] place, int size) {
            int[] set = new int[size];
            Arrays.fill(set, -1);
            Map<Integer, List<Long>> several = new HashMap<>();
            db.each(
                    "SELECT rating << 32 | code FROM rating_code",
                    row -> {
                        long both = row.number(1);
                        int rating = (int) (both >>> 32);
                        int at = rating < place.length ? place[rating] : -1;
                        if (at < 0) {
                            return;
                        }
                        long stored = both & 0xFFFFFFFFL;
                        long code = merged.isEmpty() ? stored : merged.getOrDefault(stored, stored);
                        if (set[at] < 0 && !several.containsKey(at)) {
                            set[at] = single.computeIfAbsent(code, k -> number(List.of(k)));
                        } else {
                            several.computeIfAbsent(at, k -> new ArrayList<>(distinct.get(set[k])))
                                    .add(code);
                        }
                    });
            several.forEach(
                    (at, codes) -> set[at] = number(codes.stream().distinct().sorted().toList()));
            for (int i = 0; i < size; i++) {
                if (set[i] < 0) {
                    set[i] = number(List.of());
                }
            }
            return set;
        }

        private int number(List<Long> codes) {
            return numbers.computeIfAbsent(
                    codes,
                    key -> {
                        distinct.add(key);
                        return distinct.size() - 1;
                    });
        }

        List<List<CodeId>> all() {
            return distinct.stream()
                    .map(codes -> codes.stream().map(CodeId::new).toList())
                    .toList();
        }
    }
}
