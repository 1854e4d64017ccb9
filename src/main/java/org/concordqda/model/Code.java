package org.concordqda.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A value of a dimension under one codebook version. Names repeat freely in different branches: identity
/// is the id (in the file) and the guid (between files), never the name. Absent texts are "".
///
/// @param id identity in this file, value 0 when not stored yet
/// @param guid identity that travels
/// @param key stable word, unique within the dimension (`environment/gpu-usage`)
/// @param name what people read
/// @param aliases other names found in files
/// @param definition what it means
/// @param include when it applies
/// @param exclude when it does not
/// @param example a passage it applies to
/// @param counterExample a passage it does not apply to
/// @param source where the definition is from
/// @param colour `#rrggbb`, or "" for the colour of its place in the tree
/// @param special what it means to the program
/// @param retired kept so that old data can be read, never offered
/// @param addedAtImport made by a ratings import that was told to add unknown values
/// @param children codes below it; a group can be chosen and means “not further specified”
public record Code(
        CodeId id,
        String guid,
        String key,
        String name,
        List<String> aliases,
        String definition,
        String include,
        String exclude,
        String example,
        String counterExample,
        String source,
        String colour,
        Special special,
        boolean retired,
        boolean addedAtImport,
        List<Code> children) {
    public Code {
        aliases = List.copyOf(aliases);
        children = List.copyOf(children);
    }

    /// An ordinary code of which only key and name are said.
    public static Code named(
            CodeId id, String key, String name, boolean addedAtImport, List<Code> children) {
        return new Code(
                id,
                "",
                key,
                name,
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                Special.ORDINARY,
                false,
                addedAtImport,
                children);
    }

    /// The same code with other codes below it.
    public Code withChildren(List<Code> changed) {
        return with(aliases, changed);
    }

    /// The same code with other aliases.
    public Code withAliases(List<String> changed) {
        return with(changed, children);
    }

    private Code with(List<String> names, List<Code> below) {
        return new Code(
                id,
                guid,
                key,
                name,
                names,
                definition,
                include,
                exclude,
                example,
                counterExample,
                source,
                colour,
                special,
                retired,
                addedAtImport,
                below);
    }

    /// This code and all below it, depth first.
    public List<Code> withDescendants() {
        List<Code> all = new ArrayList<>();
        collect(this, all);
        return all;
    }

    /// Whether its name or one of its aliases has these words; all codes have none.
    ///
    /// @param words in lower case
    public boolean called(String words) {
        return (name + "\n" + String.join("\n", aliases)).toLowerCase(Locale.ROOT).contains(words);
    }

    /// The code with this id here or below.
    public Optional<Code> find(CodeId wanted) {
        return withDescendants().stream().filter(c -> c.id().equals(wanted)).findFirst();
    }

    private static void collect(Code code, List<Code> into) {
        into.add(code);
        for (Code child : code.children()) {
            collect(child, into);
        }
    }
}
