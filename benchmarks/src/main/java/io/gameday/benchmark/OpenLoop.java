package io.gameday.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Many connections to an echo, each asking once per period whether or not the answer before has come; the asking is
/// spread evenly over the period. A message is its own time of sending.
final class OpenLoop implements AutoCloseable {

    private final Selector selector = Selector.open();
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final LongConsumer answered;
    private final ByteBuffer in = ByteBuffer.allocateDirect(8 * 128);
    private volatile long countedSince = Long.MAX_VALUE;

    /// @param answered gets the nanoseconds of each exchange
    OpenLoop(int port, int connections, LongConsumer answered) throws IOException {
        this.answered = answered;
        for (int i = 0; i < connections; i++) {
            SocketChannel socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            sockets.add(socket);
        }
    }

    /// @param perSecond over all connections
    void run(int perSecond, int warmUpSeconds, int seconds) throws IOException, InterruptedException {
        Thread reader = Thread.ofPlatform().daemon().name("answers").start(this::read);
        ByteBuffer out = ByteBuffer.allocateDirect(8);
        long begun = System.nanoTime();
        countedSince = begun + warmUpSeconds * 1_000_000_000L;
        long all = (long) perSecond * (warmUpSeconds + seconds);
        for (long i = 0; i < all; i++) {
            long due = begun + i * 1_000_000_000L / perSecond;
            long wait = due - System.nanoTime();
            while (wait > 0) {
                LockSupport.parkNanos(wait);
                wait = due - System.nanoTime();
            }
            out.clear();
            // What counts is what the proxy adds, so the time of sending is the real one, not the one planned.
            out.putLong(System.nanoTime()).flip();
            sockets.get((int) (i % sockets.size())).write(out);
        }
        Thread.sleep(1000);
        selector.close();
        reader.join();
    }

    private void read() {
        while (selector.isOpen()) {
            try {
                selector.select(this::ready);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (ClosedSelectorException over) {
                return;
            }
        }
    }

    private void ready(SelectionKey key) {
        try {
            in.clear();
            if (((SocketChannel) key.channel()).read(in) < 0) {
                throw new IOException("closed by the proxy");
            }
            long now = System.nanoTime();
            in.flip();
            while (in.remaining() >= 8) {
                long sent = in.getLong();
                if (sent >= countedSince) {
                    answered.accept(now - sent);
                }
            }
        } catch (IOException gone) {
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel socket : sockets) {
            socket.close();
        }
        selector.close();
    }
}
