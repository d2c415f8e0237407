package io.gameday.notification;

import io.gameday.engine.Pager;
import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All the ways in which the people of one run are told. Belongs to the engine's loop.
public final class Channels implements Pager {

    private static final String WEBHOOK = "GAMEDAY_WEBHOOK";
    private static final String SLACK = "GAMEDAY_SLACK_WEBHOOK";
    private static final String ROUTING_KEY = "GAMEDAY_PAGERDUTY_ROUTING_KEY";
    private static final String PAGERDUTY = "GAMEDAY_PAGERDUTY_URL";

    /// Names of what nobody else may know.
    public static final Set<String> SECRETS = Set.of(WEBHOOK, SLACK, ROUTING_KEY, PAGERDUTY);

    private final List<Pager> channels;
    private final Consumer<String> late;
    private final List<Sending> underWay = new ArrayList<>();
    private boolean ended;
    private @Nullable Runnable whenQuiet;

    /// @param late told what came of messages that were still under way when the run ended
    public Channels(List<Pager> channels, Consumer<String> late) {
        this.channels = List.copyOf(channels);
        this.late = late;
    }

    /// One message on one channel. Each is itself only.
    private static final class Sending {
        private final String text;

        Sending(String text) {
            this.text = text;
        }
    }

    /// Those that the operator's environment names.
    ///
    /// @param clock the engine's
    /// @param loop  the engine's
    /// @throws IllegalArgumentException naming the variable, without its value, when one is not allowed
    public static List<Pager> of(Map<String, String> environment, Clock clock, Executor loop) {
        List<Pager> channels = new ArrayList<>();
        made(environment, WEBHOOK, given -> new Webhook(given, clock, loop)).ifPresent(channels::add);
        made(environment, SLACK, given -> new Slack(given, clock, loop)).ifPresent(channels::add);
        Optional<String> address = made(environment, PAGERDUTY, given -> Post.checked("PagerDuty", given));
        Optional<PagerDuty> pagerDuty = made(environment, ROUTING_KEY,
                key -> new PagerDuty(address.orElse(PagerDuty.ADDRESS), key, clock, loop));
        if (address.isPresent() && pagerDuty.isEmpty()) {
            throw new IllegalArgumentException(
                    PAGERDUTY + " is set, but " + ROUTING_KEY + " is not; allowed: both, the key alone, or neither");
        }
        pagerDuty.ifPresent(channels::add);
        return channels;
    }

    private static <T> Optional<T> made(Map<String, String> environment, String name, Function<String, T> make) {
        String value = environment.getOrDefault(name, "").strip();
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(make.apply(value));
        } catch (IllegalArgumentException notAllowed) {
            throw new IllegalArgumentException(name + ": " + notAllowed.getMessage());
        }
    }

    @Override
    public void send(Message message, Reply<String> sent) {
        for (Pager channel : channels) {
            Sending sending = new Sending(channel.getClass().getSimpleName() + ", " + message.text());
            underWay.add(sending);
            try {
                channel.send(message, answer -> answered(sending, answer, sent));
            } catch (RuntimeException defect) {
                if (!underWay.contains(sending)) {
                    // Not the channel broke, but what came of its answer.
                    throw defect;
                }
                // Without its message, which may hold a secret.
                answered(sending,
                        new Answer.Failed<>(
                                channel.getClass().getSimpleName() + " failed: " + defect.getClass().getSimpleName()),
                        sent);
            }
        }
    }

    private void answered(Sending sending, Answer<String> answer, Reply<String> sent) {
        if (!underWay.remove(sending)) {
            return;
        }
        if (ended) {
            late.accept(switch (answer) {
                case Answer.Ok<String> _ -> "this went out after the run had ended: " + sending.text;
                case Answer.Failed<String>(String why) -> "this did not go out: " + sending.text + ": " + why;
            });
        }
        try {
            sent.accept(answer);
        } finally {
            if (underWay.isEmpty() && whenQuiet != null) {
                whenQuiet.run();
            }
        }
    }

    @Override
    public List<String> underWay() {
        return underWay.stream().map(sending -> sending.text).toList();
    }

    /// The run has ended, and its journal with it.
    public void ended() {
        ended = true;
    }

    /// Runs `then` once nothing is under way any more.
    public void whenQuiet(Runnable then) {
        if (underWay.isEmpty()) {
            then.run();
        } else {
            whenQuiet = then;
        }
    }
}
