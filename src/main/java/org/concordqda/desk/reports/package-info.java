/// Reports: what goes out, with what each will contain.
@NullMarked
package org.concordqda.desk.reports;

import org.jspecify.annotations.NullMarked;
