package org.concordqda.intake;

import org.concordqda.model.Check;
import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.ImportedCodebook;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceKind;
import org.concordqda.model.Special;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The YAML form of a codebook, key by key, each fault with its line.
final class CodebookYamlReader {
    private static final Set<String> TOP =
            Set.of(
                    "concord-codebook",
                    "key",
                    "name",
                    "guid",
                    "description",
                    "source",
                    "dimensions");
    private static final Set<String> DIMENSION =
            Set.of(
                    "key",
                    "guid",
                    "name",
                    "aliases",
                    "question",
                    "scope",
                    "choice",
                    "scale",
                    "appliesTo",
                    "askedWhen",
                    "carried",
                    "reliability",
                    "reliabilityReason",
                    "source",
                    "checks",
                    "codes");
    private static final Set<String> CODE =
            Set.of(
                    "key",
                    "guid",
                    "name",
                    "aliases",
                    "definition",
                    "include",
                    "exclude",
                    "example",
                    "counterExample",
                    "source",
                    "colour",
                    "special",
                    "retired",
                    "children");

    private final CodebookRules rules = new CodebookRules();

    ImportedCodebook codebook(YamlTree root) throws Unreadable {
        YamlFields top = new YamlFields(root, "a codebook", TOP);
        String version = top.text("concord-codebook");
        if (!version.equals("1")) {
            throw new Unreadable(
                    "line " + top.line("concord-codebook"),
                    version.isEmpty()
                            ? "a codebook begins with the line “concord-codebook: 1”."
                            : "this is a codebook of version " + version + "; version 1 is read.");
        }
        List<Dimension> dimensions = new ArrayList<>();
        for (YamlTree each : top.list("dimensions")) {
            dimensions.add(dimension(each));
        }
        if (dimensions.isEmpty()) {
            throw new Unreadable(
                    "line " + top.line("dimensions"), "the codebook has no dimension.");
        }
        rules.guid(top.text("guid"), top.line("guid"));
        return new ImportedCodebook(
                top.text("key"),
                required(top, "name", "a codebook"),
                top.text("guid"),
                top.text("description"),
                top.text("source"),
                rules.settled(dimensions));
    }

    private Dimension dimension(YamlTree node) throws Unreadable {
        YamlFields f = new YamlFields(node, "a dimension", DIMENSION);
        String name = required(f, "name", "a dimension");
        String key = f.text("key").isEmpty() ? CodebookRules.slug(name) : f.text("key");
        rules.dimension(key, name, f.line());
        rules.guid(f.text("guid"), f.line("guid"));
        Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
        for (String kind : f.texts("appliesTo")) {
            kinds.add(YamlFields.word(kind, SourceKind.class, "“appliesTo”", f.line("appliesTo")));
        }
        Optional<Condition> asked = Optional.empty();
        Optional<YamlTree> condition = f.field("askedWhen");
        if (condition.isPresent()) {
            asked = Optional.of(condition(key, condition.get()));
        }
        List<Check> checks = new ArrayList<>();
        for (YamlTree check : f.list("checks")) {
            checks.add(check(key, check));
        }
        return new Dimension(
                new DimensionId(0),
                f.text("guid"),
                key,
                name,
                f.texts("aliases"),
                f.text("question"),
                f.one("scope", Scope.class, Scope.UNIT),
                f.one("choice", Choice.class, Choice.ONE),
                f.one("scale", Scale.class, Scale.NOMINAL),
                kinds,
                asked,
                f.flag("carried"),
                f.one("reliability", Reliability.class, Reliability.MEASURED),
                f.text("reliabilityReason"),
                f.text("source"),
                checks,
                codes(key, "", f.list("codes")));
    }

    private Condition condition(String dimension, YamlTree node) throws Unreadable {
        YamlFields f = new YamlFields(node, "askedWhen", Set.of("dimension", "values"));
        Condition condition =
                new Condition(required(f, "dimension", "askedWhen"), f.texts("values"));
        rules.asked(dimension, condition, f.line());
        return condition;
    }

    private Check check(String dimension, YamlTree node) throws Unreadable {
        YamlFields f =
                new YamlFields(node, "a check", Set.of("when", "dimension", "values", "warn"));
        Check check =
                new Check(
                        required(f, "when", "a check"),
                        required(f, "dimension", "a check"),
                        f.texts("values"),
                        required(f, "warn", "a check"));
        rules.check(dimension, check, f.line());
        return check;
    }

    private List<Code> codes(String dimension, String parent, List<YamlTree> nodes)
            throws Unreadable {
        List<Code> codes = new ArrayList<>();
        for (YamlTree node : nodes) {
            codes.add(code(dimension, parent, node));
        }
        return codes;
    }

    private Code code(String dimension, String parent, YamlTree node) throws Unreadable {
        YamlFields f = new YamlFields(node, "a code", CODE);
        String name = required(f, "name", "a code");
        String path = parent.isEmpty() ? name : parent + " > " + name;
        String key = f.text("key").isEmpty() ? rules.freeKey(dimension, path) : f.text("key");
        rules.code(dimension, key, parent, name, f.line());
        rules.guid(f.text("guid"), f.line("guid"));
        rules.colour(f.text("colour"), f.line("colour"));
        return new Code(
                new CodeId(0),
                f.text("guid"),
                key,
                name,
                f.texts("aliases"),
                f.text("definition"),
                f.text("include"),
                f.text("exclude"),
                f.text("example"),
                f.text("counterExample"),
                f.text("source"),
                f.text("colour"),
                f.one("special", Special.class, Special.ORDINARY),
                f.flag("retired"),
                false,
                codes(dimension, path, f.list("children")));
    }

    private static String required(YamlFields f, String key, String what) throws Unreadable {
        String text = f.text(key);
        if (text.isBlank()) {
            throw new Unreadable("line " + f.line(key), what + " needs “" + key + "”.");
        }
        return text;
    }
}
