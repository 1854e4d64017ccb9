package org.concordqda.cli;

import org.concordqda.study.Study;

import picocli.CommandLine.Command;

@Command(
        name = "undo",
        description = "Undo the latest acts of who acts.",
        mixinStandardHelpOptions = true)
final class UndoCommand extends HistoryCommand {
    UndoCommand() {
        super("undone");
    }

    @Override
    String step(Study open) {
        return open.history().undo();
    }
}
