package org.concordqda.cli;

import org.concordqda.model.Choice;
import org.concordqda.model.Code;
import org.concordqda.model.CodeId;
import org.concordqda.model.Codebook;
import org.concordqda.model.ConcordException;
import org.concordqda.model.Dimension;
import org.concordqda.model.DimensionId;
import org.concordqda.model.Scope;
import org.concordqda.study.CodebookFields;
import org.concordqda.study.CodebookShape;
import org.concordqda.study.Codebooks;
import org.concordqda.study.Study;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changes one code or one field of it.
final class CodebookEdits {
    private CodebookEdits() {}

    /// A command on one code.
    abstract static class OneCode extends StudyCommand {
        @Parameters(
                index = "1",
                paramLabel = "CODE",
                description = "Key, name, alias or “Dimension > Group > Name”.")
        private String code = "";

        Code code(Study open) {
            return Codebooks.coded(open.codebooks().draft(), code);
        }

        int done(String sentence, Map<String, ?> json) {
            if (json()) {
                JsonOut.print(out(), json);
            } else {
                out().println(sentence);
            }
            return 0;
        }
    }

    @Command(name = "add", description = "Add a code.", mixinStandardHelpOptions = true)
    static final class Add extends StudyCommand {
        @Parameters(index = "1", paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Option(
                names = "--in",
                required = true,
                paramLabel = "WHERE",
                description = "The dimension, or the code, it stands under.")
        private String where = "";

        @Option(
                names = "--after",
                paramLabel = "CODE",
                description = "The sibling it stands after.")
        private @Nullable String after;

        @Option(names = "--definition", paramLabel = "TEXT", description = "What it means.")
        private String definition = "";

        @Override
        int run(Study open) {
            Codebook draft = open.codebooks().draft();
            Optional<Dimension> whole = dimension(draft, where);
            Optional<CodeId> parent =
                    whole.isPresent()
                            ? Optional.empty()
                            : Optional.of(Codebooks.coded(draft, where).id());
            Dimension d = whole.or(() -> draft.dimensionOf(parent.orElseThrow())).orElseThrow();
            CodeId made =
                    new CodebookShape(open)
                            .add(
                                    d.id(),
                                    parent,
                                    name,
                                    Optional.ofNullable(after)
                                            .map(a -> Codebooks.coded(draft, a).id()));
            if (!definition.isBlank()) {
                open.codebooks().edit(made, "definition", definition, false, "");
            }
            Code code = open.codebooks().draft().code(made).orElseThrow();
            if (json()) {
                JsonOut.print(out(), Map.of("id", made.value(), "key", code.key()));
            } else {
                out().println(
                                "Added “"
                                        + code.name()
                                        + "” ("
                                        + code.key()
                                        + ") to "
                                        + d.name()
                                        + ".");
            }
            return 0;
        }

        private static Optional<Dimension> dimension(Codebook draft, String word) {
            try {
                return Optional.of(Codebooks.named(draft, word));
            } catch (ConcordException e) {
                return Optional.empty();
            }
        }
    }

    @Command(
            name = "add-dimension",
            description = "Add a dimension.",
            mixinStandardHelpOptions = true)
    static final class AddDimension extends StudyCommand {
        @Parameters(index = "1", paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Option(
                names = "--scope",
                paramLabel = "source|unit|passage",
                description = "What it is asked of (default: unit).")
        private Scope scope = Scope.UNIT;

        @Option(
                names = "--choice",
                paramLabel = "one|many",
                description = "One value or several (default: one; passages: many).")
        private @Nullable Choice choice;

        @Override
        int run(Study open) {
            Choice how =
                    choice != null ? choice : scope == Scope.PASSAGE ? Choice.MANY : Choice.ONE;
            DimensionId id = new CodebookShape(open).addDimension(name, scope, how);
            String key = open.codebooks().draft().dimension(id).orElseThrow().key();
            if (json()) {
                JsonOut.print(out(), Map.of("id", id.value(), "key", key));
            } else {
                out().println("Added the dimension “" + name.strip() + "” (" + key + ").");
            }
            return 0;
        }
    }

    @Command(name = "rename", description = "Rename a code.", mixinStandardHelpOptions = true)
    static final class Rename extends OneCode {
        @Parameters(index = "2", paramLabel = "NAME", description = "Its new name.")
        private String name = "";

        @Override
        int run(Study open) {
            Code old = code(open);
            open.codebooks().edit(old.id(), "name", name, false, "");
            return done(
                    "“" + old.name() + "” is “" + name.strip() + "” now.",
                    Map.of("id", old.id().value(), "name", name.strip()));
        }
    }

