package org.concordqda.bench.jmh;

import org.concordqda.bench.Report;
import org.jspecify.annotations.Nullable;

/// Lines of the table for one size; limits hold at full size only.
record Lines(Report out, int part) {
    void print(
            String measure,
            String size,
            @Nullable Double ours,
            @Nullable Double peer,
            double most) {
        if (ours == null) {
            throw new IllegalStateException(measure + " was not measured.");
        }
        Report.Line line = out.measure(measure, size).ours(ours, "ms");
        if (peer != null) {
            line = line.peer("DKPro 2.2.1", peer);
        }
        (part == 1 && !Double.isNaN(most) ? line.atMost(most) : line).print();
    }
}
