package io.gameday.proxy;

import io.netty.buffer.ByteBuf;

/// Finds where the head of an HTTP/1 message ends: behind the first empty line. Reads on where it stopped.
final class HttpHeadEnd {

    /// Longer heads are refused by most servers and not understood here.
    private static final int LONGEST = 64 * 1024;

    private final boolean response;
    private int length;
    private int lineLength;
    private byte before;
    private boolean broken;

    HttpHeadEnd(boolean response) {
        this.response = response;
    }

    void reset() {
        length = 0;
        lineLength = 0;
        before = 0;
    }

    /// Not the head of an HTTP/1 message, as far as one can tell.
    boolean broken() {
        return broken;
    }

    /// The index behind the head, or -1 when it goes on behind `to`.
    int find(ByteBuf data, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = data.getByte(i);
            if (!plausible(b)) {
                broken = true;
                return -1;
            }
            length++;
            if (b == '\n') {
                if (lineLength == 1) {
                    reset();
                    return i + 1;
                }
                lineLength = 0;
            } else {
                lineLength++;
            }
            before = b;
        }
        return -1;
    }

    /// What speaks another protocol is to be known by its first bytes: it may wait for an answer to them.
    private boolean plausible(byte b) {
        if (length == 0) {
            return response ? b == 'H' : b >= 'A' && b <= 'Z';
        }
        if (b == '\n') {
            return before == '\r' && length > 1;
        }
        return before != '\r' && length < LONGEST && (b >= ' ' || b < 0 || b == '\t' || b == '\r');
    }
}