    @Command(
            name = "set",
            description =
                    "Set a field of a code: name, key, aliases (divided by ;), definition, include,"
                            + " exclude, example, counterExample, source, colour, special.",
            mixinStandardHelpOptions = true)
    static final class SetField extends OneCode {
        @Parameters(index = "2", paramLabel = "FIELD", description = "The field.")
        private String field = "";

        @Parameters(index = "3", paramLabel = "VALUE", description = "What it says; “” empties it.")
        private String value = "";

        @Option(
                names = "--meaning",
                negatable = true,
                description =
                        "The change is of meaning, so that older ratings want a second look"
                                + " (--no-meaning: only of wording). Default: by field.")
        private @Nullable Boolean meaning;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why.")
        private String reason = "";

        @Override
        int run(Study open) {
            Code code = code(open);
            String text = field.equals("aliases") ? value.replaceAll("\\s*;\\s*", "\n") : value;
            boolean means = meaning != null ? meaning : CodebookFields.meaningful(field);
            open.codebooks().edit(code.id(), field, text, means, reason);
            return done(
                    "Changed "
                            + field
                            + " of “"
                            + code.name()
                            + "”, as a change of "
                            + (means ? "meaning." : "wording."),
                    Map.of("id", code.id().value(), "field", field, "meaning", means));
        }
    }

    @Command(
            name = "move",
            description = "Move a code within its dimension.",
            mixinStandardHelpOptions = true)
    static final class Move extends OneCode {
        @Option(names = "--under", paramLabel = "CODE", description = "Its new parent.")
        private @Nullable String under;

        @Option(names = "--top", description = "To the top of its dimension.")
        private boolean top;

        @Option(
                names = "--before",
                paramLabel = "CODE",
                description = "The sibling it goes before.")
        private @Nullable String before;

        @Override
        int run(Study open) {
            if ((under != null ? 1 : 0) + (top ? 1 : 0) + (before != null ? 1 : 0) != 1) {
                throw usage("Say where: --under CODE, --top or --before CODE.");
            }
            Codebook draft = open.codebooks().draft();
            Code code = code(open);
            Optional<CodeId> parent =
                    Optional.ofNullable(under).map(u -> Codebooks.coded(draft, u).id());
            int position = Integer.MAX_VALUE;
            if (before != null) {
                CodeId sibling = Codebooks.coded(draft, before).id();
                Dimension d = draft.dimensionOf(sibling).orElseThrow();
                Optional<Code> above =
                        d.allCodes().stream()
                                .filter(
                                        c ->
                                                c.children().stream()
                                                        .anyMatch(x -> x.id().equals(sibling)))
                                .findFirst();
                parent = above.map(Code::id);
                List<Code> siblings = above.map(Code::children).orElse(d.codes());
                position = siblings.stream().map(Code::id).toList().indexOf(sibling);
                if (!draft.dimensionOf(code.id()).equals(Optional.of(d))) {
                    throw new ConcordException("A code stays in its dimension; nothing was moved.");
                }
            }
            new CodebookShape(open).move(code.id(), parent, position);
            String path =
                    open.codebooks()
                            .draft()
                            .dimensionOf(code.id())
                            .flatMap(d -> d.path(code.id()))
                            .orElse("");
            return done("Moved: " + path + ".", Map.of("id", code.id().value(), "path", path));
        }
    }

    @Command(
            name = "retire",
            description = "Stop offering a code, and keep it for what holds it already.",
            mixinStandardHelpOptions = true)
    static final class Retire extends OneCode {
        @Option(names = "--offer", description = "Offer it again.")
        private boolean offer;

        @Override
        int run(Study open) {
            Code code = code(open);
            CodebookShape shape = new CodebookShape(open);
            List<String> named = offer ? List.of() : shape.naming(code.id());
            shape.retire(code.id(), !offer);
            if (!json()) {
                named.forEach(err()::println);
            }
            return done(
                    "“" + code.name() + (offer ? "” is offered again." : "” is retired."),
                    Map.of("id", code.id().value(), "retired", !offer, "named", named));
        }
    }

    @Command(
            name = "remove",
            description = "Remove a code that nothing uses.",
            mixinStandardHelpOptions = true)
    static final class Remove extends OneCode {
        @Override
        int run(Study open) {
            Code code = code(open);
            new CodebookShape(open).remove(code.id());
            return done("“" + code.name() + "” was removed.", Map.of("removed", code.id().value()));
        }
    }
}
