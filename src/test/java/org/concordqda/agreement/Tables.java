package org.concordqda.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Random tables from a seed.
final class Tables {
    private Tables() {}

    /// 2–6 coders, 2–6 categories, up to 40 units and a third missing; categories skewed.
    static RatingTable random(long seed) {
        Random random = new Random(seed);
        return random(
                random,
                2 + random.nextInt(5),
                2 + random.nextInt(5),
                3 + random.nextInt(38),
                random.nextInt(3) == 0 ? 0 : random.nextDouble() / 3,
                random.nextDouble());
    }

    /// @param agreement chance that a coder sees the unit's own category
    static RatingTable random(
            Random random,
            int coders,
            int categories,
            int units,
            double missing,
            double agreement) {
        int[] cells = new int[coders * units];
        for (int u = 0; u < units; u++) {
            int truth = skewed(random, categories);
            for (int g = 0; g < coders; g++) {
                cells[u * coders + g] =
                        random.nextDouble() < missing
                                ? RatingTable.MISSING
                                : random.nextDouble() < agreement
                                        ? truth
                                        : skewed(random, categories);
            }
        }
        return RatingTable.of(names("R", coders), numbers(categories), cells);
    }

    static int skewed(Random random, int categories) {
        return (int) (categories * Math.pow(random.nextDouble(), 1.7));
    }

    static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + (i + 1)).toList();
    }

    /// 1, 2, 3 …
    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> Integer.toString(i + 1)).toList();
    }

    static int[] shuffled(Random random, int n) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        java.util.Collections.shuffle(order, random);
        return order.stream().mapToInt(i -> i).toArray();
    }
}
