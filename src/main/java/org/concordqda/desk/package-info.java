/// The window of the program: views by place, in code. Nothing outside this package knows JavaFX.
@NullMarked
package org.concordqda.desk;

import org.jspecify.annotations.NullMarked;
