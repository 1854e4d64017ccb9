/// What is computed from ratings and codings: rating matrices, cross-tabs, co-occurrence, coverage, and the
/// tables that go out. Pure functions on model values; no I/O.
@NullMarked
package org.concordqda.analysis;

import org.jspecify.annotations.NullMarked;
