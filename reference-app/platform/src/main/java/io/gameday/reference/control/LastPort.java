package io.gameday.reference.control;

import io.gameday.http.Admission;
import io.gameday.http.Handler;
import io.gameday.http.HttpServer;
import io.gameday.http.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/// Listens where this control plane's predecessor did, so that the router finds it again.
///
/// @param file that holds the port
record LastPort(Path file) {

    static LastPort in(Path folder) {
        return new LastPort(folder.resolve("control-plane.port"));
    }

    /// At the last port, or at one that the machine chooses when there is no last one or somebody else has it by now.
    ///
    /// @throws IOException when no address can be bound or the port cannot be written down
    HttpServer listen(Network network, Admission admission, Handler handler) throws IOException {
        HttpServer server = bind(last(), network, admission, handler);
        Files.writeString(file, server.address().getPort() + "\n");
        return server;
    }

    private static HttpServer bind(int port, Network network, Admission admission, Handler handler) throws IOException {
        try {
            return HttpServer.start(network, new InetSocketAddress("127.0.0.1", port), admission, handler);
        } catch (IOException taken) {
            if (port == 0) {
                throw taken;
            }
            System.err.println(taken.getMessage() + "; listening elsewhere, the router has to be started again");
            return HttpServer.start(network, new InetSocketAddress("127.0.0.1", 0), admission, handler);
        }
    }

    private int last() throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = Files.readString(file).strip();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds '" + text + "'; wanted: a port. Delete the file", e);
        }
    }
}
