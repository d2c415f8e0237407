package io.gameday.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A listening socket with a thread of its own that accepts. A socket in a selector is only let go by the selector's
/// next turn; this one is closed when [#close] returns, so the address can be bound again and clients are refused,
/// whoever calls, the network thread included.
final class Listener implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final ServerSocketChannel socket;
    private final InetSocketAddress address;
    private @Nullable Thread thread;

    private Listener(ServerSocketChannel socket, InetSocketAddress address) {
        this.socket = socket;
        this.address = address;
    }

    /// @throws IOException when the address cannot be bound, in the words of Toxiproxy, whose clients show them
    static Listener open(String listen) throws IOException {
        HostPort wanted;
        InetSocketAddress where;
        try {
            wanted = HostPort.parse(listen.isEmpty() ? ":0" : listen);
            where = wanted.resolve();
        } catch (IOException malformed) {
            throw new IOException("listen tcp: " + malformed.getMessage(), malformed);
        }
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(where, BACKLOG);
            return new Listener(socket, (InetSocketAddress) socket.getLocalAddress());
        } catch (BindException refused) {
            socket.close();
            throw new IOException("listen tcp " + (wanted.host().isEmpty() ? ":" + wanted.port() : HostPort.text(where))
                    + ": bind: " + String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT), refused);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    /// Accepts until closed.
    void start(String name, Consumer<SocketChannel> accepted) {
        thread = Thread.ofPlatform().daemon().name("proxy " + name).start(() -> {
            while (socket.isOpen()) {
                accept(accepted);
            }
        });
    }

    private void accept(Consumer<SocketChannel> accepted) {
        try {
            accepted.accept(socket.accept());
        } catch (ClosedChannelException closed) {
            // The loop sees it too and ends.
            return;
        } catch (IOException failed) {
            // Out of file descriptors: the client stays in the queue until there is one. Not to spin meanwhile.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    String address() {
        return HostPort.text(address);
    }

    /// Stops listening, now.
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close " + address(), failed);
        }
        Thread accepting = thread;
        if (accepting != null) {
            // The kernel keeps a socket open for as long as a call waits in it; that call is on its way out.
            join(accepting);
        }
    }

    private static void join(Thread accepting) {
        boolean interrupted = false;
        while (accepting.isAlive()) {
            try {
                accepting.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
