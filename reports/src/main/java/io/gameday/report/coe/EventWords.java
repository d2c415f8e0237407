package io.gameday.report.coe;

import io.gameday.report.coe.CoeDocument.Field;
import io.gameday.report.coe.CoeDocument.ImpactRow;
import io.gameday.report.coe.CoeDocument.Labels;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.Scorecard;
import java.util.List;

/// What a document says differently of a run, which was planned, and of an incident, which nobody planned.
interface EventWords {

    static EventWords of(RunFacts facts, Scorecard card) {
        return switch (card.experiment().target()) {
            case LOCAL, SIMULATED, HTTP -> new ImpactWords(card);
            case INCIDENT -> new IncidentWords(facts, card);
        };
    }

    String title();

    String originText();

    /// What was played, or read.
    Field subject();

    /// Why there is a document.
    String because();

    String system();

    /// Besides those that hold for both.
    List<String> warnings();

    List<String> summary();

    List<ImpactRow> rows();

    String couldNot();

    String notAffected();

    /// Whether a duration of that name can mean anything.
    boolean tells(String duration);

    Labels labels();
}
