package io.gameday.people;

import io.gameday.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What lets somebody in: 192 bits of their own, in the part of their link that a browser does not send. Immutable.
final class Tokens {

    private static final int BYTES = 24;

    private final Map<Participant, String> tokens;

    private Tokens(Map<Participant, String> tokens) {
        this.tokens = tokens;
    }

    /// @param chance must not be guessable
    static Tokens make(List<Participant> people, RandomGenerator chance) {
        Map<Participant, String> tokens = new LinkedHashMap<>();
        for (Participant participant : people) {
            byte[] random = new byte[BYTES];
            chance.nextBytes(random);
            tokens.put(participant, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return new Tokens(tokens);
    }

    String of(Participant participant) {
        return tokens.getOrDefault(participant, "");
    }

    /// Whose token a request carries. Every token is compared, each in constant time, so that the time tells nothing.
    Optional<Participant> whose(HttpRequest request) {
        byte[] given = request.headers().getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8);
        Participant found = null;
        for (Map.Entry<Participant, String> each : tokens.entrySet()) {
            if (MessageDigest.isEqual(("Bearer " + each.getValue()).getBytes(StandardCharsets.UTF_8), given)) {
                found = each.getKey();
            }
        }
        return Optional.ofNullable(found);
    }
}
