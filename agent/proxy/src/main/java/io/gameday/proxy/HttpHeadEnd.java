package io.gameday.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/// Finds where the head of an HTTP/1 message ends: behind the first empty line. Reads on where it stopped.
final class HttpHeadEnd implements ByteProcessor {

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

    private void reset() {
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
        // Far cheaper than asking for each byte.
        int at = data.forEachByte(from, to - from, this);
        if (at < 0 || broken) {
            return -1;
        }
        reset();
        return at + 1;
    }

    /// @return whether to read on
    @Override
    public boolean process(byte b) {
        if (!plausible(b)) {
            broken = true;
            return false;
        }
        length++;
        boolean empty = b == '\n' && lineLength == 1;
        lineLength = b == '\n' ? 0 : lineLength + 1;
        before = b;
        return !empty;
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
