package io.gameday.cli;

import io.gameday.engine.ExitCode;
import io.gameday.experiment.Experiment;
import io.gameday.experiment.Experiment.AlarmsFrom;
import io.gameday.experiment.Experiment.PagesFrom;
import io.gameday.http.Network;
import io.gameday.signal.HttpSource;
import io.gameday.signal.PagerLog;
import io.gameday.signal.SourceFailure;
import io.gameday.signal.live.AlarmQuestion;
import io.gameday.signal.live.Pace;
import io.gameday.signal.live.PageQuestion;
import io.gameday.signal.live.Poller;
import io.gameday.signal.live.Question;
import io.gameday.signal.pagerduty.PagerDutyLog;
import io.gameday.signal.webhook.HeardPages;
import io.gameday.signal.webhook.WebhookReceiver;
import io.gameday.target.Feed;
import io.gameday.target.Port;
import io.gameday.target.Target;
import io.gameday.target.TeamAlarms;
import io.gameday.target.TeamPages;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The team's own tools while one experiment is played, as feeds of the target.
final class TeamTools implements AutoCloseable {

    /// One call; with the second try of a reading a tool that hangs is noticed within twice that.
    private static final Duration LIMIT = Duration.ofSeconds(8);
    private static final Duration STEP = Duration.ofSeconds(1);
    static final String TOKEN = "GAMEDAY_LISTEN_TOKEN";

    private final ToolAddresses tools;
    private final InstantSource clock;
    private final Executor loop;
    private final List<Poller<?>> pollers = new ArrayList<>();
    private Port<Feed<TeamAlarms>> alarms = Port.absent("Gameday's own alarms are graded");
    private Port<Feed<TeamPages>> pages = Port.absent("Gameday's own pages are graded");
    private final List<Runnable> closing = new ArrayList<>();

    private TeamTools(InstantSource clock, Executor loop, Map<String, String> environment) {
        this.clock = clock;
        this.loop = loop;
        tools = new ToolAddresses(LIMIT, clock, environment);
    }

    /// Opens what `experiment` grades by, and asks each tool once: a wrong address should not cost a minute.
    ///
    /// @param loop   the engine's
    /// @param notice told where webhooks are heard
    /// @throws Refused when a tool cannot be read
    static TeamTools open(Experiment experiment, TeamOptions options, InstantSource clock, Executor loop,
            Network network, Map<String, String> environment, Consumer<String> notice) throws IOException {
        TeamTools tools = new TeamTools(clock, loop, environment);
        try {
            tools.read(experiment, options, network, environment, notice);
            return tools;
        } catch (IllegalArgumentException address) {
            tools.close();
            throw new Refused(ExitCodes.USAGE, String.valueOf(address.getMessage()));
        } catch (SourceFailure failed) {
            tools.close();
            throw new Refused(switch (failed.whose()) {
                case QUESTION -> ExitCodes.USAGE;
                case SOURCE -> ExitCode.NOT_STARTED.code();
            }, failed.getMessage() + ". Without it the run cannot be graded, so nothing was started");
        } catch (IOException | Refused refused) {
            tools.close();
            throw refused;
        }
    }

    private void read(Experiment experiment, TeamOptions options, Network network, Map<String, String> environment,
            Consumer<String> notice) throws SourceFailure, IOException {
        Experiment.Graded graded = experiment.graded();
        Supplier<Collection<String>> names = experiment::namedAlarms;
        Monitoring monitoring = options.monitoring(graded, LIMIT, clock, environment);
        if (monitoring != null) {
            closing.add(monitoring::close);
        }
        if (graded.alarms() != AlarmsFrom.GAMEDAY && monitoring != null) {
            AlarmQuestion question = new AlarmQuestion(monitoring.alarms(), experiment.namedAlarms(),
                    monitoring::clock);
            alarms = Port.of(switch (graded.alarms()) {
                case GAMEDAY, PROMETHEUS -> poll("Prometheus", question, Pace.ALARMS);
                case CLOUDWATCH -> poll("CloudWatch", question, Pace.METERED);
            });
            names = () -> {
                Collection<String> all = new TreeSet<>(experiment.namedAlarms());
                all.addAll(question.names());
                return all;
            };
        }
        Integer port = options.listen();
        if (graded.pages() == PagesFrom.PAGERDUTY && options.pagerduty() != null) {
            HttpSource source = tools.pagerduty(options.pagerduty());
            closing.add(source::close);
            pages = Port.of(poll("PagerDuty",
                    new PageQuestion(new PagerDutyLog(source), names, () -> "", source::offset), Pace.PAGES));
        } else if (graded.pages() == PagesFrom.ALERTMANAGER && port != null) {
            pages = Port.of(heard(port, names, network, environment, notice));
        } else if (graded.pages() == PagesFrom.ALERTMANAGER && monitoring != null) {
            PagerLog log = period -> Objects.requireNonNull(monitoring.pages(monitoring.alarms().read(period, STEP)))
                    .read(period);
            pages = Port
                    .of(poll("Alertmanager", new PageQuestion(log, names, () -> "", monitoring::clock), Pace.PAGES));
        }
    }

    private Poller<TeamPages> heard(int port, Supplier<Collection<String>> names, Network network,
            Map<String, String> environment, Consumer<String> notice) throws IOException, SourceFailure {
        HeardPages heard = new HeardPages(List.of());
        WebhookReceiver listening = WebhookReceiver.start(network, port, token(environment), clock, heard::add);
        closing.add(listening::close);
        notice.accept("hearing Alertmanager's webhooks at " + listening.url());
        Supplier<String> deaf = () -> heard.nothing()
                ? "no webhook of Alertmanager came at all; is " + listening.url()
                        + " among the webhook_configs of its receivers?"
                : "";
        return poll("Alertmanager", new PageQuestion(heard, names, deaf, Optional::empty), Pace.PAGES);
    }

    /// @throws Refused when there is none
    static String token(Map<String, String> environment) {
        String token = environment.getOrDefault(TOKEN, "");
        if (token.isBlank()) {
            throw new Refused(ExitCodes.USAGE,
                    "who may send webhooks is known by a token; give one in the environment as " + TOKEN
                            + ", the same as Alertmanager's http_config.authorization.credentials, such as the output "
                            + "of: openssl rand -hex 16");
        }
        return token;
    }

    private <T> Poller<T> poll(String source, Question<T> question, Pace pace) throws SourceFailure {
        Poller<T> poller = new Poller<>(source, question, pace, clock, loop);
        pollers.add(poller);
        poller.ask();
        return poller;
    }

    /// The same target, told of by these tools too.
    Target over(Target target) {
        return target.with(alarms, pages);
    }

    @Override
    public void close() {
        pollers.forEach(Poller::close);
        closing.forEach(Runnable::run);
    }
}
