package io.gameday.agent;

import io.gameday.agent.driver.Means;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Standing;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        if (!intent.reach().own().isEmpty()) {
            return own(fault);
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

    /// One command for each place, in one line.
    private static String own(Standing fault) {
        String lease = ToxiproxyDriver.lease(fault.intent().hostId());
        return switch (Means.of(fault.fault())) {
            case LINKS -> joined(fault,
                    own -> own.leases()
                            ? Stream.of("curl -f -X DELETE " + own.place().toxiproxy() + "/gameday/leases/" + lease)
                            : ToxiproxyDriver.toxics(fault.fault(), lease)
                                    .map(toxic -> "curl -X DELETE " + own.place().toxiproxy() + "/proxies/"
                                            + own.place().proxy() + "/toxics/" + toxic));
            case HOST ->
                joined(fault, own -> Stream.of("curl -X POST " + own.place().actuator() + "/chaosmonkey/disable"));
            case TRAFFIC, PERSON -> "gameday recover, for the requests end with the agent";
        };
    }

    private static String joined(Standing fault, Function<OwnPlace, Stream<String>> commands) {
        return fault.intent().reach().own().stream().flatMap(commands).distinct().collect(Collectors.joining("; "));
    }
}
