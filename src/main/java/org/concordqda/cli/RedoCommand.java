package org.concordqda.cli;

import org.concordqda.study.Study;

import picocli.CommandLine.Command;

@Command(name = "redo", description = "Redo what was undone last.", mixinStandardHelpOptions = true)
final class RedoCommand extends HistoryCommand {
    RedoCommand() {
        super("redone");
    }

    @Override
    String step(Study open) {
        return open.history().redo();
    }
}
