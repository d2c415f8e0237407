package io.gameday.agent;

import io.gameday.agent.driver.Means;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Standing;
import io.gameday.target.Fault;

/// What clears a fault without any of ours.
final class Undo {

    private Undo() {
    }

    /// A call of the endpoint of what holds it; words where people hold it.
    static String command(Standing fault) {
        LedgerEntry.Intent intent = fault.intent();
        if (fault.fault() instanceof Fault.External(String what, var _)) {
            return "asking whoever was to: " + what;
        }
        String proxies = intent.proxies();
        if (Means.of(fault.fault()) == Means.LINKS && proxies != null) {
            return "curl -f -X DELETE http://" + proxies + "/gameday/leases/" + ToxiproxyDriver.lease(intent.hostId())
                    + " (or, where that answers 404: curl -X POST http://" + proxies
                    + "/reset, which takes away the toxics of everybody)";
        }
        return "curl -X DELETE -H \"Authorization: Bearer $(cat '" + intent.tokenFile() + "')\" http://" + intent.host()
                + "/faults/" + intent.hostId();
    }
}
