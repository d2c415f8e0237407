package io.gameday.cli;

import io.gameday.people.Participant;
import io.gameday.yaml.Units;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Who takes part in a run by a page of their own: for `run`.
final class InviteOptions {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int LAST_PORT = 65_535;

    @Option(names = "--invite", paramLabel = "ROLE", split = ",", description = "Who takes part by a page of their own, "
            + "on a phone or a laptop: facilitator,responder,responder,scribe,observer. Each gets a link; the run "
            + "begins when all have said go (docs/people.md).")
    private @Nullable List<String> roles;

    @Option(names = "--invite-at", paramLabel = "ADDRESS", description = "With --invite: the address of this machine "
            + "where the page is served, with a port if you like. Loopback unless given; with TLS anywhere else.")
    private @Nullable String at;

    @Option(names = "--wait", paramLabel = "TIME", description = "With --invite: how long to wait for all to say go, "
            + "by the run's clock; 30m unless given.")
    private @Nullable String wait;

    /// Null where nobody is invited.
    ///
    /// @throws Refused when an option is not allowed
    @Nullable
    Invite invite(RunCommand.On on, @Nullable Double speed, int experiments) {
        if (roles == null) {
            if (at != null || wait != null) {
                throw new Refused(ExitCodes.USAGE,
                        (at != null ? "--invite-at" : "--wait") + " is given without --invite; give both, or neither");
            }
            return null;
        }
        if (experiments != 1) {
            throw new Refused(ExitCodes.USAGE,
                    "--invite is for one experiment, but there are " + experiments + "; give one");
        }
        if (on == RunCommand.On.simulated && speed == null) {
            throw new Refused(ExitCodes.USAGE,
                    "--invite needs people's time: give --speed with --on simulated, such as" + " --speed 1");
        }
        try {
            return new Invite(Participant.read(roles), address(), limit());
        } catch (IllegalArgumentException notAllowed) {
            throw new Refused(ExitCodes.USAGE, String.valueOf(notAllowed.getMessage()));
        }
    }

    private Duration limit() {
        String given = wait == null ? "30m" : wait;
        return Units.duration(given).filter(d -> d.compareTo(SHORTEST) >= 0 && d.compareTo(LONGEST) <= 0).orElseThrow(
                () -> new IllegalArgumentException("--wait is '" + given + "'; allowed: 5s to 12h, " + Units.DURATION));
    }

    private InetSocketAddress address() {
        String given = at == null ? "127.0.0.1" : at;
        Matcher matcher = ADDRESS.matcher(given);
        int port = matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
        try {
            if (!matcher.matches() || port > LAST_PORT) {
                throw new UnknownHostException(given);
            }
            InetAddress address = InetAddress.getByName(matcher.group(1));
            if (address.isAnyLocalAddress()) {
                throw new IllegalArgumentException(
                        "--invite-at is '" + given + "', which is every address; allowed: one "
                                + "address of this machine, by which phones reach it");
            }
            return new InetSocketAddress(address, port);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "--invite-at is '" + given
                            + "'; allowed: an address of this machine, such as 192.168.1.20 or 192.168.1.20:8443",
                    unknown);
        }
    }
}
