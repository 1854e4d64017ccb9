package org.concordqda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.concordqda.model.Exempt;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The law of the house. A class that must break a rule carries [Exempt] with the name of the rule and
/// the reason, and the number below is raised in the same change.
class ArchitectureTest {
    /// How many exemptions there are. Raising it needs a reason that a reviewer accepts.
    private static final int EXEMPTIONS = 2;

    private static final String ROOT = "org.concordqda";
    private static final JavaClasses OURS =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    @TestFactory
    Stream<DynamicTest> arrows() {
        return Arrows.TABLE.stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.name(),
                                        () ->
                                                classes()
                                                        .that(
                                                                resideInAPackage(
                                                                        ROOT
                                                                                + "."
                                                                                + row.name()
                                                                                + ".."))
                                                        .and(bound(row.name()))
                                                        .should()
                                                        .onlyDependOnClassesThat(row.allowed())
                                                        .because(row.because())
                                                        .allowEmptyShould(true)
                                                        .check(OURS)));
    }

    @Test
    void everyPackageHasArrows() {
        List<String> known = Arrows.TABLE.stream().map(Arrows::name).toList();
        List<String> strangers =
                OURS.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                        .distinct()
                        .filter(name -> !known.contains(name))
                        .toList();
        assertEquals(List.of(), strangers, "because a package without arrows is bound by nothing");
    }

    @Test
    void nothingUsesTheRoot() {
        noClasses()
                .that(not(resideInAPackage(ROOT)))
                .and(bound("root"))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT))
                .because("the wiring knows everybody, so nobody may know the wiring")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void windowsLiveInTheDesk() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".desk..")))
                .and(bound("window"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "jfx.incubator..",
                        "com.sun.javafx..",
                        "org.controlsfx..",
                        "impl.org.controlsfx..",
                        "atlantafx..",
                        "org.kordamp.ikonli..")
                .because("the command line runs without loading a class of JavaFX")
                .check(OURS);
    }

    @Test
    void sqlLivesInTheStore() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".store..")))
                .and(bound("sql"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("whoever else speaks SQL could pass by the journal and by blindness")
                .check(OURS);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(not(resideInAPackage(ROOT + ".cli..")))
                .and(bound("print"))
                .should(ACCESS_STANDARD_STREAMS)
                .because("what is printed there is lost on a desk; log it, throw it or return it")
                .check(OURS);
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle of packages is one package that nobody can read alone")
                .check(OURS);
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("the places of the desk are packages too")
                .check(OURS);
    }

    @Test
    void placesDoNotKnowTheShell() {
        noClasses()
                .that(resideInAPackage(ROOT + ".desk.*.."))
                .and(not(resideInAPackage(ROOT + ".desk.shell..")))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".desk.shell.."))
                .because("the shell holds the places; what both need is in fx, session or palette")
                .check(OURS);
    }

    @Test
    void namesThatSaySomething() {
        noClasses()
                .that(bound("name"))
                .should()
                .haveNameMatching(".*[.$]([A-Z]\\w*)?(Util|Utils|Utilities|Helper|Helpers|Manager)")
                .because("such a class has no reason to stop growing")
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked =
                OURS.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .toList();
        assertEquals(
                List.of(),
                unmarked,
                "because absence is said by Optional or @Nullable, not by luck");
    }

    @Test
    void onlyWritersAndChecksNameHiddenRows() throws Exception {
        List<String> found =
                MainSources.code().stream()
                        .filter(file -> !MainSources.mayNameHiddenRows(file))
                        .filter(file -> file.bound("hidden rows", OURS))
                        .flatMap(file -> file.linesMatching("\\b\\w+_all\\b|\"_all"))
                        .toList();
        assertEquals(
                List.of(),
                found,
                "because x_all holds hidden rows too: reading it shows what was removed, and"
                        + " writing it passes by the journal");
    }

    @Test
    void testsWithAWindowTakeTurns() throws Exception {
        List<String> loose = new ArrayList<>();
        Path tests = Path.of("src", "test", "java", "org", "concordqda", "desk");
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                String text = Files.readString(file);
                if (text.matches("(?s).*\\b(Driver|Platform|javafx\\.stage)\\..*")
                        && !text.matches(
                                "(?s).*\\n(@OneWindow\\n|class \\w+ extends DeskTest).*")) {
                    loose.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(List.of(), loose, "because two at once take each other's keys");
    }

    @Test
    void filesStaySmall() throws Exception {
        List<String> long_ =
                MainSources.code().stream()
                        .filter(file -> file.bound("size", OURS))
                        .filter(file -> file.lines().size() > 400)
                        .map(file -> file.path() + ": " + file.lines().size() + " lines")
                        .toList();
        assertEquals(List.of(), long_, "because at 400 lines a class has found a second job");
        List<String> longTests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    if (lines.count() > 400) {
                        longTests.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertEquals(List.of(), longTests, "because this holds for tests too");
    }

    @Test
    void exemptionsAreCounted() {
        List<String> exempt =
                OURS.stream()
                        .flatMap(
                                type ->
                                        exemptions(type)
                                                .map(rule -> type.getName() + " from " + rule))
                        .toList();
        assertEquals(EXEMPTIONS, exempt.size(), () -> String.join("\n", exempt));
        assertTrue(
                OURS.stream()
                        .flatMap(ArchitectureTest::reasons)
                        .allMatch(reason -> reason.strip().length() >= 20),
                "each exemption gives its reason in a sentence");
    }

    /// Classes that carry no exemption from `rule`; what is nested is exempt with the outer class.
    static DescribedPredicate<JavaClass> bound(String rule) {
        return describe("are bound by “" + rule + "”", type -> !isExempt(type, rule));
    }

    private static boolean isExempt(JavaClass type, String rule) {
        return exemptions(type).anyMatch(rule::equals)
                || type.getEnclosingClass().filter(outer -> isExempt(outer, rule)).isPresent();
    }

    private static Stream<String> exemptions(JavaClass type) {
        return annotations(type).map(a -> a.get("from").orElseThrow().toString());
    }

    private static Stream<String> reasons(JavaClass type) {
        return annotations(type).map(a -> a.get("because").orElseThrow().toString());
    }

    private static Stream<JavaAnnotation<?>> annotations(JavaClass type) {
        return type.getAnnotations().stream()
                .flatMap(
                        a ->
                                a.getRawType().isEquivalentTo(Exempt.class)
                                        ? Stream.of(a)
                                        : a.getRawType().isEquivalentTo(Exempt.All.class)
                                                ? Arrays.stream(
                                                        (JavaAnnotation<?>[])
                                                                a.get("value").orElseThrow())
                                                : Stream.<JavaAnnotation<?>>of());
    }
}
