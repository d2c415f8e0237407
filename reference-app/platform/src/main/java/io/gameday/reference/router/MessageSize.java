package io.gameday.reference.router;

import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import java.util.Map;

/// Bytes of a message as HTTP/1.1 writes it, without those of TCP and below.
final class MessageSize {

    /// Of the first line besides what is told apart: spaces, `HTTP/1.1`, the line's end; and the empty line after headers.
    private static final int FRAME = 14;
    /// Colon, space and the line's end.
    private static final int OF_HEADER = 4;
    /// A status and the word for it, which we do not keep.
    private static final int STATUS = 9;

    private MessageSize() {
    }

    static long of(HttpRequest request) {
        return FRAME + request.method().length() + request.path().length() + headers(request.headers())
                + request.body().length;
    }

    static long of(HttpAnswer answer) {
        return FRAME + STATUS + headers(answer.headers()) + answer.body().length;
    }

    private static long headers(Map<String, String> headers) {
        long bytes = 0;
        for (var header : headers.entrySet()) {
            bytes += OF_HEADER + header.getKey().length() + header.getValue().length();
        }
        return bytes;
    }
}
