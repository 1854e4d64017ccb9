/// The command line: parse, call a service of the study, print. Loads no class of JavaFX.
@NullMarked
package org.concordqda.cli;

import org.jspecify.annotations.NullMarked;
