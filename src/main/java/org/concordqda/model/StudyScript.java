package org.concordqda.model;

import java.util.List;
import java.util.Map;

/// How a study is built, step by step, as `study.yaml` in a folder of files says it.
///
/// @param steps in order
public record StudyScript(List<Step> steps) {
    /// One step.
    ///
    /// @param kind `new`, `import`, `attributes`, `cut-version`, `edit-code`, `ratings`, `codings`
    /// @param values texts, truth values, lists of texts and maps of texts by name
    public record Step(String kind, Map<String, Object> values) {
        public Step {
            values = Map.copyOf(values);
        }

        /// A text, or "".
        public String text(String name) {
            Object value = values.get(name);
            return value == null ? "" : value.toString();
        }

        /// A list of texts; one text is a list of one.
        public List<String> texts(String name) {
            return switch (values.get(name)) {
                case List<?> list -> list.stream().map(Object::toString).toList();
                case null -> List.of();
                case Object one -> List.of(one.toString());
            };
        }

        /// Texts by name.
        public Map<String, String> map(String name) {
            Map<String, String> found = new java.util.LinkedHashMap<>();
            if (values.get(name) instanceof Map<?, ?> map) {
                map.forEach((k, v) -> found.put(k.toString(), v.toString()));
            }
            return found;
        }

        /// Whether a name says `true`.
        public boolean flag(String name) {
            return text(name).equals("true");
        }
    }

    public StudyScript {
        steps = List.copyOf(steps);
    }
}
