package io.gameday.console.home;

import io.gameday.agent.ledger.Ledger;
import io.gameday.agent.ledger.LedgerEntry;
import io.gameday.agent.ledger.Reach;
import io.gameday.agent.ledger.StateFolder;
import io.gameday.console.SimulatedRun;
import io.gameday.console.frame.Navigator;
import io.gameday.console.run.Guests;
import io.gameday.process.ProcessIdentity;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Home with folders of its own, and everything it asks of others written down.
final class HomeFixture {

    static final Instant NOW = Instant.parse("2026-01-01T15:00:00Z");

    final Path folder;
    final HomePlaces places;
    final List<String> asked = new ArrayList<>();
    final HomeViewModel model;
    Optional<Path> chosen = Optional.empty();
    Supplier<List<Recovery.Outcome>> recovery = List::of;

    /// Everything happens at once.
    HomeFixture(Path folder) {
        this(folder, Runnable::run, Runnable::run);
    }

    HomeFixture(Path folder, Executor ui, Executor background) {
        this.folder = folder;
        places = new HomePlaces(catalog(folder.resolve("catalog")), folder.resolve("gamedays"),
                List.of(folder.resolve("runs")), new StateFolder(folder.resolve("state")), ZoneOffset.UTC);
        model = new HomeViewModel(places, new WrittenDown(), (_, _) -> chosen, () -> recovery.get(), () -> NOW, ui,
                background);
    }

    /// Three of the shipped ones, so that the shipped ones may become more.
    private static Path catalog(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String name : List.of("az-power-loss", "az-power-loss-unscaled", "task-crash")) {
                Files.copy(SimulatedRun.catalog().resolve(name + ".yaml"), folder.resolve(name + ".yaml"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path runs() {
        return places.runs().getFirst();
    }

    Path save(String name, String text) {
        try {
            Files.createDirectories(places.files());
            return Files.writeString(places.files().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String experiment(String name) {
        try {
            return Files.readString(places.catalog().resolve(name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same experiment with an unknown fault in line 19.
    static String broken(String text) {
        return text.replace("inject: zone-power-loss", "inject: zone-power-lost");
    }

    List<CatalogCard> cards() {
        return model.catalog().groups().stream().flatMap(group -> group.cards().stream()).toList();
    }

    /// A run that left a zone without power, by its ledger.
    void left(String run, ProcessIdentity agent) {
        Path runFolder = folder.resolve("runs").resolve(run);
        try (Ledger ledger = Ledger.open(places.state(), run, runFolder, new VirtualClock(NOW))) {
            ledger.append(new LedgerEntry.AgentStarted(runFolder.toString(), agent, null));
            FaultPlan plan = new FaultPlan(new Fault.ZonePowerLoss("az1"), List.of("cell-1"), List.of("az1"), List.of(),
                    "gameday recover --run " + run, "the host");
            ledger.append(new LedgerEntry.Intent("f1", run + ".f1", plan, new Reach(List.of(), List.of()),
                    "gameday recover --run " + run, "127.0.0.1:1", "none", null, Duration.ofMinutes(1),
                    Duration.ofSeconds(8)));
            ledger.append(new LedgerEntry.Injected("f1"));
        }
    }

    private final class WrittenDown implements Navigator {
        @Override
        public void home() {
            asked.add("home");
        }

        @Override
        public void prepare(Path experiment) {
            asked.add("prepare " + experiment.getFileName());
        }

        @Override
        public void play(Path experiment, String on, Guests guests) {
            asked.add("play " + experiment.getFileName() + " " + on);
        }

        @Override
        public void verify(String action) {
            asked.add("verify " + action);
        }

        @Override
        public void compare(@Nullable Path runFolder) {
            asked.add("compare " + (runFolder == null ? "" : runFolder.getFileName()));
        }

        @Override
        public void attach(Path runFolder) {
            asked.add("attach " + runFolder.getFileName());
        }

        @Override
        public void debrief(Path runFolder) {
            asked.add("debrief " + runFolder.getFileName());
        }

        @Override
        public void replay(Path runFolder) {
            asked.add("replay " + runFolder.getFileName());
        }
    }
}
