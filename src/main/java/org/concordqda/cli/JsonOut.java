package org.concordqda.cli;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;

/// Machine-readable results: one JSON value, indented, in the order the maps give.
final class JsonOut {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonOut() {}

    static void print(PrintWriter out, @Nullable Object value) {
        out.println(MAPPER.writeValueAsString(value));
        out.flush();
    }

    /// A number that JSON can carry, or null.
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
