/// Writers: workbooks, CSV, JSON, Markdown and LaTeX, each from the same tables of `analysis`.
@NullMarked
package org.concordqda.report;

import org.jspecify.annotations.NullMarked;
