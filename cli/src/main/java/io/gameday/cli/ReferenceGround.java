package io.gameday.cli;

import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.driver.LinkKeeper;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.experiment.Experiment;
import io.gameday.journal.RunFolder;
import io.gameday.reference.local.LocalApp;
import io.gameday.reference.local.LocalAutomation;
import io.gameday.reference.local.LocalOperations;
import io.gameday.reference.local.LocalServers;
import io.gameday.reference.local.LocalSignals;
import io.gameday.reference.local.LocalTopology;
import io.gameday.target.Port;
import io.gameday.target.TargetKind;
import io.gameday.traffic.Canaries;
import io.gameday.traffic.HttpTraffic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The reference app as real processes of this machine.
final class ReferenceGround implements Ground {

    /// With the first start of the orders service, which is prepared once, on a slow machine.
    private static final Duration HEALTHY_LIMIT = Duration.ofSeconds(180);

    private final SharedApp app;
    private final long seed;
    private final Consumer<String> progress;

    /// @param toxiproxy `host:port` of a Toxiproxy that is to keep the app's links; null where the app does
    ReferenceGround(@Nullable String toxiproxy, long seed, Consumer<String> progress) {
        this.app = new SharedApp(toxiproxy, progress);
        this.seed = seed;
        this.progress = progress;
    }

    @Override
    public Admitted admit(Experiment experiment) {
        return folder -> {
            LocalApp running = app.forExperiment(experiment, folder, seed);
            running.awaitHealthy(HEALTHY_LIMIT, progress);
            return new Running(running);
        };
    }

    private record Running(LocalApp app) implements Standing {

        @Override
        public AgentSetup agent(RunFolder folder, Limits limits, StateFolder state) {
            var addresses = app.addresses();
            return new AgentSetup(folder.run(), folder.path(), app.folder().root(), addresses.host(),
                    addresses.controlPlane(), addresses.proxies(), LinkKeeper.named(addresses.links()),
                    addresses.router(), addresses.routerAdmin(), limits, state);
        }

        @Override
        public Ports ports(Surroundings run) {
            var addresses = app.addresses();
            HttpTraffic traffic = new HttpTraffic(
                    new HttpTraffic.Settings(run.id(), addresses.controlPlaneAddress(), app.token(),
                            addresses.routerAddress(), run.random()),
                    run.caller(), run.loop(), run.loop(), run.signals());
            return new Ports(TargetKind.LOCAL, new LocalTopology(app, run.caller(), run.loop()),
                    new LocalSignals(run.signals(), new LocalServers(app, run.caller(), run.loop(), run.loop())),
                    Port.of(new LocalAutomation(app, run.caller(), run.loop(), run.loop(), run.notices())), traffic,
                    () -> Canaries.start(run.caller(), addresses.routerAddress(), app.config().layout(),
                            Experiment.Customers.PATIENCE, run.loop(), run.signals()),
                    Port.of(new LocalOperations(app, run.caller(), run.loop())));
        }

        @Override
        public CompletableFuture<String> ended() {
            return app.ended().thenApply(why -> "the reference app ended: " + why);
        }
    }

    @Override
    public void close() {
        app.close();
    }
}
