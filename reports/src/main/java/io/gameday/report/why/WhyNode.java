package io.gameday.report.why;

import java.util.List;
import java.util.Set;

/// One thing that contributed.
///
/// @param id            such as `W3`
/// @param under         what it contributed to: ids of nodes, or roots such as `IMPACT`
/// @param statement     as a fact, without blame
/// @param evidence      such as `J-24`, an entry of the journal, or `Fig. 1`
/// @param notAddressed  why no action addresses it; empty where one does, or nobody has said
/// @param draft         the machine's draft that was accepted as this, such as `D2`; empty for none
public record WhyNode(String id, List<String> under, WhyKind kind, String statement, List<String> evidence,
        Confidence confidence, Set<Flag> flags, String notAddressed, String draft) {

    /// How sure somebody is of it. Without evidence nothing is more than a hypothesis.
    public enum Confidence {
        HYPOTHESIS, LIKELY, CONFIRMED
    }

    /// Which of the three lists it stands in, besides the tree.
    public enum Flag {
        CONTRIBUTOR, MITIGATOR, RISK
    }

    /// What is claimed, held down to what is shown.
    public Confidence shown() {
        return evidence.isEmpty() ? Confidence.HYPOTHESIS : confidence;
    }
}
