package org.concordqda.model;

/// Something a reader could not use. One bad file never stops the others.
///
/// @param file name of the file
/// @param place where in it (line, item, sheet and cell), or ""
/// @param reason one sentence
public record ImportProblem(String file, String place, String reason) {
    /// The whole sentence for people.
    public String sentence() {
        return place.isEmpty() ? file + ": " + reason : file + ", " + place + ": " + reason;
    }
}
