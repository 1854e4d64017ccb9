/// The open study and its services: every act goes through here.
@NullMarked
package org.concordqda.study;

import org.jspecify.annotations.NullMarked;
