package io.gameday.target;

import java.net.URI;
import java.net.URISyntaxException;

/// Where something of a team's own answers HTTP, such as `http://10.0.1.10:8080/shop`. No secret can be in it.
///
/// @param host a name or a numeric address
/// @param port 1 to 65,535
/// @param path empty, or begins with `/` and does not end with one
public record WebAddress(String host, int port, String path) {

    /// What is allowed, in words.
    public static final String ALLOWED = "an address such as http://10.0.1.10:8080";

    private static final int USUAL_PORT = 80;
    private static final int PORT_MAX = 65_535;

    /// @throws IllegalArgumentException saying what is wrong and what is allowed
    public static WebAddress of(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("'" + text + "'; allowed: " + ALLOWED, unreadable);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("an address with a user or password, which would stand in the journal "
                    + "and in reports; allowed: " + ALLOWED);
        }
        if ("https".equals(uri.getScheme())) {
            throw new IllegalArgumentException("'" + text + "'; https is not supported yet, allowed: " + ALLOWED
                    + ", such as the address behind your TLS");
        }
        boolean port = uri.getPort() == -1 || uri.getPort() > 0 && uri.getPort() <= PORT_MAX;
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || !port || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("'" + text + "'; allowed: " + ALLOWED);
        }
        return new WebAddress(uri.getHost(), uri.getPort() == -1 ? USUAL_PORT : uri.getPort(),
                uri.getRawPath().replaceFirst("/+$", ""));
    }

    /// Both as a connection needs them, `host:port`.
    public String hostPort() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return "http://" + hostPort() + path;
    }
}
