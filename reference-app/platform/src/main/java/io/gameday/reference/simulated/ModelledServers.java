package io.gameday.reference.simulated;

import io.gameday.observability.Scope;
import io.gameday.observability.Server;
import io.gameday.observability.ServerReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks the modelled tasks and the router what they counted. A task that hangs or is cut off does not tell; a zone that is
/// only slow or loses requests is asked all the same, which is simpler than it is.
final class ModelledServers {

    private static final Server ROUTER = new Server("router", null, null);

    private final ModelledNetwork network;
    private final ModelledRouter router;
    private final Conditions conditions;
    /// Those that told when they were asked last: what others counted is of a longer time.
    private Set<Server> told = Set.of();
    private Set<Server> asked = Set.of();

    ModelledServers(ModelledNetwork network, ModelledRouter router, Conditions conditions) {
        this.network = network;
        this.router = router;
        this.conditions = conditions;
    }

    /// In the order in which they were started, the router last.
    List<ServerReport> ask() {
        List<ServerReport> reports = new ArrayList<>();
        Set<Server> telling = new HashSet<>();
        Set<Server> now = new HashSet<>();
        for (ModelledTask task : network.running(Scope.SITE)) {
            Server server = new Server(task.order().id(), task.order().cell(), task.order().zone());
            now.add(server);
            if (task.hung() || conditions.cutOff(task.order().zone())) {
                reports.add(new ServerReport.Unknown(server, "did not answer in time"));
                continue;
            }
            telling.add(server);
            take(server, task.counts(), reports);
        }
        now.add(ROUTER);
        telling.add(ROUTER);
        take(ROUTER, router.counts(), reports);
        told = telling;
        asked = now;
        return reports;
    }

    private void take(Server server, RequestCounts counts, List<ServerReport> reports) {
        ServerReport report = counts.take(server);
        if (told.contains(server)) {
            reports.add(report);
        } else if (asked.contains(server)) {
            reports.add(new ServerReport.Unknown(server, "did not answer in time when it was asked before"));
        }
    }
}
