package io.gameday.endpoint;

import io.gameday.journal.JournalFailure;
import io.gameday.journal.RunFolder;
import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `endpoint.json` of a run folder: where the run's controller listens, and the token that lets one in. It is there
/// while the controller lives, and only its owner can read it.
///
/// @param startTicks with `pid` and `bootId`, which process for certain: see [ProcessIdentity]
record EndpointFile(String address, String token, long pid, long startTicks, String bootId) {

    static final String NAME = "endpoint.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /// For a controller that is this process.
    static EndpointFile here(InetSocketAddress address, String token) {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid())
                .orElseThrow(() -> new IllegalStateException("this process cannot be found by its own pid"));
        return new EndpointFile(address.getHostString() + ":" + address.getPort(), token, self.pid(), self.startTicks(),
                self.bootId());
    }

    /// Puts it into `folder` in one step.
    ///
    /// @throws IOException    when it cannot be put into place
    /// @throws JournalFailure when it cannot be written
    void write(RunFolder folder) throws IOException {
        String whole = NAME + ".new";
        folder.writeSecret(whole, JSON.writeValueAsString(this) + "\n");
        Files.move(folder.path().resolve(whole), folder.path().resolve(NAME), StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Empty when there is none.
    ///
    /// @throws JournalFailure when it cannot be read, or names anything but a port of this machine
    static Optional<EndpointFile> read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            EndpointFile read = JSON.readValue(Files.readString(file), EndpointFile.class);
            if (read == null || isMissing(read.address) || isMissing(read.token) || read.bootId == null) {
                throw new JournalFailure(file + " is not complete; needed: address, token, pid, startTicks, bootId");
            }
            if (read.port() == 0) {
                throw new JournalFailure(file + ": address is '" + read.address + "'; allowed: 127.0.0.1:PORT");
            }
            return Optional.of(read);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException garbage) {
            throw new JournalFailure(file + " is not readable: " + garbage.getOriginalMessage(), garbage);
        } catch (IOException e) {
            throw new JournalFailure(file + " cannot be read: " + e + ". Only who started the run may speak to it.", e);
        }
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    /// Exactly the process that wrote it.
    boolean alive() {
        return new ProcessIdentity(pid, startTicks, bootId).alive();
    }

    InetSocketAddress server() {
        return new InetSocketAddress("127.0.0.1", port());
    }

    /// 0 when the address is none of ours: the token must not be sent anywhere else.
    private int port() {
        Matcher matcher = ADDRESS.matcher(address);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
        return port <= LAST_PORT ? port : 0;
    }
}
