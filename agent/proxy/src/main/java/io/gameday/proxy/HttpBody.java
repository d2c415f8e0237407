package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where the body of an HTTP/1 message ends.
final class HttpBody {

    private enum State {
        LENGTH, UNTIL_CLOSE, CHUNK_SIZE, CHUNK_EXTENSION, CHUNK_DATA, CHUNK_BEHIND, TRAILER, DONE, BROKEN
    }

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private State state;
    private long left;
    private int digits;
    private int lineLength;

    private HttpBody(State state, long left) {
        this.state = state;
        this.left = left;
    }

    static HttpBody none() {
        return new HttpBody(State.DONE, 0);
    }

    /// Null when it is not understood.
    static @Nullable HttpBody ofRequest(HttpHead head) {
        return of(head, none());
    }

    /// Null when it is not understood. Without a length the body lasts as long as the connection.
    static @Nullable HttpBody ofResponse(HttpHead head, boolean toHead) {
        int status = head.status();
        if (toHead || status < 200 || status == 204 || status == 304) {
            return none();
        }
        return of(head, new HttpBody(State.UNTIL_CLOSE, 0));
    }

    private static @Nullable HttpBody of(HttpHead head, HttpBody unsaid) {
        String coding = head.headers().get("transfer-encoding");
        String length = head.headers().get("content-length");
        if (coding != null) {
            return length == null && coding.equalsIgnoreCase("chunked") ? new HttpBody(State.CHUNK_SIZE, 0) : null;
        }
        if (length == null) {
            return unsaid;
        }
        if (!LENGTH.matcher(length).matches()) {
            return null;
        }
        long bytes = Long.parseLong(length);
        return bytes == 0 ? none() : new HttpBody(State.LENGTH, bytes);
    }

    boolean done() {
        return state == State.DONE;
    }

    boolean broken() {
        return state == State.BROKEN;
    }

    /// Reads on in `data` and says where it stopped: at `to`, or behind the body's last byte.
    int skip(ByteBuf data, int from, int to) {
        int at = from;
        while (at < to && state != State.DONE && state != State.BROKEN) {
            switch (state) {
                case UNTIL_CLOSE -> at = to;
                case LENGTH, CHUNK_DATA -> {
                    int step = (int) Math.min(left, to - at);
                    at += step;
                    left -= step;
                    if (left == 0) {
                        state = state == State.LENGTH ? State.DONE : State.CHUNK_BEHIND;
                    }
                }
                default -> {
                    framing(data.getByte(at));
                    at++;
                }
            }
        }
        return at;
    }

    private void framing(byte b) {
        switch (state) {
            case CHUNK_SIZE -> size(b);
            case CHUNK_EXTENSION -> {
                if (b == '\n') {
                    sizeRead();
                }
            }
            case CHUNK_BEHIND -> {
                if (b == '\n') {
                    state = State.CHUNK_SIZE;
                } else if (b != '\r') {
                    state = State.BROKEN;
                }
            }
            default -> trailer(b);
        }
    }

    private void size(byte b) {
        int digit = Character.digit(b, 16);
        if (digit >= 0 && digits < 15) {
            left = left * 16 + digit;
            digits++;
        } else if (digits == 0 || digit >= 0) {
            state = State.BROKEN;
        } else if (b == '\n') {
            sizeRead();
        } else if (b == '\r' || b == ';' || b == ' ' || b == '\t') {
            state = State.CHUNK_EXTENSION;
        } else {
            state = State.BROKEN;
        }
    }

    private void sizeRead() {
        state = left == 0 ? State.TRAILER : State.CHUNK_DATA;
        digits = 0;
        lineLength = 0;
    }

    /// Lines up to an empty one.
    private void trailer(byte b) {
        if (b != '\n') {
            lineLength += b == '\r' ? 0 : 1;
        } else if (lineLength == 0) {
            state = State.DONE;
        } else {
            lineLength = 0;
        }
    }
}
