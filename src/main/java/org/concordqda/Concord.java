package org.concordqda;

import org.concordqda.cli.Main;

/// Where the program starts.
public final class Concord {
    private Concord() {}

    public static void main(String[] args) {
        System.exit(Main.run(args));
    }
}
