package org.concordqda.cli;

import org.concordqda.study.Study;

import picocli.CommandLine.Command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "check",
        description = "Look whether the study file is whole; changes nothing.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends StudyCommand {
    @Override
    int run(Study open) {
        Study.Checked checked = open.check();
        List<String> findings = checked.findings();
        if (json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("whole", findings.isEmpty());
            result.put("texts", checked.texts());
            result.put("places", checked.places());
            result.put("findings", findings);
            JsonOut.print(out(), result);
        } else if (findings.isEmpty()) {
            out().printf(
                            "The study is whole: %d texts and %d places in them compared.%n",
                            checked.texts(), checked.places());
        } else {
            findings.forEach(out()::println);
        }
        if (!findings.isEmpty()) {
            err().printf("%d things are wrong with this file.%n", findings.size());
        }
        return findings.isEmpty() ? 0 : 1;
    }
}
