package io.gameday.console.live;

import io.gameday.experiment.Impact;
import io.gameday.journal.Entry;
import io.gameday.journal.Event;
import io.gameday.journal.view.Words;
import io.gameday.observability.Scope;
import io.gameday.observability.Tally;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Tellings;
import io.gameday.report.gray.Quadrant;
import io.gameday.report.gray.Views;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/// Where customers are hurt at this moment and nothing tells, by the same square as the reports'.
final class GrayNow {

    /// How far back "for so long" looks.
    private static final int SECONDS = 60;
    /// How the series of what customers got begin.
    private static final String CUSTOMERS = "customer ";

    private final List<Entry> told = new ArrayList<>();
    private final Deque<Entry> seconds = new ArrayDeque<>();

    /// @param seconds for how long by now, at most a minute
    record Place(String name, int seconds) {
    }

    void accept(Entry entry) {
        switch (entry.event()) {
            case Event.SecondMeasured _ -> {
                seconds.add(entry);
                if (seconds.size() > SECONDS) {
                    seconds.remove();
                }
            }
            case Event.RunStarted _,Event.FaultInjected _,Event.AlarmChanged _,Event.AutomationActed _,Event.TasksChanged _,Event.SourceAway _,Event.SourceBack _ ->
                told.add(entry);
            default -> {
                // Neither customers nor observers say anything by it.
            }
        }
    }

    /// Zones, then cells.
    List<Place> places(Impact impact) {
        if (told.isEmpty() || !(told.getFirst().event() instanceof Event.RunStarted) || seconds.isEmpty()) {
            return List.of();
        }
        Event.SecondMeasured newest = (Event.SecondMeasured) seconds.getLast().event();
        if (newest.series().entrySet().stream()
                .noneMatch(series -> series.getKey().startsWith(CUSTOMERS) && impact.bad(series.getValue()))) {
            return List.of();
        }
        RunFacts facts = new RunFacts(
                Stream.concat(told.stream(), seconds.stream()).sorted(Comparator.comparingLong(Entry::seq)).toList());
        // What came after the customers went home is not among the seconds.
        if (facts.seconds().isEmpty() || !facts.seconds().getLast().second().equals(newest.second())) {
            return List.of();
        }
        Views views = new Views(facts, impact, Tellings.of(facts));
        return views.places().stream()
                .filter(place -> impact.bad(newest.series().getOrDefault(CUSTOMERS + place, Tally.NONE)))
                .map(place -> new Place(Words.name(place), gray(views, place, facts.seconds())))
                .filter(place -> place.seconds() > 0).toList();
    }

    /// Backwards, and no further than it is gray: of hundreds of cells few are.
    private static int gray(Views views, Scope place, List<Event.SecondMeasured> seconds) {
        int gray = 0;
        while (gray < seconds.size()
                && views.moment(place, seconds.get(seconds.size() - 1 - gray)).quadrant() == Quadrant.GRAY) {
            gray++;
        }
        return gray;
    }
}
