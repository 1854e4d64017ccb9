package org.concordqda.intake;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/// The objects of a JSON file one after the other, whatever holds them: one object, an array, arrays in
/// an array, JSON Lines, several arrays in a row, or an envelope (`items`, `issues`, `comments`). Memory
/// grows with the largest object, not with the file.
final class JsonItems {
    /// Takes the objects.
    interface Each {
        /// @param item the object
        /// @param number its place in the file, from 1
        void item(JsonNode item, int number) throws Unreadable, IOException;
    }

    /// Lists in lists that tools make of pages.
    private static final int LISTS = 3;

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength((int) Limits.ITEM_BYTES)
                                                    .maxNestingDepth(Limits.JSON_DEPTH)
                                                    .build())
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final LimitedStream in;
    private final Counting parser;
    private final Each each;
    private int number;
    private int others;

    private JsonItems(InputStream in, Each each) {
        this.in = new LimitedStream(in, Limits.ITEM_BYTES);
        this.parser = new Counting(MAPPER.createParser(this.in));
        this.each = each;
    }

    /// Reads the whole file.
    ///
    /// @return how many things in it were not objects
    static int read(InputStream in, Each each) throws Unreadable, IOException {
        JsonItems items = new JsonItems(in, each);
        try {
            return items.all();
        } finally {
            items.parser.close();
        }
    }

    /// Proves that the file is good to its end, without keeping anything, unless it meets a field of this
    /// name, where it stops at once.
    ///
    /// @return whether the field is there
    static boolean meets(InputStream in, String field) throws Unreadable {
        JsonItems items = new JsonItems(in, (item, number) -> {});
        try {
            return items.skim(field);
        } finally {
            items.parser.close();
        }
    }

    private boolean skim(String field) throws Unreadable {
        JsonToken token = next();
        if (token == null) {
            throw new Unreadable("", "the file is empty.");
        }
        int objects = 0;
        int lists = 0;
        while (token != null) {
            switch (token) {
                case START_OBJECT -> objects++;
                case END_OBJECT -> {
                    objects--;
                    number += objects == 0 ? 1 : 0;
                }
                case START_ARRAY -> lists += objects == 0 ? 1 : 0;
                case END_ARRAY -> lists -= objects == 0 ? 1 : 0;
                case PROPERTY_NAME -> {
                    if (parser.currentName().equals(field)) {
                        return true;
                    }
                }
                default -> number += objects == 0 ? 1 : 0;
            }
            if (lists > LISTS) {
                throw tooDeep();
            }
            token = objects == 0 ? next() : inside();
        }
        return false;
    }

    private JsonToken inside() throws Unreadable {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw wrong(e);
        }
    }

    private Unreadable tooDeep() {
        return new Unreadable(place(), "lists are nested too deep for a list of issues.");
    }

    private int all() throws Unreadable, IOException {
        JsonToken token = next();
        if (token == null) {
            throw new Unreadable("", "the file is empty.");
        }
        int depth = 0;
        while (token != null) {
            switch (token) {
                case START_ARRAY -> depth++;
                case END_ARRAY -> depth--;
                case START_OBJECT -> unwrap(tree());
                default -> {
                    number++;
                    others++;
                }
            }
            if (depth > LISTS) {
                throw tooDeep();
            }
            token = next();
        }
        return others;
    }

    private void unwrap(JsonNode node) throws Unreadable, IOException {
        for (String envelope : new String[] {"items", "issues", "comments"}) {
            JsonNode inside = node.get(envelope);
            if (inside != null && inside.isArray() && !node.has("title") && !node.has("body")) {
                for (JsonNode item : inside) {
                    each.item(item, ++number);
                }
                return;
            }
        }
        each.item(node, ++number);
    }

    private JsonToken next() throws Unreadable {
        in.restart();
        parser.restart();
        return inside();
    }

    private JsonNode tree() throws Unreadable {
        try {
            return MAPPER.readTree(parser);
        } catch (JacksonException e) {
            throw wrong(e);
        }
    }

    private Unreadable wrong(JacksonException e) {
        return switch (e) {
            case UnexpectedEndOfInputException end ->
                    new Unreadable(place(e), "the JSON ends in the middle; the file is cut off.");
            case StreamConstraintsException limit ->
                    new Unreadable(place(), "one item is larger or deeper than any issue can be.");
            case JacksonIOException io when io.getCause() instanceof LimitedStream.Exceeded x ->
                    new Unreadable(place(), x.sentence());
            case JacksonIOException io ->
                    InputFile.failed(
                            Objects.requireNonNullElseGet(io.getCause(), () -> new IOException(e)));
            default -> new Unreadable(place(e), "this is not valid JSON (" + message(e) + ").");
        };
    }

    private static String message(JacksonException e) {
        String message = e.getOriginalMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return first.length() > 160 ? first.substring(0, 160) + "…" : first;
    }

    private String place() {
        return "item " + (number + 1);
    }

    private String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? place()
                : String.format(
                        Locale.ROOT,
                        "%s, line %d, column %d",
                        place(),
                        at.getLineNr(),
                        at.getColumnNr());
    }

    /// Bounds the tokens of one item: millions of tiny values fit in few bytes and not in memory.
    private static final class Counting extends JsonParserDelegate {
        private long left;

        Counting(JsonParser parser) {
            super(parser);
            restart();
        }

        void restart() {
            left = Limits.ITEM_TOKENS;
        }

        private void count() {
            if (--left < 0) {
                throw new StreamConstraintsException("Too many values in one item");
            }
        }

        @Override
        public JsonToken nextToken() {
            count();
            return super.nextToken();
        }

        @Override
        public String nextName() {
            count();
            return super.nextName();
        }
    }
}
