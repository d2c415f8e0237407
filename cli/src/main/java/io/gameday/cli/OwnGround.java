package io.gameday.cli;

import io.gameday.agent.AgentSetup;
import io.gameday.agent.Limits;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.experiment.Experiment;
import io.gameday.journal.RunFolder;
import io.gameday.target.Faults;
import io.gameday.target.LeashedFaults;
import io.gameday.target.Port;
import io.gameday.target.Target;
import io.gameday.target.TargetKind;
import io.gameday.traffic.Canaries;
import io.gameday.traffic.OwnServers;
import io.gameday.traffic.OwnTopology;
import io.gameday.traffic.OwnTraffic;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Systems of a team's own. Faults are injected into them only where the approved plan is the one that would be played.
final class OwnGround implements Ground {

    private static final String NO_AUTOMATION = "what your own system does by itself, and what people do to it, is not "
            + "told to Gameday";

    private final @Nullable String approved;
    private final Consumer<String> progress;

    /// @param approved hash of the plan that somebody has approved; null: nothing is injected
    OwnGround(@Nullable String approved, Consumer<String> progress) {
        this.approved = approved;
        this.progress = progress;
    }

    @Override
    public Admitted admit(Experiment experiment) {
        OwnPlan plan = OwnPlan.of(experiment);
        if (approved == null) {
            progress.accept("leashed: everything is played but the faults. The plan and its hash: gameday check FILE");
        } else {
            plan.lines().forEach(progress);
            plan.refusal(approved).ifPresent(why -> {
                throw new Refused(ExitCodes.USAGE, why);
            });
        }
        try {
            Standing there = new There(OwnServers.of(Objects.requireNonNull(experiment.system().own())),
                    approved != null);
            return folder -> there;
        } catch (IllegalArgumentException noSuchHost) {
            throw new Refused(ExitCodes.NOT_STARTED, String.valueOf(noSuchHost.getMessage()));
        }
    }

    private record There(OwnServers servers, boolean unleashed) implements Standing {

        @Override
        public AgentSetup agent(RunFolder folder, Limits limits, StateFolder state) {
            return new AgentSetup(folder.run(), folder.path(), servers.system(), limits, state);
        }

        @Override
        public Ports ports(Surroundings run) {
            return new Ports(TargetKind.HTTP, new OwnTopology(servers, run.caller(), run.loop()), run.signals(),
                    Port.absent(NO_AUTOMATION),
                    new OwnTraffic(run.id(), servers, run.random(), run.caller(), run.loop(), run.loop(),
                            run.signals()),
                    () -> Canaries.start(run.caller(), servers, Experiment.Customers.PATIENCE, run.loop(),
                            run.signals()),
                    Port.absent(Target.NO_OPERATIONS));
        }

        @Override
        public Faults leashed(Faults faults) {
            return unleashed
                    ? faults
                    : new LeashedFaults(faults, "leashed: without --unleashed nothing is injected into a system of "
                            + "your own; gameday check shows the plan and its hash");
        }

        @Override
        public CompletableFuture<String> ended() {
            return new CompletableFuture<>();
        }
    }

    @Override
    public void close() {
        // Nothing of it is ours.
    }
}
