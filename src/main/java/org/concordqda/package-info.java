/// The start of the program and the wiring by hand of everything else; no other package may use it.
@NullMarked
package org.concordqda;

import org.jspecify.annotations.NullMarked;
