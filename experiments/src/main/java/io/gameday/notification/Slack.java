package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.journal.JournalFormat;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/// To a Slack channel by an incoming webhook (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks),
/// or to what speaks the same. `text` is what notifications show, the blocks are what stands in the channel. The address
/// is a secret.
public final class Slack implements Pager {

    /// Slack's limit for the text of a block, in characters.
    private static final int LONGEST_TEXT = 3_000;

    private final Deliveries deliveries;

    /// @param address http or https
    /// @param clock   the engine's
    /// @param loop    the engine's
    /// @throws IllegalArgumentException when it is no web address
    public Slack(String address, Clock clock, Executor loop) {
        this(address, clock, loop, Post.LIMIT, BackOff.DEFAULT);
    }

    Slack(String address, Clock clock, Executor loop, Duration limit, BackOff backOff) {
        deliveries = new Deliveries(
                new Post("Slack", address, List.of(), status -> status / 100 == 2, clock, loop, limit), backOff, clock);
    }

    @Override
    public void send(Message message, Reply<String> sent) {
        String text = escaped(message.text(), LONGEST_TEXT);
        String from = escaped("Game day " + message.incident().run() + ", incident " + message.incident().number(),
                LONGEST_TEXT);
        deliveries
                .deliver(
                        JournalFormat.mapper()
                                .writeValueAsString(Map.of("text", text, "blocks",
                                        List.of(Map.of("type", "section", "text", words(text)),
                                                Map.of("type", "context", "elements", List.of(words(from)))))),
                        "slack", sent);
    }

    /// `verbatim`: nothing in it becomes a link or a mention.
    private static Map<String, Object> words(String escaped) {
        return Map.of("type", "mrkdwn", "text", escaped, "verbatim", true);
    }

    /// The three characters that steer Slack, as entities; cut to `most` without cutting one of those.
    static String escaped(String text, int most) {
        StringBuilder escaped = new StringBuilder();
        for (int character : text.codePoints().toArray()) {
            String next = switch (character) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                default -> Character.toString(character);
            };
            if (escaped.length() + next.length() > most - 1) {
                return escaped.append('…').toString();
            }
            escaped.append(next);
        }
        return escaped.toString();
    }
}
