package io.gameday.console.prepare;

import io.gameday.console.SimulatedRun;
import io.gameday.console.frame.Navigator;
import io.gameday.console.run.Guests;
import io.gameday.time.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Prepare on a bench: every port a fake that remembers what it was asked, everything at once on one thread.
final class Bench implements Navigator, PrepareDialogs, Rehearsals, Machine, Papers {

    final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-01T00:00:00Z"));
    final List<String> navigated = new ArrayList<>();
    final List<Listener> rehearsing = new ArrayList<>();
    final Path catalog;
    final Path own;
    final PrepareViewModel model;
    Optional<Path> chosen = Optional.empty();
    Path suggested = Path.of("");
    Leaving leaving = Leaving.STAY;
    Seen fault = new Seen(true, "the ledger names none");
    Seen run = new Seen(true, "none");
    boolean roomThrows;
    Printed printed = new Printed(Path.of("plans", "mine", "plan.pdf"), "");

    Bench(Path folder) throws IOException {
        this(folder, Runnable::run, Runnable::run);
    }

    Bench(Path folder, Executor ui, Executor work) throws IOException {
        catalog = Files.createDirectories(folder.resolve("catalog"));
        own = folder.resolve("gamedays");
        model = new PrepareViewModel(new Surroundings(ui, work, clock, catalog, own), this, this, this, this, this);
    }

    /// An experiment of the catalog, in the catalog of this bench.
    Path fromCatalog(String name) throws IOException {
        return Files.copy(SimulatedRun.catalog().resolve(name + ".yaml"), catalog.resolve(name + ".yaml"));
    }

    Path ownFile(String name, String text) throws IOException {
        return Files.writeString(Files.createDirectories(own).resolve(name), text);
    }

    static String text(String name) throws IOException {
        return Files.readString(SimulatedRun.catalog().resolve(name + ".yaml"));
    }

    /// Long enough for the text to be checked.
    void settle() {
        clock.advance(Duration.ofMillis(400));
    }

    @Override
    public void home() {
        navigated.add("home");
    }

    @Override
    public void prepare(Path experiment) {
        navigated.add("prepare " + experiment);
    }

    @Override
    public void play(Path experiment, String on, Guests guests) {
        navigated.add("play " + experiment.getFileName() + " on " + on
                + (guests.roles().isEmpty() ? "" : " with " + guests.roles() + " at " + guests.at()));
    }

    @Override
    public void verify(String action) {
        navigated.add("verify " + action);
    }

    @Override
    public void compare(@Nullable Path runFolder) {
        navigated.add("compare " + (runFolder == null ? "" : runFolder.getFileName()));
    }

    @Override
    public void attach(Path runFolder) {
        navigated.add("attach " + runFolder);
    }

    @Override
    public void debrief(Path runFolder) {
        navigated.add("debrief " + runFolder);
    }

    @Override
    public void replay(Path runFolder) {
        navigated.add("replay " + runFolder);
    }

    @Override
    public Optional<Path> saveAs(Path suggestedFile) {
        suggested = suggestedFile;
        return chosen;
    }

    @Override
    public Leaving leave(String fileName) {
        return leaving;
    }

    @Override
    public void start(String name, String text, Listener listener) {
        rehearsing.add(listener);
    }

    @Override
    public Printed write(String name, String text) {
        navigated.add("print " + name);
        return printed;
    }

    @Override
    public void open(Path folder) {
        navigated.add("open " + folder);
    }

    @Override
    public Seen noFaultInForce() {
        return fault;
    }

    @Override
    public Seen noOtherRun() {
        return run;
    }

    @Override
    public Seen room() {
        if (roomThrows) {
            throw new IllegalStateException("the disk does not answer");
        }
        return new Seen(true, "6.2 GiB memory, 14.0 GiB disk free");
    }

    @Override
    public Seen launcher() {
        return new Seen(true, "Java 25");
    }
}
