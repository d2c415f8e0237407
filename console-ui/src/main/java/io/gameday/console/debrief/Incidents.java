package io.gameday.console.debrief;

import io.gameday.journal.Event;
import io.gameday.observability.Scope;
import io.gameday.report.facts.RunFacts;
import io.gameday.report.facts.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts the pages of a journal together by incident. The journal numbers no incidents: a page of another alarm or place,
/// or to somebody who had this one already by the same channel, is of another incident.
final class Incidents {

    private Incidents() {
    }

    /// @param pages in the order in which they went out
    record Incident(String alarm, Scope scope, List<Stamped<Event.PageSent>> pages) {

        private boolean isAbout(Event.PageSent page) {
            return page.alarm().equals(alarm) && page.scope().equals(scope);
        }

        private boolean takes(Event.PageSent page) {
            return pages.stream()
                    .noneMatch(p -> p.event().to().equals(page.to()) && p.event().channel().equals(page.channel()));
        }

        /// Whom it paged, the first one first.
        List<String> roles() {
            return pages.stream().map(p -> p.event().to()).distinct().toList();
        }

        String channels() {
            return pages.stream().map(p -> p.event().channel()).distinct().collect(Collectors.joining(", "));
        }
    }

    static List<Incident> of(RunFacts facts) {
        List<Incident> incidents = new ArrayList<>();
        for (Stamped<Event.PageSent> page : facts.all(Event.PageSent.class)) {
            Incident incident = incidents.reversed().stream().filter(i -> i.isAbout(page.event())).findFirst()
                    .orElse(null);
            if (incident == null || !incident.takes(page.event())) {
                incident = new Incident(page.event().alarm(), page.event().scope(), new ArrayList<>());
                incidents.add(incident);
            }
            incident.pages().add(page);
        }
        return List.copyOf(incidents);
    }
}
