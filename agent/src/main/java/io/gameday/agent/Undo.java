package io.gameday.agent;

import io.gameday.agent.driver.ActuatorDriver;
import io.gameday.agent.driver.Means;
import io.gameday.agent.driver.ToxiproxyDriver;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Standing;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.OwnPlace;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What clears a fault without any of ours.
final class Undo {

    private Undo() {
    }

    /// A call of the endpoint of what holds it; words where people hold it.
    ///
    /// @param agent of the fault's run, the last there was; null where none is known
    static String command(Standing fault, @Nullable ProcessIdentity agent) {
        LedgerEntry.Intent intent = fault.intent();
        if (fault.fault() instanceof Fault.External(String what, var _)) {
            return "asking whoever was to: " + what;
        }
        if (Means.of(fault.fault()) == Means.TRAFFIC) {
            return requests(agent);
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

    /// A pid may be somebody else's once the agent has ended.
    private static String requests(@Nullable ProcessIdentity agent) {
        return agent != null && agent.alive()
                ? "kill -9 " + agent.pid() + " (the agent, with which its requests end)"
                : "nothing is left to end: the agent that sent the requests is gone";
    }

    /// All commands of each place, in one line.
    private static String own(Standing fault) {
        String lease = ToxiproxyDriver.lease(fault.intent().hostId());
        return switch (Means.of(fault.fault())) {
            case LINKS -> joined(fault,
                    own -> own.leases()
                            ? Stream.of("curl -f -X DELETE " + own.place().toxiproxy() + "/gameday/leases/" + lease)
                            : ToxiproxyDriver.toxics(fault.fault(), lease)
                                    .map(toxic -> "curl -X DELETE " + own.place().toxiproxy() + "/proxies/"
                                            + own.place().proxy() + "/toxics/" + toxic));
            case HOST -> joined(fault, ActuatorDriver::undo);
            case TRAFFIC, PERSON -> throw new IllegalArgumentException(fault.fault().kind() + " is held by no place");
        };
    }

    private static String joined(Standing fault, Function<OwnPlace, Stream<String>> commands) {
        return fault.intent().reach().own().stream().flatMap(commands).distinct().collect(Collectors.joining("; "));
    }
}
