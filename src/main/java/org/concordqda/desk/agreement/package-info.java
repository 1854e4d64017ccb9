/// Agreement: dimensions by coefficients, and what lies behind a number.
@NullMarked
package org.concordqda.desk.agreement;

import org.jspecify.annotations.NullMarked;
