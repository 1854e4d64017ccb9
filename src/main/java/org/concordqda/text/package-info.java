/// Text as the program counts it: positions, words, folding. Pure functions on strings.
@NullMarked
package org.concordqda.text;

import org.jspecify.annotations.NullMarked;
