package org.concordqda.bench.jmh;

import org.concordqda.agreement.RatingTable;
import org.concordqda.agreement.SetTable;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// The tables that are measured, from seeds.
final class Tables {
    private Tables() {}

    static RatingTable empty() {
        return RatingTable.of(List.of(), List.of(), new int[0]);
    }

    static RatingTable random(int n, int coders, int codes, double missing, long seed) {
        Random random = new Random(seed);
        int[] cells = new int[n * coders];
        for (int u = 0; u < n; u++) {
            int truth = random.nextInt(codes);
            for (int g = 0; g < coders; g++) {
                cells[u * coders + g] =
                        random.nextDouble() < missing
                                ? RatingTable.MISSING
                                : random.nextDouble() < 0.7 ? truth : random.nextInt(codes);
            }
        }
        return RatingTable.of(
                IntStream.range(0, coders).mapToObj(g -> "R" + g).toList(),
                IntStream.range(1, codes + 1).mapToObj(Integer::toString).toList(),
                cells);
    }

    static CodingAnnotationStudy dkpro(RatingTable table) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(table.coders().size());
        Integer[] values = IntStream.range(1, 100).boxed().toArray(Integer[]::new);
        for (int u = 0; u < table.units(); u++) {
            Object[] row = new Object[table.coders().size()];
            for (int g = 0; g < row.length; g++) {
                int c = table.cell(u, g);
                row[g] = c < 0 ? null : values[c];
            }
            study.addItemAsArray(row);
        }
        return study;
    }

    /// Three coders' sets of up to four of the codes, a third of them one code off.
    static SetTable sets(int units, int codes) {
        Random random = new Random(4);
        List<List<Optional<BitSet>>> rows = new ArrayList<>();
        for (int u = 0; u < units; u++) {
            BitSet truth = new BitSet();
            for (int i = random.nextInt(5); i > 0; i--) {
                truth.set(random.nextInt(codes));
            }
            List<Optional<BitSet>> row = new ArrayList<>();
            for (int g = 0; g < 3; g++) {
                BitSet own = (BitSet) truth.clone();
                if (random.nextInt(3) == 0) {
                    own.flip(random.nextInt(codes));
                }
                row.add(Optional.of(own));
            }
            rows.add(row);
        }
        return SetTable.of(
                List.of("A", "B", "C"),
                IntStream.range(0, codes).mapToObj(k -> "c" + k).toList(),
                rows);
    }

    static int distinct(int units) {
        return sets(units, 12).exact().categories().size();
    }
}
