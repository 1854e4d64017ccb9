package org.concordqda.model;

/// What a memo is for.
public enum MemoKind {
    /// Ideas on what the data mean.
    ANALYTIC,
    /// Choices of method.
    METHODOLOGICAL,
    /// The researcher's own part in it.
    REFLEXIVE,
    /// What was said in a meeting.
    MEETING,
    /// What participants answered.
    MEMBER_CHECK
}
