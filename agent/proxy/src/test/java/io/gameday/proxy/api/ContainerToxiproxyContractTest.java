package io.gameday.proxy.api;

import io.gameday.journal.JournalFormat;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/// A real server in a container, from the image that `reference-app/images/build.sh` makes.
class ContainerToxiproxyContractTest extends RealToxiproxyContract {

    private static final String IMAGE = "local/toxiproxy:2.12.0";
    private static final int API = 8474;

    private static @Nullable GenericContainer<?> container;
    private static InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);

    @BeforeAll
    @SuppressWarnings("resource") // Closed by stop().
    static void start() {
        imageOrSkip();
        GenericContainer<?> started = new GenericContainer<>(
                DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("ghcr.io/shopify/toxiproxy"))
                .withImagePullPolicy(image -> false).withExposedPorts(API);
        container = started;
        started.start();
        address = new InetSocketAddress(started.getHost(), started.getMappedPort(API));
    }

    private static void imageOrSkip() {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(IMAGE).exec();
        } catch (RuntimeException missing) {
            abort("no container engine, or no image " + IMAGE + " in it (reference-app/images/build.sh makes it): "
                    + missing.getMessage());
        }
    }

    /// Each row begins on an empty server.
    @BeforeEach
    void empty() throws IOException {
        RawHttp http = new RawHttp(address);
        String proxies = http.send("GET", "/proxies", Map.of(), "").body();
        for (String name : JournalFormat.mapper().readTree(proxies).propertyNames()) {
            String path = "/proxies/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(http.send("DELETE", path, Map.of(), "").status()).as(path).isEqualTo(204);
        }
    }

    @AfterAll
    static void stop() {
        if (container != null) {
            container.stop();
        }
    }

    @Override
    InetSocketAddress server() {
        return address;
    }
}
