package io.gameday.engine;

import io.gameday.journal.Event;
import io.gameday.journal.Journal;
import io.gameday.observability.alarm.AlarmChange;
import io.gameday.observability.alarm.AlarmState;
import io.gameday.target.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Tells on-call once per incident: an incident is open from the first alarm until every alarm has left ALARM, so
/// that many alarms wake people once.
final class Paging {

    private static final String ON_CALL = "on-call";

    private final String run;
    private final Pager pager;
    private final Journal journal;
    private final Consumer<String> paged;
    private boolean incident;

    /// @param paged told the role once a page is out
    Paging(String run, Pager pager, Journal journal, Consumer<String> paged) {
        this.run = run;
        this.pager = pager;
        this.journal = journal;
        this.paged = paged;
    }

    void alarms(List<AlarmChange> changes, Map<String, AlarmState> states) {
        if (states.values().stream().noneMatch(state -> state == AlarmState.ALARM)) {
            incident = false;
        }
        changes.stream().filter(change -> change.to() == AlarmState.ALARM).findFirst().ifPresent(change -> {
            if (!incident) {
                incident = true;
                page(change);
            }
        });
    }

    private void page(AlarmChange change) {
        String subject = change.alarm() + " " + change.scope() + " is in ALARM";
        pager.page(new Pager.Page(run, ON_CALL, subject, change.alarm(), change.scope(), change.evidence()), answer -> {
            switch (answer) {
                case Answer.Ok<String>(String channel) -> {
                    journal.append(new Event.PageSent(ON_CALL, channel, subject, change.alarm(), change.scope()));
                    paged.accept(ON_CALL);
                }
                case Answer.Failed<String>(String why) ->
                    journal.append(new Event.NoteTaken("engine", "a page to " + ON_CALL + " did not go out: " + why));
            }
        });
    }
}
