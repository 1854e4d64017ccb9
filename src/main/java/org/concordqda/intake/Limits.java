package org.concordqda.intake;

/// How far readers go before they refuse; every number is far above what real studies hold.
final class Limits {
    /// Bytes of a text file that is held in memory whole.
    static final long TEXT_BYTES = 32L << 20;

    /// Bytes of a spreadsheet or CSV file.
    static final long TABLE_BYTES = 128L << 20;

    /// Characters of one cell; a workbook allows 32,767.
    static final int CELL = 1_000_000;

    /// Bytes of a codebook in YAML.
    static final long YAML_BYTES = 3L << 20;

    /// Cells of one table.
    static final long TABLE_CELLS = 8_000_000;

    /// Bytes of a packed file after unpacking.
    static final long UNPACKED_BYTES = 4L << 30;

    /// Bytes of one part of a document after unpacking.
    static final long PART_BYTES = 128L << 20;

    /// Bytes of one item of a JSON list.
    static final long ITEM_BYTES = 32L << 20;

    /// Tokens of one item of a JSON list.
    static final long ITEM_TOKENS = 1_000_000;

    /// How deep JSON may nest.
    static final int JSON_DEPTH = 200;

    /// Bytes of a file that are kept beside its text.
    static final int ORIGINAL_BYTES = 20 << 20;

    private Limits() {}

    /// Bytes for people.
    static String megabytes(long bytes) {
        return Math.max(1, Math.round(bytes / 1048576.0)) + " MB";
    }
}
