package io.gameday.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on a real socket, one thread per connection.
final class Upstream implements AutoCloseable {

    interface Serving {
        void serve(Socket socket) throws IOException;
    }

    private final ServerSocket listening;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    private Upstream(ServerSocket listening) {
        this.listening = listening;
    }

    static Upstream start(Serving serving) throws IOException {
        Upstream upstream = new Upstream(new ServerSocket(0, 2000, InetAddress.getByName("127.0.0.1")));
        Thread.ofPlatform().daemon().start(() -> upstream.accept(serving));
        return upstream;
    }

    /// Sends back what it reads, and ends when the client ends.
    static Upstream echo() throws IOException {
        return start(socket -> {
            socket.getInputStream().transferTo(socket.getOutputStream());
            socket.shutdownOutput();
        });
    }

    private void accept(Serving serving) {
        try {
            while (true) {
                Socket socket = listening.accept();
                accepted.add(socket);
                Thread.ofVirtual().start(() -> serve(serving, socket));
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(Serving serving, Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            serving.serve(socket);
        } catch (IOException broken) {
            // Faults break connections; the test looks at the client's side.
            return;
        }
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    int connections() {
        return accepted.size();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : accepted) {
            socket.close();
        }
    }
}
