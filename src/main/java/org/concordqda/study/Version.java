package org.concordqda.study;

/// Which Concord this is; stored with every act.
public final class Version {
    private static final String BUILT = Version.class.getPackage().getImplementationVersion();

    /// `Concord 0.1.0`, or `Concord (development)` when run from classes.
    public static final String PROGRAM = "Concord " + (BUILT == null ? "(development)" : BUILT);

    private Version() {}
}
