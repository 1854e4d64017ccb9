package org.concordqda.analysis;

/// The forms a table can be printed in.
public enum Printed {
    /// Columns aligned for a terminal.
    TEXT,
    /// Comma-separated values.
    CSV,
    /// An array of objects, one per row.
    JSON,
    /// A table of Markdown.
    MARKDOWN,
    /// A LaTeX table with booktabs rules.
    LATEX
}
