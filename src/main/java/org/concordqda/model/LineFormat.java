package org.concordqda.model;

/// What the format of a file says of one line of a source; lines of which it says nothing have none.
///
/// @param line number of the line in the text, from 0
/// @param bold how many characters (UTF-16 code units) at its beginning are bold
/// @param heading whether its style is that of a heading
public record LineFormat(int line, int bold, boolean heading) {}
