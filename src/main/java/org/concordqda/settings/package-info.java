/// What belongs to this machine and person, not to a study.
@NullMarked
package org.concordqda.settings;

import org.jspecify.annotations.NullMarked;
