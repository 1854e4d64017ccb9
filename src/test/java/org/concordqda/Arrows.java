package org.concordqda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The table of arrows: what each package may use besides itself, the JDK, JSpecify and slf4j.
///
/// @param name the package below `org.concordqda`; also the name of its rule in exemptions
/// @param because why it may use no more
/// @param may what it may use of ours and of others
record Arrows(String name, String because, List<DescribedPredicate<JavaClass>> may) {
    private static final String ROOT = "org.concordqda.";

    private static final String[] OFFICE = {
        "org.apache.poi..",
        "org.apache.xmlbeans..",
        "org.openxmlformats..",
        "com.microsoft.schemas.."
    };
    private static final String[] PDF = {"org.apache.pdfbox..", "org.apache.fontbox.."};
    private static final String[] JACKSON = {
        "tools.jackson..", "com.fasterxml.jackson.annotation.."
    };
    private static final String[] CSV = {"de.siegmar.fastcsv.."};

    static final List<Arrows> TABLE =
            List.of(
                    arrow("model", "values that everybody shares must drag nothing in", nothing()),
                    arrow("job", "long work is a shape, it knows nothing of ours", nothing()),
                    arrow(
                            "agreement",
                            "coefficients are pure functions on small arrays, usable and checkable"
                                    + " without a study",
                            ours("job")),
                    arrow("text", "positions are computed from values alone", ours("model")),
                    arrow(
                            "settings",
                            "settings belong to a machine and a person, not to a study",
                            ours("model"),
                            theirs(JACKSON)),
                    arrow(
                            "analysis",
                            "cross-tabs are pure functions on values",
                            ours("model", "text", "agreement")),
                    arrow(
                            "store",
                            "it is the only place that knows SQLite, and knows nothing above it",
                            ours("model", "text", "job"),
                            theirs("java.sql..", "javax.sql..", "org.sqlite.."),
                            theirs(JACKSON)),
                    arrow(
                            "intake",
                            "readers turn bytes into values and never write to a study; foreign"
                                    + " databases are opened hardened by one class of store",
                            ours("model", "text", "job"),
                            exactly("store.ForeignDatabase"),
                            theirs(OFFICE),
                            theirs(PDF),
                            theirs(JACKSON),
                            theirs(CSV),
                            theirs("org.jsoup..", "org.commonmark..", "com.rtfparserkit..")),
                    arrow(
                            "report",
                            "writers are given values and write files; they never read a study",
                            ours("model", "text", "analysis", "agreement", "job"),
                            theirs(OFFICE),
                            theirs(PDF),
                            theirs(CSV),
                            theirs(
                                    "org.knowm.xchart..",
                                    "org.apache.batik..",
                                    "de.rototor.pdfbox..")),
                    arrow(
                            "exchange",
                            "packs and REFI-QDA need the store's rows, but no screen and no report",
                            ours("model", "text", "intake", "store", "job"),
                            theirs(JACKSON)),
                    arrow(
                            "study",
                            "services say what is done and leave the parts of others to the"
                                    + " packages below",
                            ours(
                                    "model",
                                    "text",
                                    "agreement",
                                    "analysis",
                                    "job",
                                    "store",
                                    "intake",
                                    "report",
                                    "exchange",
                                    "settings")),
                    arrow(
                            "cli",
                            "a command parses, calls a service and prints; it computes nothing",
                            ours("study", "job", "settings", "model", "text"),
                            valuesOf("analysis", "agreement"),
                            theirs("picocli.."),
                            theirs(JACKSON)),
                    arrow(
                            "desk",
                            "a screen shows what services give, so that all it can do can be done"
                                    + " without it",
                            ours("study", "job", "settings", "model", "text"),
                            valuesOf("analysis", "agreement"),
                            theirs(
                                    "javafx..",
                                    "jfx.incubator..",
                                    "org.controlsfx..",
                                    "impl.org.controlsfx..",
                                    "atlantafx..",
                                    "org.kordamp.ikonli..")));

    /// Everything the package may use.
    DescribedPredicate<JavaClass> allowed() {
        DescribedPredicate<JavaClass> all =
                resideInAnyPackage(ROOT + name + "..")
                        .or(jdk())
                        .or(resideInAnyPackage("org.jspecify..", "org.slf4j.."))
                        .or(exactly("model.Exempt"))
                        .or(exactly("model.Exempt$All"));
        for (DescribedPredicate<JavaClass> each : may) {
            all = all.or(each);
        }
        return all.as("what the table of arrows allows to " + name);
    }

    private static DescribedPredicate<JavaClass> jdk() {
        return describe(
                "the JDK without its database parts",
                type ->
                        resideInAnyPackage(
                                                "java..",
                                                "javax..",
                                                "jdk..",
                                                "org.w3c.dom..",
                                                "org.xml.sax..")
                                        .test(type)
                                && !resideInAnyPackage("java.sql..", "javax.sql..").test(type));
    }

    private static DescribedPredicate<JavaClass> ours(String... names) {
        return theirs(Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> theirs(String... packages) {
        return resideInAnyPackage(packages);
    }

    private static DescribedPredicate<JavaClass> exactly(String name) {
        return describe(name, type -> type.getName().equals(ROOT + name));
    }

    /// Records, enums, interfaces and exceptions, with what is nested in them: what a service hands
    /// out, not what computes it.
    private static DescribedPredicate<JavaClass> valuesOf(String... names) {
        DescribedPredicate<JavaClass> inside = ours(names);
        return describe(
                "values of " + String.join(", ", names),
                type -> inside.test(type) && isValue(type));
    }

    private static boolean isValue(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        return type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAssignableTo(Throwable.class)
                || (outer.isPresent() && isValue(outer.get()));
    }

    @SafeVarargs
    private static Arrows arrow(String name, String because, DescribedPredicate<JavaClass>... may) {
        return new Arrows(name, because, List.of(may));
    }

    private static DescribedPredicate<JavaClass> nothing() {
        return DescribedPredicate.alwaysFalse();
    }
}
