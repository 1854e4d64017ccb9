/// Sources: the table of what is read, and bringing files in.
@NullMarked
package org.concordqda.desk.sources;

import org.jspecify.annotations.NullMarked;
