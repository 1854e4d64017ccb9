package org.concordqda.store;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/// The small JSON of columns: words of an entry, deltas, lists of names.
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /// A value as JSON.
    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// An object's fields.
    public static Map<String, @Nullable Object> object(String json) {
        return MAPPER.readValue(json, new TypeReference<Map<String, @Nullable Object>>() {});
    }

    /// A list of texts.
    public static List<String> texts(String json) {
        return MAPPER.readValue(json, new TypeReference<List<String>>() {});
    }

    /// A list of whole numbers.
    public static List<Long> numbers(String json) {
        return MAPPER.readValue(json, new TypeReference<List<Long>>() {});
    }

    /// An object whose values are texts. Most turns have none: nothing is parsed for them.
    public static Map<String, String> textMap(String json) {
        if (json.equals("{}")) {
            return Map.of();
        }
        return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /// A record of the model from JSON.
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// A list of records of the model from JSON.
    public static <T> List<T> readList(String json, Class<T> type) {
        return MAPPER.readValue(
                json, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }
}
