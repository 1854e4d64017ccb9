/// Memos: written while reading, kept as they are typed, found again.
@NullMarked
package org.concordqda.desk.memos;

import org.jspecify.annotations.NullMarked;
