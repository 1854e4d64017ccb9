/// Rounds: who codes what, and how far they are.
@NullMarked
package org.concordqda.desk.rounds;

import org.jspecify.annotations.NullMarked;
