package org.concordqda.intake;

import org.concordqda.model.ConcordException;
import org.concordqda.model.StudyScript;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads `study.yaml`: a list of steps, each a map with one key.
public final class StudyScriptReader {
    private StudyScriptReader() {}

    /// @throws ConcordException when the file is missing or not a list of steps
    public static StudyScript read(Path file) {
        List<Map<String, Map<String, Object>>> raw;
        try {
            raw =
                    YAMLMapper.builder()
                            .build()
                            .readValue(
                                    file.toFile(),
                                    new TypeReference<List<Map<String, Map<String, Object>>>>() {});
        } catch (JacksonException e) {
            throw new ConcordException(
                    file + " is not a list of steps: " + e.getOriginalMessage(), e);
        }
        List<StudyScript.Step> steps = new ArrayList<>();
        for (Map<String, Map<String, Object>> one : raw) {
            one.forEach(
                    (kind, values) ->
                            steps.add(
                                    new StudyScript.Step(
                                            kind, values == null ? Map.of() : values)));
        }
        return new StudyScript(steps);
    }
}
