package io.gameday.report.scorecard;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.Scorecard.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The predictions in the order they were sealed. Sealed and never judged is unknown, not held.
final class Predictions {

    private Predictions() {
    }

    static List<Prediction> of(RunFacts facts) {
        List<String> order = facts.all(Event.PredictionSealed.class).stream().map(p -> p.event().id()).toList();
        List<Prediction> all = new ArrayList<>();
        facts.all(Event.PredictionJudged.class).forEach(p -> all.add(judged(p)));
        for (Stamped<Event.PredictionSealed> sealed : facts.all(Event.PredictionSealed.class)) {
            if (all.stream().noneMatch(p -> p.id().equals(sealed.event().id()))) {
                all.add(new Prediction(sealed.event().id(), "", "", Verdict.UNKNOWN, "", "",
                        "sealed, and the run ended before it was judged", sealed.seq()));
            }
        }
        all.sort(Comparator.comparingInt(p -> order.contains(p.id()) ? order.indexOf(p.id()) : order.size()));
        return List.copyOf(all);
    }

    private static Prediction judged(Stamped<Event.PredictionJudged> p) {
        Event.PredictionJudged e = p.event();
        return new Prediction(e.id(), e.phase().name().toLowerCase(Locale.ROOT), e.text(), e.verdict(), e.wanted(),
                e.value(), e.detail(), p.seq());
    }
}
