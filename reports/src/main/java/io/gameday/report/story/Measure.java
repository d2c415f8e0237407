package io.gameday.report.story;

import io.gameday.journal.Event;
import io.gameday.journal.Verdict;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import io.gameday.report.scorecard.DurationValue;
import io.gameday.report.scorecard.ImpactWindow;
import io.gameday.report.scorecard.Scorecard;
import io.gameday.report.text.Figures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What both runs of a story may be compared by. Each is of the journal; what that does not tell is said to be unknown.
public enum Measure {

    /// Of all that the experiment has.
    PREDICTIONS("predictions", "Predictions held"),
    /// Each at any time since the first fault.
    CUSTOMERS_HURT("customersHurt", "Customers hurt at any time"),
    /// To the end of the run, as the limit of the blast radius is judged.
    FAILED_ORDERS("failedOrders", "Orders without a useful answer since the first fault"),
    /// Read back at the end.
    LOST_ORDERS("lostOrders", "Acknowledged orders lost"),
    /// Of all customers together.
    LOWEST_AVAILABILITY("lowestAvailability", "Lowest availability of a second"),
    /// All windows added up.
    IMPACT("impact", "Customers had less than the objective for"),
    /// Whichever it was.
    FIRST_ALARM("firstAlarm", "First alarm after the injection"),
    /// Until customers were well for good and no fault was left.
    RECOVERED("recovered", "Recovered after the beginning of impact"),
    /// Each time one left another state for ALARM.
    ALARMS("alarms", "Times that an alarm rang"),
    /// To anybody.
    PAGES("pages", "Pages sent"),
    /// By people, of the control plane.
    INTERVENTIONS("interventions", "Manual steps");

    private static final String UNKNOWN = "not measured";
    private static final Map<String, Measure> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(measure -> measure.word, Function.identity()));

    private final String word;
    private final String text;

    Measure(String word, String text) {
        this.word = word;
        this.text = text;
    }

    /// As files write them.
    public static Set<String> words() {
        return BY_WORD.keySet();
    }

    /// @throws IllegalArgumentException when there is none of that word
    static Measure of(String word) {
        Measure measure = BY_WORD.get(word);
        if (measure == null) {
            throw new IllegalArgumentException("there is no measure '" + word + "'; there are " + words());
        }
        return measure;
    }

    /// As people read it.
    String text() {
        return text;
    }

    String value(RunFacts facts, Scorecard card) {
        return switch (this) {
            case PREDICTIONS -> card.predictions(Verdict.HELD) + " of " + card.predictions().size();
            case CUSTOMERS_HURT ->
                card.customersCounted() ? Figures.of(card.customers().hurtEver(), card.customers().total()) : UNKNOWN;
            case FAILED_ORDERS -> card.customersMeasured()
                    ? Figures.of(card.orders().whole().failed(), card.orders().whole().of())
                    : UNKNOWN;
            case LOST_ORDERS -> card.readBack() == null
                    ? UNKNOWN
                    : Figures.of(card.readBack().lostOrders(), card.readBack().acknowledged());
            case LOWEST_AVAILABILITY ->
                card.impact().stream().min(Comparator.comparingDouble(ImpactWindow::lowest)).map(ImpactWindow::worst)
                        .orElse(card.customersMeasured() ? "not below " + card.objectiveWords() : UNKNOWN);
            case IMPACT -> impact(card);
            case FIRST_ALARM -> rang(facts) == 0 ? "none rang" : duration(card, "alarmLatency");
            case RECOVERED ->
                card.impact().isEmpty() ? card.customersMeasured() ? "no impact" : UNKNOWN : duration(card, "recover");
            case ALARMS -> String.valueOf(rang(facts));
            case PAGES -> card.response().pagesKnown() ? String.valueOf(card.response().pages().size()) : UNKNOWN;
            case INTERVENTIONS -> card.response().interventionsKnown()
                    ? String.valueOf(card.response().interventions().size())
                    : "nobody could act";
        };
    }

    private static String impact(Scorecard card) {
        if (card.impact().isEmpty()) {
            return card.customersMeasured() ? "no time" : UNKNOWN;
        }
        Duration all = card.impact().stream().map(ImpactWindow::length).reduce(Duration.ZERO, Duration::plus);
        return Figures.seconds(all) + (card.impact().getLast().open() ? " and on" : "");
    }

    private static String duration(Scorecard card, String name) {
        return card.durations().stream().filter(each -> each.name().equals(name)).map(DurationValue::words).findFirst()
                .orElse(UNKNOWN);
    }

    private static long rang(RunFacts facts) {
        return facts.all(Event.AlarmChanged.class).stream().map(Stamped::event)
                .filter(change -> change.to() == AlarmState.ALARM && change.from() != AlarmState.ALARM).count();
    }
}
