/// Readers: bytes to values, with what was detected and what could not be used. Nothing here stores.
@NullMarked
package org.concordqda.intake;

import org.jspecify.annotations.NullMarked;
