package org.concordqda.bench;

import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.PassageBench;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Rows D, F and gamma of the table of targets, each at full size and at a tenth. Times include reading the
/// spans from arrays.
public final class PassageBenchmark implements Benchmark {
    private static final int CODES = 20;

    @Override
    public void run(Report out) throws Exception {
        for (int tenth : new int[] {1, 10}) {
            Spans d = Spans.random(5000 / tenth, 1_000_000 / tenth);
            String size = size(5000 / tenth, 1_000_000 / tenth);
            PassageBench ours = new PassageBench(d.continua());
            double u2016 =
                    1e3 * Report.bestSeconds(60, () -> new PassageBench(d.continua()).family2016());
            out.measure("D: unitizing alphas of 2016", size)
                    .ours(u2016, "ms")
                    .atMost(3.0 / tenth)
                    .print();
            double u1995 =
                    1e3 * Report.bestSeconds(60, () -> new PassageBench(d.continua()).alpha1995());
            double peer = 1e3 * Report.bestSeconds(tenth == 1 ? 1 : 3, d::dkpro);
            out.measure("D: unitizing alpha of 1995", size)
                    .ours(u1995, "ms")
                    .peer("DKPro 2.2.1", peer)
                    .atMost(3.0 / tenth)
                    .print();
            double kappa = 1e3 * Report.bestSeconds(60, ours::kappas);
            out.measure("F: 20 codes, kappa per character", size)
                    .ours(kappa, "ms")
                    .atMost(2.0 / tenth)
                    .print();
            Spans g = Spans.random(2000 / tenth, 400_000 / tenth);
            PassageBench gamma = new PassageBench(g.continua());
            out.measure("gamma, 30 samples", size(2000 / tenth, 400_000 / tenth))
                    .ours(Report.bestSeconds(3, gamma::gamma), "s")
                    .atMost(1.0 / tenth)
                    .print();
        }
    }

    private static String size(int units, int length) {
        return String.format(Locale.ROOT, "2 x %,d in %,d", units, length);
    }

    /// Two coders' spans, without overlaps.
    private record Spans(int length, int[] coder, int[] start, int[] end, int[] code) {
        static Spans random(int perCoder, int length) {
            SplittableRandom random = new SplittableRandom(perCoder);
            int n = 2 * perCoder;
            Spans spans = new Spans(length, new int[n], new int[n], new int[n], new int[n]);
            int room = length / perCoder;
            int[] codes = random.ints(perCoder, 0, CODES).toArray();
            for (int i = 0; i < n; i++) {
                int at = (i % perCoder) * room + random.nextInt(room / 3);
                spans.coder[i] = i / perCoder;
                spans.start[i] = at;
                spans.end[i] = at + 1 + room / 3 + random.nextInt(room / 3);
                spans.code[i] =
                        random.nextInt(10) < 7 ? codes[i % perCoder] : random.nextInt(CODES);
            }
            return spans;
        }

        Continua continua() {
            Continuum source =
                    Continuum.of(
                            "text",
                            0,
                            length,
                            new boolean[] {true, true},
                            CODES,
                            coder,
                            start,
                            end,
                            code);
            List<String> codes = IntStream.range(0, CODES).mapToObj(k -> "code " + k).toList();
            return new Continua(List.of("A", "B"), codes, List.of(source));
        }

        double dkpro() {
            UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(2, 0, length);
            for (int i = 0; i < coder.length; i++) {
                study.addUnit(start[i], end[i] - start[i], coder[i], code[i]);
            }
            return new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement();
        }
    }
}
