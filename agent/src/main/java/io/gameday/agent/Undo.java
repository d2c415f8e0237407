package io.gameday.agent;

import io.gameday.agent.driver.Means;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.agent.ledger.Standing;

/// What clears a fault without any of ours.
final class Undo {

    private Undo() {
    }

    /// A call of the endpoint of what holds it.
    static String command(Standing fault) {
        if (Means.of(fault.fault()) == Means.LINKS && fault.intent().proxies() != null) {
            return "curl -X DELETE http://" + fault.intent().proxies() + "/gameday/leases/"
                    + ToxiproxyDriver.lease(fault.intent().hostId());
        }
        return "curl -X DELETE -H \"Authorization: Bearer $(cat '" + fault.intent().tokenFile() + "')\" http://"
                + fault.intent().host() + "/faults/" + fault.intent().hostId();
    }
}
