package io.gameday.agent;

import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.driver.Means;
import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Fault;
import io.gameday.target.Fidelity;
import io.gameday.target.OwnSystem;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an agent is told when it starts.
///
/// @param run          id of the run
/// @param runFolder    where `agent.token`, `agent-audit.log`, `agent.log` and `faults.jsonl` go
/// @param appFolder    of the app, with its `token`
/// @param host         `host:port` of the app's host, where the effects are
/// @param controlPlane `host:port` of the app's control plane, which knows what there is
/// @param proxies      `host:port` of the Toxiproxy API of the app's links
/// @param links        who keeps those proxies
/// @param router       `host:port` of the app's router, where customers come in; empty where it is not told
/// @param routerAdmin  `host:port` where the router tells whom it leaves out; empty where it is not told
/// @param limits       how much may be hit at once
/// @param state        where the ledger is
/// @param own          the system, where it is a team's own; null of the reference app. `host` is then its first address,
///                     and there are no other parts of the app: their addresses are empty
public record AgentSetup(String run, Path runFolder, Path appFolder, String host, String controlPlane, String proxies,
        LinkKeeper links, String router, String routerAdmin, Limits limits, StateFolder state,
        @Nullable OwnSystem own) {

    private static final JsonMapper JSON = JournalFormat.mapper();

    private static final int FIXED = 3;
    private static final int PORT_MAX = 65_535;

    /// @throws IllegalArgumentException naming the field, its value and what is allowed
    public AgentSetup {
        if (!Ledger.RUN.matcher(run).matches()) {
            throw new IllegalArgumentException("run is '" + run + "'; allowed: " + Ledger.RUN.pattern());
        }
        runFolder = runFolder.toAbsolutePath().normalize();
        appFolder = appFolder.toAbsolutePath().normalize();
        if (own == null) {
            socket("host", host);
            socket("controlPlane", controlPlane);
            socket("proxies", proxies);
        }
        if (!router.isEmpty()) {
            socket("router", router);
        }
        if (!routerAdmin.isEmpty()) {
            socket("routerAdmin", routerAdmin);
        }
    }

    /// For the reference app.
    public AgentSetup(String run, Path runFolder, Path appFolder, String host, String controlPlane, String proxies,
            LinkKeeper links, String router, String routerAdmin, Limits limits, StateFolder state) {
        this(run, runFolder, appFolder, host, controlPlane, proxies, links, router, routerAdmin, limits, state, null);
    }

    /// For a system of a team's own.
    public AgentSetup(String run, Path runFolder, OwnSystem own, Limits limits, StateFolder state) {
        this(run, runFolder, runFolder, own.places().getFirst().url().hostPort(), "", "", LinkKeeper.GAMEDAY, "", "",
                limits, state, own);
    }

    /// How truly what `fault` means can be done there.
    Fidelity fidelity(Fault fault) {
        return own == null
                ? links.fidelity(fault)
                : own.lacks(fault).<Fidelity>map(Fidelity.Unsupported::new).orElseGet(() -> Means.ownFidelity(fault));
    }

    /// Where the prober can ask the app.
    Doors doors() {
        return new Doors(controlPlane, routerAdmin, appFolder.toString());
    }

    public InetSocketAddress hostSocket() {
        return socket("host", host);
    }

    public InetSocketAddress proxiesSocket() {
        return socket("proxies", proxies);
    }

    /// Where requests are sent that are a fault; the control plane, which refuses them, where no router is told.
    InetSocketAddress routerSocket() {
        return router.isEmpty() ? controlPlaneSocket() : socket("router", router);
    }

    public InetSocketAddress controlPlaneSocket() {
        return socket("controlPlane", controlPlane);
    }

    /// The file with the token that the app's endpoints demand.
    public Path appTokenFile() {
        return appFolder.resolve("token");
    }

    /// The file with the token that the agent demands.
    public Path agentTokenFile() {
        return runFolder.resolve("agent.token");
    }

    /// The command that takes every fault of this run away by hand.
    String undo() {
        return "gameday recover --run " + run;
    }

    /// The arguments that [#parse(List)] reads.
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(runFolder.toString(), run, appFolder.toString(),
                "--host=" + host, "--control-plane=" + controlPlane, "--proxies=" + proxies, "--links=" + links,
                "--router=" + router, "--router-admin=" + routerAdmin, "--max-zones=" + limits.zones(),
                "--max-cells=" + limits.cells(), "--max-tasks=" + limits.tasks(), "--state=" + state.root()));
        if (own != null) {
            // No secret: addresses with a password are refused.
            arguments.add("--own=" + JSON.writeValueAsString(own));
        }
        return List.copyOf(arguments);
    }

    /// @throws IllegalArgumentException naming what is missing or wrong
    static AgentSetup parse(List<String> arguments) {
        if (arguments.size() < FIXED) {
            throw new IllegalArgumentException("arguments are " + arguments
                    + "; wanted: <run folder> <run id> <app folder> --host=H:P --control-plane=H:P --proxies=H:P [--links=gameday|toxiproxy --router=H:P --router-admin=H:P] [--max-zones=N --max-cells=N --max-tasks=N]");
        }
        Map<String, String> options = new HashMap<>();
        for (String option : arguments.subList(FIXED, arguments.size())) {
            int equals = option.indexOf('=');
            if (!option.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("argument is '" + option + "'; allowed: --name=value");
            }
            options.put(option.substring(2, equals), option.substring(equals + 1));
        }
        StateFolder state = options.containsKey("state")
                ? new StateFolder(Path.of(options.get("state")))
                : StateFolder.current();
        return new AgentSetup(arguments.get(1), Path.of(arguments.get(0)), Path.of(arguments.get(2)),
                options.getOrDefault("host", ""), options.getOrDefault("control-plane", ""),
                options.getOrDefault("proxies", ""),
                LinkKeeper.named(options.getOrDefault("links", LinkKeeper.GAMEDAY.toString())),
                options.getOrDefault("router", ""), options.getOrDefault("router-admin", ""),
                new Limits(number(options, "max-zones"), number(options, "max-cells"), number(options, "max-tasks")),
                state, options.containsKey("own") ? own(options.get("own")) : null);
    }

    private static OwnSystem own(String json) {
        try {
            return JSON.readValue(json, OwnSystem.class);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("own is '" + json + "'; allowed: a system as JSON", unreadable);
        }
    }

    private static int number(Map<String, String> options, String name) {
        String value = options.getOrDefault(name, String.valueOf(Integer.MAX_VALUE));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " is '" + value + "'; allowed: a whole number", notANumber);
        }
    }

    /// @throws IllegalArgumentException when `address` is not `host:port`
    static InetSocketAddress socket(String field, String address) {
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            if (colon > 0 && port > 0 && port <= PORT_MAX) {
                return new InetSocketAddress(address.substring(0, colon), port);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, with the field's name.
        }
        throw new IllegalArgumentException(field + " is '" + address + "'; allowed: host:port");
    }
}
