package io.gameday.people;

import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.RunFolder;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Lets those who were invited into a run, each by a link of their own, for as long as the run lives. On loopback it is
/// plain HTTP; on any other address there is nothing but TLS.
///
/// ```
/// phone, laptop ── link: address # token ──► a network thread of its own ── post ──► loop: Desk, the journal
///               ◄── what all may see ─────── Commons
/// ```
public final class PeopleEndpoint implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final Path file;
    private final HttpServer server;
    private final Network network;
    private final Invitations invitations;
    private final Desk desk;
    private final Farewell farewell;

    private PeopleEndpoint(Path file, HttpServer server, Network network, Invitations invitations, Desk desk,
            Farewell farewell) {
        this.desk = desk;
        this.farewell = farewell;
        this.file = file;
        this.server = server;
        this.network = network;
        this.invitations = invitations;
    }

    /// Listens, and writes the links into the run folder.
    ///
    /// @param at      where; port 0 lets the machine choose one
    /// @param loop    the desk's
    /// @param machine the machine's own clock
    /// @throws IOException    when the address cannot be bound or has no certificate
    /// @throws JournalFailure when `invitations.json` cannot be written
    public static PeopleEndpoint open(RunFolder folder, InetSocketAddress at, Desk desk, Executor loop,
            InstantSource machine) throws IOException {
        SecureRandom chance = new SecureRandom();
        InetAddress address = at.getAddress();
        if (address == null || address.isAnyLocalAddress()) {
            throw new IOException("cannot invite at " + at.getHostString()
                    + "; allowed: one address of this machine, by which phones reach it");
        }
        DayCertificate certificate = address.isLoopbackAddress() ? null : DayCertificate.make(address, chance);
        Tokens tokens = Tokens.make(desk.invited(), chance);
        byte[] key = new byte[8];
        chance.nextBytes(key);
        PeopleApi api = new PeopleApi(desk, tokens, loop, machine, HexFormat.of().formatHex(key));
        AtomicReference<String> origin = new AtomicReference<>("");
        // Of its own, so that no guest can slow down what the run itself sends and measures.
        Network network = new Network("people");
        HttpServer server;
        try {
            server = HttpServer.guarded(network, at,
                    request -> new PeopleAdmission(origin.get(), tokens).refusal(request), api,
                    certificate == null ? null : certificate.tls());
        } catch (IOException taken) {
            network.close();
            throw taken;
        }
        PeopleEndpoint endpoint = new PeopleEndpoint(folder.path().resolve(Invitations.NAME), server, network,
                invitations(server.address(), certificate, desk.invited(), tokens), desk, api.farewell());
        // Whoever comes before this is refused: no Host is the empty one.
        origin.set(origin(server.address(), certificate));
        try {
            endpoint.invitations.write(folder);
        } catch (IOException | RuntimeException unwritable) {
            endpoint.close();
            throw unwritable;
        }
        return endpoint;
    }

    private static Invitations invitations(InetSocketAddress at, @Nullable DayCertificate certificate,
            List<Participant> people, Tokens tokens) {
        String origin = origin(at, certificate);
        return new Invitations(certificate == null ? null : certificate.fingerprint(),
                people.stream().map(who -> new Invitations.Link(who.title(), origin + "/#" + tokens.of(who))).toList());
    }

    private static String origin(InetSocketAddress at, @Nullable DayCertificate certificate) {
        String host = at.getAddress().getHostAddress().replaceAll("%.*", "");
        return (certificate == null ? "http://" : "https://")
                + (at.getAddress() instanceof Inet6Address ? "[" + host + "]" : host) + ":" + at.getPort();
    }

    /// The links, for whoever hands them out.
    public Invitations invitations() {
        return invitations;
    }

    /// Once the run has ended: gives the pages that are open a moment to tell it. Blocks, for some seconds at most.
    public void awaitFarewell() {
        try {
            farewell.await(desk.invited().stream().filter(desk.presence()::here).toList(), FAREWELL);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nobody gets in any more, and the links are gone.
    ///
    /// @throws JournalFailure when `invitations.json` cannot be removed
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new JournalFailure(file + " cannot be removed: " + e + "; remove it by hand", e);
        } finally {
            server.close();
            network.close();
        }
    }
}
