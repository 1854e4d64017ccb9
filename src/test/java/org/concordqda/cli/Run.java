package org.concordqda.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;

/// One command line run in this process, with what it printed.
record Run(int code, String out, String err) {
    static Run of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code =
                Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(words);
        return new Run(code, out.toString(), err.toString());
    }

    JsonNode json() {
        return JsonMapper.builder().build().readTree(out);
    }

    /// The run, which must have gone well.
    Run fine() {
        if (code != 0) {
            throw new AssertionError("exit " + code + ": " + err + out);
        }
        return this;
    }
}
