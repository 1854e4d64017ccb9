package org.concordqda.model;

import java.time.Instant;
import java.util.Optional;

/// An entry of the journal as people see it.
///
/// @param id identity; grows with time
/// @param at when (UTC)
/// @param coder name of who acted
/// @param kind stable word (`rating.set`)
/// @param words what was done, as a phrase (“rate DL stage: Environment”)
/// @param undoes the entry it undid or redid
/// @param barrier cannot be undone
/// @param inEffect false while undone
public record Act(
        EntryId id,
        Instant at,
        String coder,
        String kind,
        String words,
        Optional<EntryId> undoes,
        boolean barrier,
        boolean inEffect) {}
