package io.gameday.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Many connections through a proxy with bytes on their way in one direction, and the one thread that looks at both
/// ends of all of them. Senders end their side after what they have to send; so each receiver that reads to the end, or
/// sees a reset, shows that its connection has let go.
final class StuckConnections implements AutoCloseable {

    private static final int BACKLOG = 4096;
    /// More than buffers of 64 KiB on the way can take, so that somebody who does not read leaves it stuck.
    private static final int MUCH = 512 * 1024;
    private static final int LITTLE = 16 * 1024;

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final List<End> senders = new ArrayList<>();
    private final List<End> receivers = new ArrayList<>();
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(64 * 1024);
    private final ByteBuffer sink = ByteBuffer.allocateDirect(64 * 1024);

    StuckConnections() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    }

    /// The upstream of the proxy.
    int port() {
        return server.socket().getLocalPort();
    }

    /// @param toClients whether servers send and clients receive
    void open(int proxy, int connections, boolean toClients, boolean much) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel client = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy));
            SocketChannel accepted = server.accept();
            senders.add(new End(toClients ? accepted : client, much ? MUCH : LITTLE));
            receivers.add(new End(toClients ? client : accepted, 0));
        }
    }

    /// Sends as much as goes, for at least so long.
    ///
    /// @return on how many connections not all of it went
    long send(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            sendOn();
            Thread.sleep(5);
        }
        return senders.stream().filter(sender -> sender.left > 0).count();
    }

    /// Sends what goes now.
    void sendOn() {
        senders.forEach(End::send);
    }

    /// Reads what receivers get.
    void receive() {
        receivers.forEach(End::look);
    }

    /// Looks for senders whose connection was closed; nobody sends them anything.
    void lookAtSenders() {
        senders.forEach(End::look);
    }

    /// Connections closed under their sender.
    long closed() {
        return senders.stream().filter(sender -> sender.over).count();
    }

    long sendersOverAt() {
        return senders.stream().filter(sender -> sender.over).mapToLong(sender -> sender.overAt).max().orElse(0);
    }

    /// Receivers that have not seen the end.
    long waiting() {
        return receivers.stream().filter(receiver -> !receiver.over).count();
    }

    long receiversOverAt() {
        return receivers.stream().filter(receiver -> receiver.over).mapToLong(receiver -> receiver.overAt).max()
                .orElse(0);
    }

    @Override
    public void close() throws IOException {
        for (List<End> ends : List.of(senders, receivers)) {
            for (End one : ends) {
                // Nothing is to linger in the kernel for the next case.
                one.socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                one.socket.close();
            }
        }
        server.close();
    }

    /// One end of a connection.
    private final class End {

        private final SocketChannel socket;
        private int left;
        private boolean over;
        private long overAt;

        End(SocketChannel socket, int left) throws IOException {
            this.socket = socket;
            this.left = left;
            socket.configureBlocking(false);
        }

        void send() {
            try {
                while (left > 0 && !over) {
                    zeros.clear().limit(Math.min(left, zeros.capacity()));
                    int written = socket.write(zeros);
                    left -= written;
                    if (left == 0) {
                        socket.shutdownOutput();
                    }
                    if (written == 0) {
                        return;
                    }
                }
            } catch (IOException reset) {
                ended();
            }
        }

        void look() {
            try {
                int read = 1;
                while (!over && read > 0) {
                    sink.clear();
                    read = socket.read(sink);
                    if (read < 0) {
                        ended();
                    }
                }
            } catch (IOException reset) {
                ended();
            }
        }

        private void ended() {
            over = true;
            overAt = System.nanoTime();
        }
    }
}
