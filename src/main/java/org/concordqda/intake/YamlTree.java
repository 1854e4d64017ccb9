package org.concordqda.intake;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of a YAML file that remembers its line. Every scalar is text as written (`no` is “no”, `1` is
/// “1”); anchors and aliases are refused, so that nothing can grow by repeating itself.
///
/// @param line where it begins, from 1
/// @param kind which of the three it holds
/// @param text the scalar, else ""
/// @param fields keys and values of a mapping, else empty
/// @param items entries of a list, else empty
record YamlTree(
        int line, Kind kind, String text, Map<String, YamlTree> fields, List<YamlTree> items) {
    enum Kind {
        SCALAR,
        MAPPING,
        LIST
    }

    private static final YAMLFactory FACTORY =
            YAMLFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build();

    static YamlTree read(String text) throws Unreadable {
        try (YAMLParser parser =
                (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new Unreadable("", "the file is empty.");
            }
            YamlTree tree = value(parser);
            if (parser.nextToken() != null) {
                throw new Unreadable(
                        "line " + line(parser), "the file holds more than one document.");
            }
            return tree;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
            String first = message.lines().findFirst().orElse("").strip();
            throw new Unreadable(
                    line > 0 ? "line " + line : "", "this is not valid YAML (" + first + ").");
        }
    }

    private static YamlTree value(YAMLParser parser) throws Unreadable {
        int line = line(parser);
        if (parser.isCurrentAlias()) {
            throw new Unreadable("line " + line, "anchors and aliases of YAML are not used here.");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, YamlTree> fields = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                int at = line(parser);
                parser.nextToken();
                if (fields.put(key, value(parser)) != null) {
                    throw new Unreadable("line " + at, "“" + key + "” is there twice.");
                }
            }
            return new YamlTree(line, Kind.MAPPING, "", fields, List.of());
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlTree> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new YamlTree(line, Kind.LIST, "", Map.of(), items);
        }
        String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
        return new YamlTree(line, Kind.SCALAR, text, Map.of(), List.of());
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
