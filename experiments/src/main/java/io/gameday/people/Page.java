package io.gameday.people;

import io.gameday.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The page of those who were invited: one file that loads nothing, and a policy under which nothing else can run in it.
record Page(HttpAnswer answer) {

    static final String PATH = "/";

    private static final String FILE = "page.html";
    /// Where the words stand in it.
    private static final String WORDS = "/* words */ {}";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Page read() {
        try (InputStream in = Page.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from this build");
            }
            String html = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(WORDS, words());
            String policy = "default-src 'none'; script-src '" + hash(inside(html, "script")) + "'; style-src '"
                    + hash(inside(html, "style")) + "'; connect-src 'self'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
            return new Page(new HttpAnswer(200,
                    Map.of("content-type", "text/html; charset=utf-8", "content-security-policy", policy,
                            "x-content-type-options", "nosniff", "referrer-policy", "no-referrer", "cache-control",
                            "no-store", "x-frame-options", "DENY"),
                    html.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /// No word can end the script that they stand in.
    private static String words() {
        return JSON.writeValueAsString(Map.of("en", Wording.ENGLISH, "ja", Wording.read("ja"))).replace("<", "\\u003c");
    }

    private static String inside(String html, String element) {
        int from = html.indexOf("<" + element + ">") + element.length() + 2;
        return html.substring(from, html.indexOf("</" + element + ">"));
    }

    private static String hash(String text) {
        try {
            return "sha256-" + Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
