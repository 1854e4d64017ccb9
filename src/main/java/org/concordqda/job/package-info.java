@org.jspecify.annotations.NullMarked
package org.concordqda.job;
