/// What every screen is made of: theme, small nodes, the runner of long work, subscriptions.
@NullMarked
package org.concordqda.desk.fx;

import org.jspecify.annotations.NullMarked;
