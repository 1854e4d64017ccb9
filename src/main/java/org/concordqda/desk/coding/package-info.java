/// Reading and coding a source: the text with its codes, the queue, the form.
@NullMarked
package org.concordqda.desk.coding;

import org.jspecify.annotations.NullMarked;
