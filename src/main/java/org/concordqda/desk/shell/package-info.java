/// The window around the places: rail, top bar, status bar, palette, first start.
@NullMarked
package org.concordqda.desk.shell;

import org.jspecify.annotations.NullMarked;
