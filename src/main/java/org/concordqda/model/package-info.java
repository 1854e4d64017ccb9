@org.jspecify.annotations.NullMarked
package org.concordqda.model;
