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
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Sends back what it gets, from one thread.
final class EchoOrigin implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024);

    EchoOrigin() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon().name("echo").start(this::run);
    }

    int port() {
        return server.socket().getLocalPort();
    }

    private void run() {
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
            if (key.isAcceptable()) {
                SocketChannel accepted = server.accept();
                accepted.configureBlocking(false);
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                accepted.register(selector, SelectionKey.OP_READ);
                return;
            }
            SocketChannel socket = (SocketChannel) key.channel();
            buffer.clear();
            if (socket.read(buffer) < 0) {
                socket.close();
                return;
            }
            buffer.flip();
            // Messages are eight bytes each: they always fit.
            socket.write(buffer);
        } catch (IOException gone) {
            key.cancel();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        selector.close();
    }
}
