package io.gameday.proxy;

import io.gameday.proxy.HttpExchanges.Closing;
import io.gameday.proxy.HttpExchanges.Due;
import io.gameday.proxy.HttpExchanges.FromUpstream;
import io.gameday.proxy.HttpExchanges.Ours;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Follows the answers of the server, to put ours between them where they belong. All bytes pass as they come.
final class HttpAnswers extends Hop {

    private final HttpExchanges exchanges;
    private final Connection connection;
    private final Flow flow;
    private final HttpHeadEnd headEnd = new HttpHeadEnd(true);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private @Nullable HttpBody body;
    private boolean plain;
    private boolean over;

    HttpAnswers(HttpExchanges exchanges, Connection connection, Flow flow) {
        super(flow.outlet());
        this.exchanges = exchanges;
        this.connection = connection;
        this.flow = flow;
    }

    @Override
    void chunk(ByteBuf data, long arrived) {
        if (over) {
            data.release();
        } else if (plain) {
            next().chunk(data, arrived);
        } else {
            follow(data, arrived);
        }
    }

    private void follow(ByteBuf data, long arrived) {
        int at = data.readerIndex();
        int to = data.writerIndex();
        while (at < to && !plain && !over) {
            at = step(data, at, to);
            Due due = exchanges.due().peek();
            if (due != null && !(due instanceof FromUpstream)) {
                if (at > data.readerIndex()) {
                    next().chunk(data.readRetainedSlice(at - data.readerIndex()), arrived);
                }
                giveOurs();
            }
        }
        if (over || !data.isReadable()) {
            data.release();
        } else {
            next().chunk(data, arrived);
        }
    }

    /// Reads up to the end of a message at most.
    private int step(ByteBuf data, int from, int to) {
        int at = from;
        if (body == null) {
            if (head.size() == 0 && !(exchanges.due().peek() instanceof FromUpstream)) {
                // The server speaks unasked: what follows cannot be told apart.
                lose();
                return to;
            }
            int end = headEnd.find(data, from, to);
            if (headEnd.broken()) {
                lose();
                return to;
            }
            head.writeBytes(ByteBufUtil.getBytes(data, from, (end < 0 ? to : end) - from));
            if (end < 0) {
                return to;
            }
            body = bodyOf(HttpHead.parse(head.toByteArray()));
            head.reset();
            at = end;
        }
        if (body == null) {
            return at;
        }
        at = body.skip(data, at, to);
        if (body.broken()) {
            lose();
        } else if (body.done()) {
            body = null;
            exchanges.due().poll();
        }
        return at;
    }

    /// Null when it is understood no more, or when the head was one of those that come before the real one.
    private @Nullable HttpBody bodyOf(@Nullable HttpHead answer) {
        Due due = exchanges.due().peek();
        if (answer == null || answer.status() == 0 || answer.status() == 101
                || !(due instanceof FromUpstream(boolean toHead))) {
            lose();
            return null;
        }
        if (answer.status() < 200) {
            return null;
        }
        HttpBody found = HttpBody.ofResponse(answer, toHead);
        if (found == null) {
            lose();
        }
        return found;
    }

    private void lose() {
        plain = true;
        exchanges.lose();
        if (exchanges.due().stream().anyMatch(due -> !(due instanceof FromUpstream))) {
            // An answer of ours has no place any more, and its client would wait for ever.
            connection.closeSoon();
        }
        exchanges.due().clear();
    }

    /// Gives the answers of ours that are next, if any.
    void giveOurs() {
        while (!over && !plain && body == null && !(exchanges.due().peek() instanceof FromUpstream)) {
            Due due = exchanges.due().poll();
            if (due == null) {
                return;
            }
            if (due instanceof Ours ours) {
                next().chunk(ours.bytes(), flow.now());
            }
            if (due instanceof Closing || due instanceof Ours(int status, String fault, boolean last) && last) {
                over = true;
                next().end(End.CLOSED);
            }
        }
    }

    @Override
    void end(End end) {
        if (!over) {
            over = true;
            next().end(end);
        }
    }
}
