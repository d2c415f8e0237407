package io.gameday.cli;

import io.gameday.engine.Engine;
import io.gameday.engine.ExitCode;
import io.gameday.journal.JournalFailure;
import io.gameday.journal.JournalFile;
import io.gameday.journal.RunFolder;
import io.gameday.people.Desk;
import io.gameday.people.Invitations;
import io.gameday.people.PeopleEndpoint;
import io.gameday.time.Clock;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Those who were invited to one run.
final class Guests {

    private final Invite invite;
    private final RunFolder folder;
    private final Desk desk;
    private @Nullable PeopleEndpoint endpoint;

    Guests(Invite invite, RunFolder folder, Clock clock, Engine engine, JournalFile journal) {
        this.invite = invite;
        this.folder = folder;
        // What guests do needs no desk of the control's own.
        desk = new Desk(invite.people(), invite.limit(), clock, new EngineControl(engine, null), new SecureRandom(),
                System::nanoTime, folder);
        journal.follow(desk);
    }

    Desk desk() {
        return desk;
    }

    /// Serves their page, and tells the links.
    ///
    /// @throws Refused when it cannot be served
    void open(Executor loop, Consumer<String> tell) {
        try {
            endpoint = PeopleEndpoint.open(folder, invite.at(), desk, loop, InstantSource.system());
        } catch (IOException | JournalFailure e) {
            throw new Refused(ExitCode.NOT_STARTED.code(), "nobody can be invited: " + e.getMessage());
        }
        Invitations invitations = endpoint.invitations();
        tell.accept("invitations, each for one person; they are also in " + folder.path().resolve("invitations.json"));
        invitations.links().forEach(link -> tell.accept("  " + link.role() + ": " + link.link()));
        if (invitations.fingerprint() != null) {
            tell.accept("browsers warn of the certificate, which was made for today. Its SHA-256 fingerprint is");
            tell.accept("  " + invitations.fingerprint());
        }
        tell.accept("for somebody who is not there: gameday go " + folder.path() + " --for ROLE --why TEXT");
    }

    /// @param notice told what is left over
    void close(Consumer<String> notice) {
        if (endpoint != null) {
            try {
                endpoint.awaitFarewell();
                endpoint.close();
            } catch (JournalFailure left) {
                notice.accept(String.valueOf(left.getMessage()));
            }
        }
    }
}
