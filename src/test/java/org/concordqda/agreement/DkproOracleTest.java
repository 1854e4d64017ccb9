package org.concordqda.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.concordqda.job.Progress;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.IDistanceFunction;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// Alpha at every level against DKPro Statistics 2.2.1 on 1,000 seeded tables with missing ratings.
class DkproOracleTest {
    @ParameterizedTest
    @EnumSource
    void alphaIsDkpros(Level level) {
        int compared = 0;
        for (long seed = 1; seed <= 1000; seed++) {
            RatingTable table = Tables.random(seed);
            Optional<Double> theirs = dkpro(table, level);
            double direct = Alpha.value(table, level);
            Estimate ours =
                    Agreement.single(
                            table,
                            Statistic.KRIPPENDORFF_ALPHA,
                            AgreementOptions.DEFAULT.withLevel(level).withReplicates(2, 1),
                            Progress.NONE);
            assertEquals(ours.defined(), !Double.isNaN(direct), "seed " + seed);
            if (ours.defined()) {
                assertEquals(ours.value(), direct, 1e-9, "seed " + seed);
                if (theirs.isPresent()) {
                    assertEquals(theirs.get(), ours.value(), 1e-9, "seed " + seed);
                    compared++;
                }
            }
        }
        assertTrue(compared > 950, compared + " tables compared");
    }

    static Optional<Double> dkpro(RatingTable table, Level level) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(table.coders().size());
        for (int u = 0; u < table.units(); u++) {
            Object[] row = new Object[table.coders().size()];
            for (int g = 0; g < row.length; g++) {
                int c = table.cell(u, g);
                row[g] = c < 0 ? null : Integer.valueOf(table.categories().get(c));
            }
            study.addItemAsArray(row);
        }
        IDistanceFunction distance =
                switch (level) {
                    case NOMINAL -> new NominalDistanceFunction();
                    case ORDINAL -> new OrdinalDistanceFunction();
                    case INTERVAL -> new IntervalDistanceFunction();
                    case RATIO -> new RatioDistanceFunction();
                };
        try {
            double value = new KrippendorffAlphaAgreement(study, distance).calculateAgreement();
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException none) {
            // DKPro throws where there is nothing to compare.
            return Optional.empty();
        }
    }
}
