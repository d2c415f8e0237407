package io.gameday.aws.fis.endpoint;

import io.gameday.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One page of a list. The token names the last item of the page before, so that what is made or deleted between two pages
/// neither repeats an item nor leaves one out.
///
/// @param after key of the last item already told; null on the first page
record Page(int most, @Nullable String after) {

    private static final int LARGEST = 100;

    static Page of(HttpRequest request) {
        String most = request.query().getOrDefault("maxResults", String.valueOf(LARGEST));
        if (!most.matches("[1-9][0-9]?|100")) {
            throw FisError.validation("maxResults is " + most + "; it is 1 to " + LARGEST);
        }
        String token = request.query().get("nextToken");
        try {
            return new Page(Integer.parseInt(most),
                    token == null ? null : new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException ours) {
            throw FisError.validation("nextToken is " + token + "; give one that a list has returned");
        }
    }

    /// @param items all of them, in an order that stays
    /// @param key   of an item, for ever
    <T> ObjectNode json(String name, List<T> items, Function<T, String> key, Function<T, ? extends JsonNode> shown) {
        int from = 0;
        if (after != null) {
            while (from < items.size() && !key.apply(items.get(from)).equals(after)) {
                from++;
            }
            if (from == items.size()) {
                throw FisError.validation("nextToken is of an item that is gone; list from the beginning");
            }
            from++;
        }
        List<T> told = items.subList(from, Math.min(items.size(), from + most));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var array = page.putArray(name);
        told.forEach(item -> array.add(shown.apply(item)));
        if (from + told.size() < items.size()) {
            page.put("nextToken", Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(key.apply(told.getLast()).getBytes(StandardCharsets.UTF_8)));
        }
        return page;
    }
}
