package io.gameday.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;

/// Customers on a fixed number of kept connections, each of whom asks again as soon as they are answered.
///
/// @param seconds for which they asked
/// @param nanos   of each request, sorted
record ClosedLoop(double seconds, long[] nanos) {

    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";

    /// @throws IOException when anything but 201 is answered
    static ClosedLoop run(int port, int connections, int seconds) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long end = begun + seconds * 1_000_000_000L;
        List<FutureTask<long[]>> customers = new ArrayList<>();
        for (int n = 0; n < connections; n++) {
            FutureTask<long[]> customer = new FutureTask<>(() -> ask(port, end));
            customers.add(customer);
            Thread.ofPlatform().daemon().name("customer-" + n).start(customer);
        }
        LongStream all = LongStream.empty();
        for (FutureTask<long[]> customer : customers) {
            try {
                all = LongStream.concat(all, Arrays.stream(customer.get()));
            } catch (ExecutionException failed) {
                throw new IOException("a customer at port " + port + " failed: " + failed.getCause(), failed);
            }
        }
        return new ClosedLoop((System.nanoTime() - begun) / 1e9, all.sorted().toArray());
    }

    int requests() {
        return nanos.length;
    }

    double perSecond() {
        return nanos.length / seconds;
    }

    /// @param share 0 to 1
    double millis(double share) {
        return nanos[Math.min(nanos.length - 1, (int) (share * nanos.length))] / 1e6;
    }

    private static long[] ask(int port, long end) throws IOException {
        String body = "{\"id\":\"benchmark-c-01-000001\",\"customer\":\"c-01\",\"item\":\"book\",\"quantity\":1}";
        byte[] request = ("POST /orders HTTP/1.1\r\nhost: 127.0.0.1:" + port + "\r\ncontent-type: application/json\r\n"
                + "x-gameday-customer: c-01\r\ncontent-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[16 * 1024];
        long[] took = new long[1 << 16];
        int count = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            for (long now = System.nanoTime(); now < end; count++) {
                socket.getOutputStream().write(request);
                readAnswer(in, buffer);
                long answered = System.nanoTime();
                if (count == took.length) {
                    took = Arrays.copyOf(took, 2 * count);
                }
                took[count] = answered - now;
                now = answered;
            }
        }
        return Arrays.copyOf(took, count);
    }

    private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
        int read = 0;
        int whole = Integer.MAX_VALUE;
        while (read < whole) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more <= 0) {
                throw new EOFException("the connection was closed after " + read + " bytes of an answer");
            }
            read += more;
            int headers = whole == Integer.MAX_VALUE ? end(buffer, read) : 0;
            if (headers > 0) {
                String head = new String(buffer, 0, headers, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
                if (!head.startsWith("http/1.1 201")) {
                    throw new IOException("answered " + head.lines().findFirst().orElse(""));
                }
                int length = head.indexOf(LENGTH) + LENGTH.length();
                whole = headers + Integer.parseInt(head.substring(length, head.indexOf('\r', length)).strip());
            }
        }
    }

    /// Where the body begins; 0 when the headers are not whole yet.
    private static int end(byte[] buffer, int read) {
        for (int i = END_OF_HEADERS.length; i <= read; i++) {
            if (Arrays.equals(buffer, i - END_OF_HEADERS.length, i, END_OF_HEADERS, 0, END_OF_HEADERS.length)) {
                return i;
            }
        }
        return 0;
    }
}
