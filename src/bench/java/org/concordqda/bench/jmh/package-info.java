/// Benchmarks by JMH, which only the profile `bench` has on its class path.
@NullMarked
package org.concordqda.bench.jmh;

import org.jspecify.annotations.NullMarked;
