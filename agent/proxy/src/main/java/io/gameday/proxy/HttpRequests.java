package io.gameday.proxy;

import io.gameday.proxy.HttpExchanges.Closing;
import io.gameday.proxy.HttpExchanges.FromUpstream;
import io.gameday.proxy.HttpExchanges.Ours;
import io.gameday.proxy.RequestFault.Drop;
import io.gameday.proxy.RequestFault.Status;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Tells the requests of a client apart, on connections old and new, and does to each what the proxy's request faults
/// say. What is not understood passes, from then on as in a plain relay.
final class HttpRequests extends Hop {

    private final Proxy proxy;
    private final HttpExchanges exchanges;
    private final HttpAnswers answers;
    private final Flow flow;
    private final Dice dice;
    private final HttpHeadEnd headEnd = new HttpHeadEnd(false);
    /// The beginning of a head.
    private ByteBuf partial = Unpooled.EMPTY_BUFFER;
    /// So much of it was looked at.
    private int scanned;
    /// What waits behind a delayed request, that one first.
    private final HeldData waiting;
    private @Nullable Future<?> delay;
    /// What was rolled for the request at hand.
    private @Nullable Verdict verdict;
    private @Nullable HttpBody body;
    private boolean keepsAlive;
    private long requests;
    private boolean plain;
    private boolean over;

    HttpRequests(Proxy proxy, HttpExchanges exchanges, HttpAnswers answers, Flow flow, Dice dice) {
        super(flow.outlet());
        this.proxy = proxy;
        this.exchanges = exchanges;
        this.answers = answers;
        this.flow = flow;
        this.dice = dice;
        waiting = new HeldData(flow.memory());
    }

    @Override
    void chunk(ByteBuf data, long arrived) {
        if (over) {
            data.release();
        } else if (plain) {
            next().chunk(data, arrived);
        } else if (delay != null) {
            waiting.add(data, arrived, 0);
        } else {
            follow(joined(data), arrived);
        }
    }

    private ByteBuf joined(ByteBuf data) {
        if (!partial.isReadable()) {
            return data;
        }
        ByteBuf all = partial.writeBytes(data);
        data.release();
        partial = Unpooled.EMPTY_BUFFER;
        return all;
    }

    /// Passes, swallows or keeps the bytes of `data`: those before its reader index are dealt with.
    private void follow(ByteBuf data, long arrived) {
        int at = data.readerIndex();
        int to = data.writerIndex();
        while (at < to && !over) {
            if (body == null) {
                int end = exchanges.lost() ? -1 : headEnd.find(data, at + scanned, to);
                scanned = 0;
                if (end < 0 && !headEnd.broken() && !exchanges.lost()) {
                    pass(data, at, arrived);
                    keep(data);
                    return;
                }
                HttpHead head = end < 0 ? null : HttpHead.parse(ByteBufUtil.getBytes(data, at, end - at));
                HttpBody found = head == null || !head.isRequest() ? null : HttpBody.ofRequest(head);
                if (head == null || found == null) {
                    becomePlain(data, arrived);
                    return;
                }
                if (begin(data, at, arrived, head)) {
                    return;
                }
                body = found;
                if (over) {
                    break;
                }
                at = end;
            }
            at = body.skip(data, at, to);
            if (swallows()) {
                data.readerIndex(at);
            }
            if (body.broken()) {
                broken(data, arrived);
                return;
            }
            if (body.done()) {
                finished();
            }
        }
        rest(data, arrived);
    }

    /// The beginning of a head waits for the rest, in a buffer that is ours to append to.
    private void keep(ByteBuf data) {
        scanned = data.readableBytes();
        partial = data.alloc().buffer(2 * scanned).writeBytes(data);
        data.release();
    }

    private void rest(ByteBuf data, long arrived) {
        if (over || !data.isReadable()) {
            data.release();
        } else {
            next().chunk(data, arrived);
        }
    }

    private void pass(ByteBuf data, int until, long arrived) {
        if (until > data.readerIndex()) {
            next().chunk(data.readRetainedSlice(until - data.readerIndex()), arrived);
        }
    }

    /// A request begins at `at`.
    ///
    /// @return whether it has to wait; `data` is then kept
    private boolean begin(ByteBuf data, int at, long arrived, HttpHead head) {
        Verdict rolled = verdict;
        if (rolled == null) {
            rolled = Verdict.roll(proxy.faults(), head, dice, requests++);
            verdict = rolled;
            if (rolled.delayNanos() > 0) {
                pass(data, at, arrived);
                waiting.addFirst(data, arrived);
                delay = flow.later(rolled.delayNanos(), this::resume);
                return true;
            }
        }
        keepsAlive = head.keepsAlive() && !head.wantsContinue();
        if (!swallows()) {
            exchanges.add(new FromUpstream(head.method().equals("HEAD")));
            return false;
        }
        pass(data, at, arrived);
        if (head.wantsContinue() || rolled.effect() instanceof Drop) {
            // Without a go-ahead the body may never come; for a drop nobody waits for it.
            answer();
            over = true;
        }
        return false;
    }

    private boolean swallows() {
        return verdict != null && verdict.instead() != null;
    }

    private void finished() {
        if (swallows()) {
            answer();
            over = !keepsAlive;
        }
        body = null;
        verdict = null;
    }

    private void answer() {
        Verdict rolled = verdict;
        if (rolled != null && rolled.instead() != null) {
            exchanges.add(rolled.effect() instanceof Status(int code)
                    ? new Ours(code, rolled.instead().fault().name(), !keepsAlive)
                    : new Closing());
        }
        if (exchanges.lost()) {
            // Nobody knows any more where between the server's answers ours belongs.
            flow.connection().close();
        } else {
            answers.giveOurs();
            flow.connection().settleDownstream();
        }
    }

    private void becomePlain(ByteBuf data, long arrived) {
        plain = true;
        rest(data, arrived);
    }

    /// A body that makes no sense. Swallowed in part it cannot be passed on any more.
    private void broken(ByteBuf data, long arrived) {
        if (swallows()) {
            data.release();
            over = true;
            flow.connection().close();
        } else {
            becomePlain(data, arrived);
        }
    }

    /// The faults of the proxy were changed: a request that waits for one that is gone goes on.
    void faultsChanged() {
        if (delay != null && verdict != null && !verdict.stillDelayed(proxy.faults())) {
            delay.cancel(false);
            resume();
            flow.settle();
        }
    }

    private void resume() {
        delay = null;
        if (verdict != null) {
            verdict = verdict.afterDelay(proxy.faults());
        }
        while (delay == null && !waiting.isEmpty()) {
            HeldData.Chunk chunk = waiting.remove();
            if (over) {
                chunk.data().release();
            } else if (plain) {
                next().chunk(chunk.data(), chunk.arrived());
            } else {
                follow(joined(chunk.data()), chunk.arrived());
            }
        }
        if (waiting.ended()) {
            passEnd();
        }
    }

    @Override
    void end(End end) {
        waiting.end(end);
        passEnd();
    }

    /// Passes the end on when nothing waits before it. The beginning of a head will get no rest any more.
    private void passEnd() {
        if (waiting.isEmpty() && partial.isReadable()) {
            next().chunk(partial, flow.now());
            partial = Unpooled.EMPTY_BUFFER;
        }
        waiting.passEnd(next());
    }

    @Override
    boolean full() {
        return waiting.bytes() >= Link.HELD;
    }

    @Override
    void dispose() {
        over = true;
        if (delay != null) {
            delay.cancel(false);
        }
        waiting.release();
        partial.release();
        partial = Unpooled.EMPTY_BUFFER;
    }
}
