package io.gameday.proxy;

import io.gameday.proxy.ToxicChains.Entry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One direction of a connection. Only touched on its event loop.
///
///     sender ─► [watch of answers] ─► [toxic 1] ─► [toxic 2] ─► [watch of requests] ─► outlet ─► receiver
///
/// Each watch is only in one of the two directions of a proxy that tells requests apart.
final class Flow {

    private final Connection connection;
    private final Stream stream;
    private final SocketChannel source;
    private final SocketChannel sink;
    private final Dice dice;
    private final Outlet outlet;
    private final List<Slot> slots = new ArrayList<>();
    private @Nullable Hop first;
    private @Nullable Hop last;
    private Stage head;
    private ToxicChains known = ToxicChains.EMPTY;
    private boolean links;
    private boolean ended;
    private boolean disposed;
    private long received;

    Flow(Connection connection, Stream stream, SocketChannel source, SocketChannel sink, Dice dice) {
        this.connection = connection;
        this.stream = stream;
        this.source = source;
        this.sink = sink;
        this.dice = dice;
        outlet = new Outlet(connection, sink);
        head = outlet;
    }

    Outlet outlet() {
        return outlet;
    }

    Connection connection() {
        return connection;
    }

    EventLoop loop() {
        return connection.loop();
    }

    HeldMemory memory() {
        return connection.memory();
    }

    long now() {
        return connection.loop().ticker().nanoTime();
    }

    /// Runs `task` after so many nanoseconds, and then sends what has come of it and reads on.
    Future<?> later(long nanos, Runnable task) {
        return loop().schedule(() -> {
            try {
                task.run();
                settle();
            } catch (RuntimeException mistake) {
                // A scheduled task that fails would fail in silence.
                source.pipeline().fireExceptionCaught(mistake);
            }
        }, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /// Puts a stage before all toxics.
    void first(Hop hop) {
        first = hop;
        wire();
    }

    /// Puts a stage behind all toxics.
    void last(Hop hop) {
        last = hop;
        wire();
    }

    void read(ByteBuf data) {
        received += data.readableBytes();
        // What arrives after a change was made must not slip through before the event loop hears of it.
        sync(connection.chains());
        head.chunk(data, links ? now() : 0);
        pace();
    }

    /// Sends what has come out.
    void flush() {
        outlet.flush();
    }

    /// Sends what has come out and reads on.
    void settle() {
        outlet.flush();
        pace();
    }

    /// The sender sends no more.
    void end(End end) {
        if (!ended) {
            sync(connection.chains());
            ended = true;
            head.end(end);
            outlet.flush();
        }
    }

    /// The sender is gone altogether.
    void gone(End end) {
        outlet.atLeast(end);
        end(end);
    }

    /// Reads only as fast as the receiver does and as the toxics can hold.
    void pace() {
        // What comes for a receiver that is gone is read too, and dropped: a server stuck in writing to nobody would
        // never read the end of what its client sent.
        boolean read = !ended && source.isActive() && (disposed || sink.isWritable() && !full());
        if (source.config().isAutoRead() != read) {
            source.config().setAutoRead(read);
        }
    }

    private boolean full() {
        if (last != null && last.full()) {
            return true;
        }
        if (links) {
            for (Slot slot : slots) {
                if (slot.link != null && slot.link.full()) {
                    return true;
                }
            }
        }
        return false;
    }

    Traffic traffic(String listen, String upstream) {
        return new Traffic(stream, listen, upstream, received, outlet.sent());
    }

    boolean finished() {
        return outlet.finished();
    }

    /// Makes the chain what the proxy's toxics are now. What a toxic that goes away holds goes on to the next.
    void sync(ToxicChains chains) {
        if (chains == known || disposed) {
            return;
        }
        known = chains;
        List<Entry> wanted = chains.of(stream);
        boolean letGo = false;
        // From the last to the first: what one lets go must not get stuck in the next one that goes as well.
        for (int i = slots.size() - 1; i >= 0; i--) {
            Slot slot = slots.get(i);
            Optional<Entry> entry = wanted.stream().filter(e -> e.serial() == slot.entry.serial()).findFirst();
            if (entry.isEmpty()) {
                letGo |= takeOut(slot);
                slots.remove(slot);
            } else if (!entry.get().equals(slot.entry)) {
                letGo |= change(slot, entry.get());
            }
        }
        for (Entry entry : wanted) {
            if (slots.stream().noneMatch(slot -> slot.entry.serial() == entry.serial())) {
                Slot slot = new Slot(entry, dice.with(entry.serial()));
                slots.add(slot);
                putIn(slot);
            }
        }
        settle();
        if (letGo) {
            outlet.leaveWithin(Connection.MILLIS_TO_DRAIN);
        }
    }

    private boolean change(Slot slot, Entry entry) {
        slot.entry = entry;
        if (!slot.bites()) {
            return takeOut(slot);
        }
        if (slot.link == null) {
            putIn(slot);
        } else {
            slot.link.change(entry.toxic().toxic());
        }
        return false;
    }

    private void putIn(Slot slot) {
        if (slot.bites()) {
            slot.link = Link.of(slot.entry.toxic().toxic(), this, outlet, slot.random);
            wire();
            if (slot.link != null) {
                slot.link.start();
            }
        }
    }

    /// @return whether it held data
    private boolean takeOut(Slot slot) {
        Link link = slot.link;
        if (link == null) {
            return false;
        }
        boolean held = link.held();
        link.stop();
        slot.link = null;
        wire();
        return held;
    }

    private void wire() {
        Stage next = outlet;
        links = false;
        boolean sliced = false;
        if (last != null) {
            last.next(next);
            next = last;
        }
        for (Slot slot : slots.reversed()) {
            if (slot.link != null) {
                links = true;
                sliced |= slot.link instanceof SlicerLink;
                slot.link.next(next);
                next = slot.link;
            }
        }
        if (first != null) {
            first.next(next);
            next = first;
        }
        head = next;
        outlet.flushEach(sliced);
    }

    /// The receiver is gone: nothing that is held will be of use.
    void dispose() {
        if (!disposed) {
            disposed = true;
            pace();
            for (Slot slot : slots) {
                if (slot.link != null) {
                    slot.link.dispose();
                }
            }
            if (last != null) {
                last.dispose();
            }
            if (first != null) {
                first.dispose();
            }
        }
    }

    /// A toxic of the proxy and what it is to this direction of this connection.
    private static final class Slot {

        private final RandomGenerator random;
        private final float die;
        private Entry entry;
        /// Null while the die spares this connection.
        private @Nullable Link link;

        Slot(Entry entry, Dice dice) {
            this.entry = entry;
            random = dice.random();
            die = random.nextFloat();
        }

        boolean bites() {
            return die < entry.toxic().toxicity();
        }
    }
}
