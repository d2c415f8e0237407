package io.gameday.aws.fis.endpoint;

import io.gameday.http.Admission;
import io.gameday.http.HttpAnswer;
import io.gameday.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets in who signs with an access key of ours. The key's id is the token: a signed request carries it in clear, and over
/// loopback nobody reads along; the signature itself is not checked, so that clients may have any secret.
///
/// @param id that has to be used
public record AccessKey(String id) implements Admission {

    private static final Pattern LOOPBACK = Pattern.compile("(127(\\.\\d{1,3}){3}|localhost|\\[::1])(:\\d{1,5})?");
    private static final Pattern CREDENTIAL = Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/,\\s]+)/.*");

    @Override
    public Optional<HttpAnswer> refusal(HttpRequest request) {
        if (!LOOPBACK.matcher(request.headers().getOrDefault("host", "")).matches()) {
            return refused("Host is not a loopback address of this machine");
        }
        if (request.headers().containsKey("origin")) {
            return refused("requests from web pages are refused: Origin is set");
        }
        Matcher signed = CREDENTIAL.matcher(request.headers().getOrDefault("authorization", ""));
        if (!signed.matches() || !MessageDigest.isEqual(signed.group(1).getBytes(StandardCharsets.UTF_8),
                id.getBytes(StandardCharsets.UTF_8))) {
            return refused("the security token included in the request is invalid: sign with the access key that "
                    + "`gameday fis` printed the file of");
        }
        return Optional.empty();
    }

    private static Optional<HttpAnswer> refused(String why) {
        return Optional.of(new FisError(FisError.Kind.CREDENTIALS, why).answer());
    }
}
