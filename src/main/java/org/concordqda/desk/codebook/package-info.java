/// The codebook: its tree, and the fields of a code.
@NullMarked
package org.concordqda.desk.codebook;

import org.jspecify.annotations.NullMarked;
