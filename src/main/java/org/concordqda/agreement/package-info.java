@org.jspecify.annotations.NullMarked
package org.concordqda.agreement;
