package org.concordqda.study;

import org.concordqda.model.Choice;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Condition;
import org.concordqda.model.Dimension;
import org.concordqda.model.Reliability;
import org.concordqda.model.Scale;
import org.concordqda.model.Scope;
import org.concordqda.model.SourceKind;
import org.concordqda.text.Words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A dimension with one field changed, the value said in words.
final class DimensionWords {
    private static final List<String> FIELDS =
            List.of(
                    "name",
                    "key",
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
                    "source");

    private final String field;
    private final String value;

    private DimensionWords(String field, String value) {
        this.field = field;
        this.value = value.strip();
    }

    static Dimension with(Dimension d, String field, String value) {
        if (!FIELDS.contains(field)) {
            throw new ConcordException(
                    "A dimension has no field “"
                            + field
                            + "”; it has "
                            + String.join(", ", FIELDS)
                            + ".");
        }
        DimensionWords w = new DimensionWords(field, value);
        return new Dimension(
                d.id(),
                d.guid(),
                w.text("key", d.key()),
                w.text("name", d.name()),
                w.is("aliases") ? w.parts(";") : d.aliases(),
                w.text("question", d.question()),
                w.is("scope") ? w.one(Scope.class) : d.scope(),
                w.is("choice") ? w.one(Choice.class) : d.choice(),
                w.is("scale") ? w.one(Scale.class) : d.scale(),
                w.is("appliesTo") ? w.kinds() : d.appliesTo(),
                w.is("askedWhen") ? w.condition() : d.askedWhen(),
                w.is("carried") ? w.yes() : d.carried(),
                w.is("reliability") ? w.one(Reliability.class) : d.reliability(),
                w.text("reliabilityReason", d.reliabilityReason()),
                w.text("source", d.source()),
                d.checks(),
                d.codes());
    }

    private boolean is(String wanted) {
        return field.equals(wanted);
    }

    private String text(String wanted, String otherwise) {
        return is(wanted) ? value : otherwise;
    }

    private List<String> parts(String by) {
        return Stream.of(value.split(by)).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    private <E extends Enum<E>> E one(Class<E> type) {
        return one(type, value);
    }

    private <E extends Enum<E>> E one(Class<E> type, String word) {
        String wanted = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw new ConcordException(
                "“"
                        + word
                        + "” is not one of "
                        + String.join(
                                ", ", Stream.of(type.getEnumConstants()).map(Words::of).toList())
                        + "; nothing was changed.");
    }

    private Set<SourceKind> kinds() {
        Set<SourceKind> kinds = new LinkedHashSet<>();
        parts(",").forEach(k -> kinds.add(one(SourceKind.class, k)));
        return kinds;
    }

    private Optional<Condition> condition() {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int at = value.indexOf('=');
        if (at < 0) {
            throw new ConcordException(
                    "Say when as DIMENSION=KEY,KEY, not “" + value + "”; nothing was changed.");
        }
        List<String> keys =
                Stream.of(value.substring(at + 1).split(",")).map(String::strip).toList();
        return Optional.of(new Condition(value.substring(0, at).strip(), keys));
    }

    private boolean yes() {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false", "" -> false;
            default ->
                    throw new ConcordException(
                            "“" + value + "” is neither yes nor no; nothing was changed.");
        };
    }
}
