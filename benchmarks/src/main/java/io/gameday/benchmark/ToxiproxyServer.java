package io.gameday.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where the real Toxiproxy is.
final class ToxiproxyServer {

    static final String MISSING = "Toxiproxy is not there; left out. Get it with: go install "
            + "github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0, and name the program as argument";

    private ToxiproxyServer() {
    }

    /// @param argument a program, or `-` for `toxiproxy-server` on the PATH
    static Optional<Path> find(String argument) {
        return argument.equals("-")
                ? Relay.installed("toxiproxy-server")
                : Optional.of(Path.of(argument)).filter(Files::isExecutable);
    }
}
