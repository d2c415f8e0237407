package io.gameday.reference.control;

import io.gameday.observability.Scope;
import io.gameday.reference.event.EventLog;
import io.gameday.reference.policy.WeighAway;

/// The events of zones that are weighed away and come back.
public final class ZoneEvents {

    private ZoneEvents() {
    }

    /// Tells what changed.
    public static void tell(EventLog log, WeighAway.Change change) {
        switch (change) {
            case WeighAway.Entered(String zone, String evidence) ->
                log.add(EventLog.WEIGH_AWAY, new Scope.Zone(zone), "(zone " + zone
                        + ") is impaired and weighed away: placement, deployment and scaling avoid it. " + evidence);
            case WeighAway.Left(String zone) -> log.add(EventLog.WEIGH_AWAY_ENDED, new Scope.Zone(zone),
                    "(zone " + zone + ") is well again: placement, deployment and scaling use it.");
        }
    }
}
