package org.concordqda.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The fields of one mapping, read by name; a name that means nothing is an error with its line.
final class YamlFields {
    private final YamlTree node;

    /// @param what what it describes, for messages
    YamlFields(YamlTree node, String what, Set<String> known) throws Unreadable {
        if (node.kind() != YamlTree.Kind.MAPPING) {
            throw new Unreadable(
                    "line " + node.line(), "here " + what + " with its keys was expected.");
        }
        this.node = node;
        for (var field : node.fields().entrySet()) {
            if (!known.contains(field.getKey())) {
                throw new Unreadable(
                        "line " + field.getValue().line(),
                        "“"
                                + field.getKey()
                                + "” means nothing for "
                                + what
                                + "; known are "
                                + String.join(", ", known.stream().sorted().toList())
                                + ".");
            }
        }
    }

    int line() {
        return node.line();
    }

    String text(String name) throws Unreadable {
        YamlTree value = node.fields().get(name);
        if (value == null) {
            return "";
        }
        if (value.kind() != YamlTree.Kind.SCALAR) {
            throw new Unreadable("line " + value.line(), "“" + name + "” must be one text.");
        }
        return value.text();
    }

    /// The line of a field, or of the whole when it is not there.
    int line(String name) {
        YamlTree value = node.fields().get(name);
        return value == null ? node.line() : value.line();
    }

    List<String> texts(String name) throws Unreadable {
        YamlTree value = node.fields().get(name);
        if (value == null || (value.kind() == YamlTree.Kind.SCALAR && value.text().isEmpty())) {
            return List.of();
        }
        if (value.kind() == YamlTree.Kind.SCALAR) {
            return List.of(value.text());
        }
        for (YamlTree item : value.items()) {
            if (item.kind() != YamlTree.Kind.SCALAR) {
                throw new Unreadable(
                        "line " + item.line(), "an entry of “" + name + "” must be one text.");
            }
        }
        if (value.kind() == YamlTree.Kind.MAPPING) {
            throw new Unreadable("line " + value.line(), "“" + name + "” must be a list.");
        }
        return value.items().stream().map(YamlTree::text).toList();
    }

    List<YamlTree> list(String name) throws Unreadable {
        YamlTree value = node.fields().get(name);
        if (value == null || (value.kind() == YamlTree.Kind.SCALAR && value.text().isEmpty())) {
            return List.of();
        }
        if (value.kind() != YamlTree.Kind.LIST) {
            throw new Unreadable("line " + value.line(), "“" + name + "” must be a list.");
        }
        return value.items();
    }

    Optional<YamlTree> field(String name) {
        return Optional.ofNullable(node.fields().get(name));
    }

    boolean flag(String name) throws Unreadable {
        String text = text(name).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "yes" -> true;
            case "", "false", "no" -> false;
            default ->
                    throw new Unreadable(
                            "line " + line(name), "“" + name + "” must be true or false.");
        };
    }

    <E extends Enum<E>> E one(String name, Class<E> type, E otherwise) throws Unreadable {
        String text = text(name);
        return text.isEmpty() ? otherwise : word(text, type, "“" + name + "”", line(name));
    }

    /// An enum value by its name, in any case, with blanks or hyphens for underscores.
    static <E extends Enum<E>> E word(String text, Class<E> type, String what, int line)
            throws Unreadable {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(wanted)) {
                return value;
            }
        }
        throw new Unreadable(
                "line " + line,
                what
                        + " cannot be “"
                        + text
                        + "”; it is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
                        + ".");
    }
}
