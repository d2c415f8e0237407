package io.gameday.endpoint;

import io.gameday.http.Admission;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.Executor;

/// Lets others speak to a run: on a loopback port of its own, for whoever can read the token in `endpoint.json` of the
/// run folder. The calls are those of [RunApi].
///
/// ```
/// console, second terminal ── HTTP, token ──► network thread ── post ──► loop: RunControl, the journal
///                          ◄── entries ────── virtual thread ◄── journal.jsonl on the disk
/// ```
public final class RunEndpoint implements AutoCloseable {

    private static final int TOKEN_BYTES = 24;

    private final Path file;
    private final JournalTail tail;
    private final HttpServer server;

    private RunEndpoint(Path file, JournalTail tail, HttpServer server) {
        this.file = file;
        this.tail = tail;
        this.server = server;
    }

    /// Listens, and says in the run folder where.
    ///
    /// @param run     the run's id
    /// @param tail    is shown every entry of the run's journal from the first
    /// @param loop    the engine's; it must be known to start the run before it does what comes from here
    /// @throws IOException    when no port can be bound
    /// @throws JournalFailure when `endpoint.json` cannot be written
    public static RunEndpoint open(RunFolder folder, String run, JournalTail tail, Network network, Executor loop,
            RunControl control) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        RunApi api = new RunApi(run, tail, new JournalPages(folder.journal()), loop, control);
        HttpServer server = HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), Admission.token(token),
                api);
        try {
            EndpointFile.here(server.address(), token).write(folder);
        } catch (IOException | RuntimeException unwritable) {
            server.close();
            throw unwritable;
        }
        return new RunEndpoint(folder.path().resolve(EndpointFile.NAME), tail, server);
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return server.address();
    }

    /// Stops listening and takes `endpoint.json` away.
    ///
    /// @throws JournalFailure when the file cannot be removed
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalFailure(file + " cannot be removed: " + e + "; remove it by hand", e);
        } finally {
            tail.close();
            server.close();
        }
    }
}
