/// Immutable values and typed ids: the words of the domain. Depends on nothing.
@NullMarked
package org.concordqda.model;

import org.jspecify.annotations.NullMarked;
