package org.concordqda.desk.session;

/// A key that a view handles itself (digits, Delete, arrows), told in the list of all keys.
///
/// @param keys as printed on the keyboard (`1 … 9`)
/// @param what what it does there
public record KeyHint(String keys, String what) {}
