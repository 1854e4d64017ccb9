package org.concordqda.bench.jmh;

import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// DKPro's ordinal alpha, which takes seconds at a tenth of the size and minutes at the whole: once, at a
/// tenth.
@State(Scope.Benchmark)
public class OrdinalDkpro {
    @Param("10")
    public int part;

    private CodingAnnotationStudy study = new CodingAnnotationStudy(2);

    @Setup
    public void build() {
        study = Tables.dkpro(Tables.random(100_000 / part, 10, 50, 0.2, 2));
    }

    @Benchmark
    public double ordinal() {
        return new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction())
                .calculateAgreement();
    }
}
