package io.gameday.agent;

import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// `agent.json` of an agent's folder: where the agent listens, the file with the token it demands, and which app it
/// acts on. Only its owner can read it; whether the agent still lives, [#alive()] says.
///
/// @param run   whose faults it keeps
/// @param host  `host:port` of the app's host
/// @param agent exactly which process it is
public record AgentFile(String run, String address, String tokenFile, String host, ProcessIdentity agent) {

    static final String NAME = "agent.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// The token must not be sent anywhere else.
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:\\d{1,5}");

    void write(Path folder) throws IOException {
        SecretFile.write(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
    }

    /// Empty when no agent was started in `folder`.
    ///
    /// @throws IOException when the file cannot be read, or is none of ours
    public static Optional<AgentFile> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        AgentFile read;
        try {
            read = JSON.readValue(Files.readString(file), AgentFile.class);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException garbage) {
            throw new IOException(file + " is not readable: " + garbage.getOriginalMessage(), garbage);
        }
        if (read == null || absent(read.run, read.address, read.tokenFile, read.host) || read.agent == null) {
            throw new IOException(file + " is not complete; needed: run, address, tokenFile, host, agent");
        }
        if (!ADDRESS.matcher(read.address).matches()) {
            throw new IOException(file + ": address is '" + read.address + "'; allowed: 127.0.0.1:PORT");
        }
        return Optional.of(read);
    }

    private static boolean absent(@Nullable String... texts) {
        for (String text : texts) {
            if (text == null || text.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    public boolean alive() {
        return agent.alive();
    }

    InetSocketAddress server() {
        return AgentSetup.socket("address", address);
    }

    /// @throws IOException when it cannot be read
    String token() throws IOException {
        return TokenFile.read(Path.of(tokenFile));
    }
}
