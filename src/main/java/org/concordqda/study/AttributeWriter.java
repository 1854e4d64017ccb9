package org.concordqda.study;

import org.concordqda.model.AttributeType;
import org.concordqda.store.Tx;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes attribute values of sources and cases inside one transaction, making attributes as they appear.
final class AttributeWriter {
    private final Tx tx;
    private final Map<String, Long> known = new HashMap<>();

    AttributeWriter(Tx tx) {
        this.tx = tx;
        tx.read()
                .each(
                        "SELECT of, name, id FROM attribute",
                        row -> known.put(row.text(1) + ":" + row.text(2), row.number(3)));
    }

    /// Values of a source that has none yet.
    void fresh(long source, Map<String, String> values) {
        Tx.Bulk bulk = tx.bulk("attribute_value", "attribute", "source", "value");
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(e -> !e.getValue().isEmpty())
                .forEach(e -> bulk.add(attribute("source", e.getKey()), source, e.getValue()));
    }

    /// Sets one value; "" removes it. Whether anything changed.
    boolean source(long source, String name, String value) {
        return set("source", source, name, value);
    }

    /// Sets one value of a case; "" removes it. Whether anything changed.
    boolean ofCase(long id, String name, String value) {
        return set("case", id, name, value);
    }

    /// Makes an attribute of a type, if there is none of its name.
    void type(String of, String name, AttributeType type) {
        if (!known.containsKey(of + ":" + name)) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", name);
            values.put("of", of);
            values.put("type", AttributeTypes.write(type, List.of()));
            known.put(of + ":" + name, tx.insert("attribute", values));
        }
    }

    private boolean set(String of, long id, String name, String value) {
        long attribute = attribute(of, name);
        long row =
                tx.read()
                        .number(
                                "SELECT id FROM attribute_value WHERE attribute = ? AND \""
                                        + of
                                        + "\" = ?",
                                attribute,
                                id);
        if (row == 0) {
            if (value.isEmpty()) {
                return false;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("attribute", attribute);
            values.put(of, id);
            values.put("value", value);
            tx.insert("attribute_value", values);
            return true;
        }
        if (value.isEmpty()) {
            tx.hide("attribute_value", row);
            return true;
        }
        return tx.update("attribute_value", row, Map.of("value", value));
    }

    private long attribute(String of, String name) {
        return known.computeIfAbsent(
                of + ":" + name,
                key -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("name", name);
                    values.put("of", of);
                    return tx.insert("attribute", values);
                });
    }
}
