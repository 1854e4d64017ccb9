/// Things chosen by a few letters: the palette of everything, and that of codes.
@NullMarked
package org.concordqda.desk.palette;

import org.jspecify.annotations.NullMarked;
