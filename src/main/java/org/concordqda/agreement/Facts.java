package org.concordqda.agreement;

/// The counts that stand beside every coefficient.
record Facts(int n, int pairable, int missing, int dropped) {
    /// @param missingCode the category that stands for “missing”, or -1
    static Facts of(Patterns patterns, int missingCode) {
        int n = 0;
        int pairable = 0;
        int missing = 0;
        for (int p = 0; p < patterns.size(); p++) {
            int count = patterns.count(p);
            int rated = 0;
            for (int g = 0; g < patterns.coders; g++) {
                int c = patterns.code(p, g);
                rated += c >= 0 ? 1 : 0;
                missing += c < 0 || c == missingCode ? count : 0;
            }
            n += count;
            pairable += rated >= 2 ? count : 0;
        }
        return new Facts(n, pairable, missing, patterns.dropped());
    }
}
