/// The open study as every screen sees it: what changed, who acts, in which round, where to go.
@NullMarked
package org.concordqda.desk.session;

import org.jspecify.annotations.NullMarked;
