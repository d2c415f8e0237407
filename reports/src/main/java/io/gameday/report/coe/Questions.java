package io.gameday.report.coe;

import io.gameday.journal.Event;
import io.gameday.report.coe.CoeDocument.Question;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Response;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import io.gameday.target.TargetKind;
import java.util.List;
import java.util.Locale;

import static io.gameday.report.text.Figures.clock;
import static io.gameday.report.text.Figures.count;
import static io.gameday.report.text.Figures.many;

/// Questions for people, each beside what the journal says about it.
final class Questions {

    private final RunFacts facts;
    private final Scorecard card;

    Questions(RunFacts facts, Scorecard card) {
        this.facts = facts;
        this.card = card;
    }

    List<Question> all() {
        return List.of(
                new Question("DET-1", "What told us first: alarm, canary, colleague, customer, nothing?", first()),
                new Question("DET-3", "What would have halved the time to detect?",
                        "detect " + words("detect") + "; alarm latency " + words("alarmLatency")),
                new Question("DIA-1", "How did we find out what caused the customers’ trouble?",
                        many(facts.all(Event.NoteTaken.class).size(), "note") + " taken during the run"),
                new Question("MIT-1", "How did the responders know what to do?", acted(card)),
                new Question("MIT-3", "What would have halved the time to mitigate?", mitigated()),
                new Question("MIT-4", "What proved that customers were well again?", proof()),
                new Question("BLA-1", "What would have halved the number of customers hit?", reach()),
                new Question("BLA-2", "Did the cell or zone boundary hold as designed?",
                        "below the objective: cells " + Figures.list(card.reach().hitCells()) + "; zones "
                                + Figures.list(card.reach().hitZones()) + "; planned zones "
                                + Figures.list(card.reach().plannedZones())));
    }

    private String first() {
        String alarm = card.durations().stream().filter(d -> d.name().equals("alarmLatency")).map(DurationValue::to)
                .filter(to -> to.at() != null).map(to -> "first alarm " + clock(to.at())).findFirst()
                .orElse("no alarm");
        String windows = card.impact().isEmpty()
                ? noImpact()
                : "impact " + clock(card.impact().getFirst().from()) + "; flying blind " + card.blind().words();
        return alarm + "; " + windows;
    }

    private String mitigated() {
        boolean late = card.durations().stream()
                .anyMatch(d -> d.name().equals("recoveredAfterRemoval") && d.value() != null);
        return "mitigated: " + words("mitigateFromImpact")
                + (late ? "; well again " + words("recoveredAfterRemoval") + " after the fault was taken away" : "");
    }

    private String noImpact() {
        return card.customersMeasured() ? "no impact" : "impact not measured";
    }

    private String reach() {
        return card.customersMeasured()
                ? Figures.of(card.customers().hurtEver(), card.customers().total(), "customers") + " in "
                        + count(card.reach().hitCells().size()) + " of "
                        + many(card.experiment().cells().size(), "cell")
                : "not measured";
    }

    private String words(String name) {
        return card.durations().stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow().words();
    }

    /// What the system and people did, as far as anybody told.
    static String acted(Scorecard card) {
        Response r = card.response();
        if (card.experiment().target() == TargetKind.HTTP) {
            return "what automation and people did was not told to Gameday, " + many(r.pages().size(), "page");
        }
        String people = r.interventionsKnown()
                ? many(r.interventions().size(), "intervention") + " by people" + r.who()
                : "no person could intervene in a simulation";
        return many(card.automationSinceZero(), "action") + " of automation, " + people + ", "
                + many(r.pages().size(), "page");
    }

    private String proof() {
        String over = card.impact().isEmpty()
                ? noImpact()
                : card.impact().getLast().open()
                        ? "the impact was not over in the journal"
                        : "customers’ metric within the objective from " + over(card.impact().getLast());
        String steady = card.steadyStates().stream().filter(s -> s.when().equals("after"))
                .map(s -> "; steady state " + s.verdict().name().toLowerCase(Locale.ROOT) + ": " + s.value())
                .reduce((a, b) -> b).orElse("; steady state afterwards not measured");
        return over + steady;
    }

    private static String over(ImpactWindow w) {
        return clock(w.to());
    }
}
