package org.concordqda.desk.codebook;

import org.concordqda.model.Code;
import org.concordqda.model.Dimension;

import java.util.Optional;

/// A line of the tree: a dimension, or a code in one.
///
/// @param dimension the dimension
/// @param code the code, or nothing for the dimension itself
record CodebookNode(Dimension dimension, Optional<Code> code) {
    String name() {
        return code.map(Code::name).orElse(dimension.name());
    }

    /// The same line, whatever its words are now.
    boolean same(CodebookNode other) {
        return dimension.id().equals(other.dimension.id())
                && code.map(Code::id).equals(other.code.map(Code::id));
    }
}
