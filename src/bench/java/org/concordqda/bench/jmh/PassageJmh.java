package org.concordqda.bench.jmh;

import org.concordqda.agreement.Continua;
import org.concordqda.agreement.Continuum;
import org.concordqda.agreement.PassageBench;
import org.concordqda.bench.Report;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Rows D, F and gamma of the table of targets, at a tenth and at full size, beside DKPro 2.2.1 where it has
/// the statistic (γ is in a later version). Times of the unitizing alphas include reading the spans from
/// arrays.
public class PassageJmh implements org.concordqda.bench.Benchmark {
    private static final int CODES = 20;

    /// Two coders' passages of one text.
    @State(Scope.Benchmark)
    public static class Text {
        @Param({"10", "1"})
        public int part;

        private Spans spans = Spans.random(10, 1000);
        private PassageBench ready = new PassageBench(spans.continua());
        private PassageBench gamma = ready;
        private UnitizingAnnotationStudy study = spans.dkpro();

        @Setup
        public void build() {
            spans = Spans.random(5000 / part, 1_000_000 / part);
            ready = new PassageBench(spans.continua());
            gamma = new PassageBench(Spans.random(2000 / part, 400_000 / part).continua());
            study = spans.dkpro();
        }
    }

    @Benchmark
    public Object family2016(Text text) {
        return new PassageBench(text.spans.continua()).family2016();
    }

    @Benchmark
    public Object alpha1995(Text text) {
        return new PassageBench(text.spans.continua()).alpha1995();
    }

    @Benchmark
    public double alpha1995Dkpro(Text text) {
        return new KrippendorffAlphaUnitizingAgreement(text.study).calculateAgreement();
    }

    @Benchmark
    public Object kappas(Text text) {
        return text.ready.kappas();
    }

    @Benchmark
    public Object gamma(Text text) {
        return text.gamma.gamma();
    }

    @Override
    public List<String> options() {
        return List.of(Measured.QUIET);
    }

    @Override
    public void run(Report out) throws Exception {
        Map<String, Double> ms = Measured.all(PassageJmh.class);
        for (int part : new int[] {10, 1}) {
            Lines lines = new Lines(out, part);
            String size = size(5000 / part, 1_000_000 / part);
            lines.print("D: uα family of 2016", size, ms.get("family2016 " + part), null, 3);
            lines.print(
                    "D: unitizing α of 1995",
                    size,
                    ms.get("alpha1995 " + part),
                    ms.get("alpha1995Dkpro " + part),
                    3);
            lines.print("F: κ per character of 20 codes", size, ms.get("kappas " + part), null, 2);
            lines.print(
                    "γ, 30 samples",
                    size(2000 / part, 400_000 / part),
                    ms.get("gamma " + part),
                    null,
                    1000);
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

        UnitizingAnnotationStudy dkpro() {
            UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(2, 0, length);
            for (int i = 0; i < coder.length; i++) {
                study.addUnit(start[i], end[i] - start[i], coder[i], code[i]);
            }
            return study;
        }
    }
}
