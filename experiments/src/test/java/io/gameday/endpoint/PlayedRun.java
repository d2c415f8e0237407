package io.gameday.endpoint;

import io.gameday.http.HttpCaller;
import io.gameday.http.Network;
import io.gameday.journal.Event;
import io.gameday.journal.Event.PersonAsked.Turn;
import io.gameday.journal.JournalFile;
import io.gameday.journal.PersonAct;
import io.gameday.journal.RunFolder;
import io.gameday.journal.Verdict;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A run with an endpoint, a real journal and no engine: what is asked of it is journalled and nothing else. Fault f1 is
/// in force, and f2 is one that cannot be taken away.
final class PlayedRun implements RunControl, AutoCloseable {

    final RunFolder folder;
    final Network network = new Network("test");
    final HttpCaller caller = new HttpCaller(network);
    /// What escaped on the loop.
    final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    /// Completed when that fault is asked to end, which it never does.
    final CompletableFuture<String> neverEnding = new CompletableFuture<>();
    final RunEndpoint endpoint;
    final JournalTail tail = new JournalTail();
    private final RealClock loop = new RealClock("loop", escaped::add);
    private final JournalFile journal;
    private boolean acknowledged;

    PlayedRun(Path parent) throws IOException {
        folder = RunFolder.create(parent, Instant.parse("2026-11-21T14:01:32Z"), "test");
        journal = new JournalFile(folder.journal(), folder.run(), loop);
        journal.follow(tail);
        endpoint = RunEndpoint.open(folder, folder.run(), tail, network, loop, this);
    }

    /// Appends as the engine does, on the loop, and returns when it is done.
    void append(Event event) {
        CompletableFuture.runAsync(() -> journal.append(event), loop).join();
    }

    void end() {
        append(new Event.RunEnded(0, Verdict.HELD, "every prediction held"));
    }

    /// The client that another process would make.
    RunClient client() {
        return RunClient.of(folder.path(), caller).orElseThrow();
    }

    String token() {
        return EndpointFile.read(folder.path()).orElseThrow().token();
    }

    @Override
    public void stop(String by, String why) {
        journal.append(new Event.StopRequested(by, why));
    }

    @Override
    public void note(String role, String text) {
        if (text.equals("a defect, please")) {
            throw new IllegalStateException("defect");
        }
        if (!text.equals("the disk is full")) {
            journal.append(new Event.NoteTaken(role, text));
        }
    }

    /// The page is open until somebody acknowledges it.
    @Override
    public Optional<String> acknowledge(String role) {
        if (acknowledged) {
            return Optional.of("no page is open");
        }
        acknowledged = true;
        journal.append(new Event.PageAcknowledged(role));
        return Optional.empty();
    }

    @Override
    public boolean endFault(String id, String by) {
        String why = "taken away by " + by;
        return switch (id) {
            case "f1" -> later(new Event.FaultReverted(id, why, true, ""));
            case "f2" -> {
                later(new Event.FaultReverted(id, why, false, "the host does not answer"));
                yield later(
                        new Event.FaultConfirmedGone(id, Verdict.BROKEN, "power", "off", "on", Duration.ofSeconds(15)));
            }
            case "never" -> neverEnding.complete(id);
            default -> false;
        };
    }

    private boolean later(Event event) {
        loop.execute(() -> journal.append(event));
        return true;
    }

    @Override
    public void close() {
        endpoint.close();
        caller.close();
        network.close();
        loop.close();
        journal.close();
    }

    /// Nobody was invited but responder.
    @Override
    public Optional<String> go(String by, String of, boolean go, String why) {
        if (!of.equals("responder")) {
            return Optional.of("nobody was invited as '" + of + "'");
        }
        journal.append(new Event.PersonActed(of, new PersonAct.Answered(go, by, why)));
        return Optional.empty();
    }

    /// Somebody was asked to begin f3, and nothing else.
    @Override
    public boolean answered(String id, Turn turn, String by) {
        boolean asked = id.equals("f3") && turn == Turn.BEGIN;
        if (asked) {
            journal.append(new Event.PersonAnswered(id, turn, by));
        }
        return asked;
    }
}
