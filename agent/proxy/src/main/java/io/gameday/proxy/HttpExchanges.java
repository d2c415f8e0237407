package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// The requests of one connection whose answers have not all gone back yet, in their order: answers leave in the order
/// of the requests, those that we give ourselves included.
final class HttpExchanges {

    /// Requests sent ahead on one connection; beyond this they are told apart no more.
    private static final int MOST = 1000;

    /// An answer that is due.
    sealed interface Due {
    }

    /// @param toHead whether the answer has no body whatever it says
    record FromUpstream(boolean toHead) implements Due {
    }

    /// @param last whether the connection is closed behind it
    record Ours(int status, String fault, boolean last) implements Due {

        ByteBuf bytes() {
            String text = "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n"
                    + (status == 204 || status == 304 ? "" : "content-length: 0\r\n") + "x-gameday-fault: " + fault
                    + "\r\n" + (last ? "connection: close\r\n" : "") + "\r\n";
            return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
        }
    }

    /// No answer: the connection is closed.
    record Closing() implements Due {
    }

    private final Deque<Due> due = new ArrayDeque<>();
    private boolean lost;

    static HttpRequests watch(Proxy proxy, Connection connection, Flow upstream, Flow downstream, Dice dice) {
        HttpExchanges exchanges = new HttpExchanges();
        HttpAnswers answers = new HttpAnswers(exchanges, connection, downstream);
        downstream.first(answers);
        HttpRequests requests = new HttpRequests(proxy, exchanges, answers, upstream, dice);
        upstream.last(requests);
        return requests;
    }

    void add(Due answer) {
        if (due.size() < MOST) {
            due.addLast(answer);
        } else {
            lost = true;
        }
    }

    Deque<Due> due() {
        return due;
    }

    /// One side is no HTTP that we understand: from here on it is a plain relay.
    void lose() {
        lost = true;
    }

    boolean lost() {
        return lost;
    }
}
