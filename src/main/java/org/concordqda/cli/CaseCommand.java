package org.concordqda.cli;

import org.concordqda.model.CaseId;
import org.concordqda.model.SourceId;
import org.concordqda.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "case",
        description =
                "Make a case (a participant, a repository) or add sources and attributes to it; its"
                        + " sources inherit its attributes. “concord attributes STUDY --of case” lists"
                        + " them.",
        mixinStandardHelpOptions = true)
final class CaseCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "The case's name.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "participant (default), repository, …")
    private String kind = "participant";

    @Option(names = "--source", paramLabel = "KEY", description = "A source that belongs to it.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "An attribute of it; nothing after = removes the value.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    int run(Study open) {
        List<SourceId> ids = sources.stream().map(key -> Named.source(open, key).id()).toList();
        CaseId id = open.cases().put(kind, name, ids);
        values.forEach(
                (attribute, value) ->
                        open.attributes().setOfCase(id, attribute, value == null ? "" : value));
        var now = open.cases().get(id);
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("kind", now.kind());
            result.put("name", now.name());
            result.put("sources", now.sources().size());
            result.put("attributes", new java.util.TreeMap<>(now.attributes()));
            JsonOut.print(out(), result);
        } else {
            out().printf(
                            "%s %s: %d sources, %d attributes%n",
                            now.kind(), now.name(), now.sources().size(), now.attributes().size());
        }
        return 0;
    }
}
