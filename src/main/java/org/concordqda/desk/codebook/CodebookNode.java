package org.concordqda.desk.codebook;

import org.concordqda.model.Code;
import org.concordqda.model.Dimension;

import java.util.Optional;

/// A line of the tree: a dimension, a code in one, or the line in which a new code is being named.
///
/// @param dimension the dimension
/// @param code the code, or nothing for the dimension itself
/// @param fresh whether this is the line of a code to be
record CodebookNode(Dimension dimension, Optional<Code> code, boolean fresh) {
    CodebookNode(Dimension dimension, Optional<Code> code) {
        this(dimension, code, false);
    }

    String name() {
        return fresh ? "" : code.map(Code::name).orElse(dimension.name());
    }

    /// The same line, whatever its words are now.
    boolean same(CodebookNode other) {
        return fresh == other.fresh
                && dimension.id().equals(other.dimension.id())
                && code.map(Code::id).equals(other.code.map(Code::id));
    }
}
