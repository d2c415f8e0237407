package io.gameday.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Takes what would be written and keeps nothing of it but whether it is what stands there already.
final class Comparison extends OutputStream {

    private final InputStream there;
    private boolean same = true;

    /// @param there closed with this
    Comparison(InputStream there) {
        this.there = there;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        // After the first difference nothing can mend it.
        if (same) {
            byte[] beside = there.readNBytes(length);
            same = Arrays.equals(bytes, from, from + length, beside, 0, beside.length);
        }
    }

    /// Whether all that was written is all that stands there.
    boolean same() throws IOException {
        return same && there.read() < 0;
    }

    @Override
    public void close() throws IOException {
        there.close();
    }
}
