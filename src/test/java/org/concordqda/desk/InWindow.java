package org.concordqda.desk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test that needs a real window, such as one that drops something: it runs in the build's second round of
/// tests, in GTK on a virtual screen of its own, and is skipped with a sentence where there is none.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("window")
@ExtendWith(VirtualScreen.class)
public @interface InWindow {}
