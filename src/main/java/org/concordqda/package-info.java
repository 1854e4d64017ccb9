/// The program itself: its start and its wiring.
@NullMarked
package org.concordqda;

import org.jspecify.annotations.NullMarked;
