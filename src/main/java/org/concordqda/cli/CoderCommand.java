package org.concordqda.cli;

import org.concordqda.model.CoderKind;
import org.concordqda.study.Study;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "coder",
        description = "Add a person who codes in this study.",
        mixinStandardHelpOptions = true)
final class CoderCommand extends StudyCommand {
    @Parameters(index = "1", paramLabel = "NAME", description = "The person's name.")
    private String name = "";

    @Override
    int run(Study open) {
        open.coders().add(name, CoderKind.PERSON);
        out().println("Added " + name.strip() + ".");
        return 0;
    }
}
