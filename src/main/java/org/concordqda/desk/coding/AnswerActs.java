package org.concordqda.desk.coding;

import org.concordqda.model.Evidence;
import org.concordqda.study.Form.Question;

/// What an answer on the form can ask of the place around it.
interface AnswerActs {
    /// Keeps the selected passage as evidence of this answer.
    void keepEvidence(Question question);

    /// Goes to where the evidence is.
    void show(Evidence evidence);

    /// Opens note, certainty, flags and links of this answer.
    void details(Question question);
}
