package org.concordqda.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets one class break one rule of the architecture, with the reason. Any package may use it; the
/// architecture test counts the uses, so that a new one is seen in review.
@Documented
@Repeatable(Exempt.All.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Exempt {
    /// The name of the rule, as the architecture test prints it.
    String from();

    /// Why this class may break it.
    String because();

    /// Several on one class.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        /// The exemptions.
        Exempt[] value();
    }
}
