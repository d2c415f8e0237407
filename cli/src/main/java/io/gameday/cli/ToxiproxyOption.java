package io.gameday.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Has a team's own Toxiproxy keep the links of the reference app.
final class ToxiproxyOption {

    private static final int USUAL_PORT = 8474;

    @Option(names = "--toxiproxy", paramLabel = "URL", description = "Your own Toxiproxy keeps the links between the "
            + "parts of the app, for example http://127.0.0.1:8474. It knows no leases: the agent deletes its toxics.")
    private @Nullable String url;

    /// `host:port`; null where the app keeps its links itself.
    ///
    /// @throws Refused when it is not the address of something on this machine
    @Nullable
    String address() {
        return url == null ? null : address(url);
    }

    static String address(String url) {
        URI uri = uri(url);
        String host = uri.getHost();
        boolean bare = (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
        if (!"http".equals(uri.getScheme()) || host == null || !bare || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw wrong(url);
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress()) {
                throw new Refused(ExitCodes.USAGE,
                        "--toxiproxy is " + url + ", which is not on this machine (" + address.getHostAddress()
                                + "); the app's parts listen at 127.0.*.* only, so it has to run "
                                + "here. Allowed: http://127.0.0.1:PORT");
            }
        } catch (UnknownHostException unknown) {
            throw new Refused(ExitCodes.USAGE, "--toxiproxy is " + url + "; there is no host " + host);
        }
        return host + ":" + (uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
    }

    private static URI uri(String url) {
        try {
            return new URI(url.contains("://") ? url : "http://" + url);
        } catch (URISyntaxException garbage) {
            throw wrong(url);
        }
    }

    private static Refused wrong(String url) {
        return new Refused(ExitCodes.USAGE, "--toxiproxy is '" + url
                + "'; allowed: the address of a Toxiproxy on this machine, such as http://127.0.0.1:8474");
    }
}
