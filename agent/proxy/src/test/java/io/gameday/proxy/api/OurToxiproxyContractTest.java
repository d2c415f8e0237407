package io.gameday.proxy.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Our server keeps the promises.
class OurToxiproxyContractTest extends ToxiproxyContract {

    private @Nullable TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(server).close();
    }

    @Override
    InetSocketAddress server() {
        return Objects.requireNonNull(server).address();
    }

    @Override
    Row.Expected expected(Row.Step step) {
        return step.ours();
    }
}
