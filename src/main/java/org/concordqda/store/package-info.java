/// SQLite, and nothing else touches it: opening, migrations, the journal, full text, backups.
@NullMarked
package org.concordqda.store;

import org.jspecify.annotations.NullMarked;
