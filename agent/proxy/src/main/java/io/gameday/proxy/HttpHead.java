package io.gameday.proxy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first lines of an HTTP/1 message. Only what can be understood in one way is understood at all.
///
/// @param first   method, path or version, and so on: the words of the first line
/// @param headers names in lower case; values given more than once are joined by a comma
record HttpHead(String[] first, Map<String, String> headers) {

    private static final int HEADERS = 200;
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

    /// Null when it is not understood.
    ///
    /// @param bytes lines that end with CR LF, the last one empty
    static @Nullable HttpHead parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n");
        String[] first = text.substring(0, Math.max(0, end)).split(" ", 3);
        if (first.length < 2) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (int from = end + 2; from < text.length() - 2; from = end + 2) {
            end = text.indexOf("\r\n", from);
            int colon = text.indexOf(':', from);
            if (colon <= from || colon > end || text.charAt(from) <= ' ' || text.charAt(colon - 1) <= ' '
                    || headers.size() == HEADERS) {
                return null;
            }
            headers.merge(text.substring(from, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1, end).strip(),
                    (one, other) -> one + ", " + other);
        }
        return new HttpHead(first, headers);
    }

    boolean isRequest() {
        return first.length == 3 && isVersion(first[2]) && !first[0].equals("CONNECT");
    }

    /// 0 when this is no response.
    int status() {
        return isVersion(first[0]) && STATUS.matcher(first[1]).matches() ? Integer.parseInt(first[1]) : 0;
    }

    private static boolean isVersion(String word) {
        return word.equals("HTTP/1.1") || word.equals("HTTP/1.0");
    }

    String method() {
        return first[0];
    }

    /// Without the query.
    String path() {
        int query = first[1].indexOf('?');
        return query < 0 ? first[1] : first[1].substring(0, query);
    }

    boolean wantsContinue() {
        return headers.containsKey("expect");
    }

    /// Whether the sender of this request takes another answer on this connection.
    boolean keepsAlive() {
        String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return first[2].equals("HTTP/1.1") ? !connection.contains("close") : connection.contains("keep-alive");
    }
}
