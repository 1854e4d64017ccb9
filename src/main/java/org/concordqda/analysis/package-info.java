/// Pure functions on model values: rating matrices, cross-tabs, coverage.
@NullMarked
package org.concordqda.analysis;

import org.jspecify.annotations.NullMarked;
