package io.gameday.cli;

import io.gameday.http.Network;
import io.gameday.signal.webhook.WebhookLog;
import io.gameday.signal.webhook.WebhookReceiver;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "listen", description = "Keep a log of what Alertmanager really sends: hears its webhooks until Ctrl-C and "
        + "appends them to a file, for `gameday grade --alertmanager-log`.", footer = {"", "Examples:",
                "  export GAMEDAY_LISTEN_TOKEN=$(openssl rand -hex 16)", "  gameday listen --out pages.jsonl", "",
                "In Alertmanager, once more in every receiver that is to be heard:", "  webhook_configs:",
                "  - url: http://127.0.0.1:9095/alertmanager",
                "    http_config: { authorization: { credentials: TOKEN } }", "",
                "Exit codes: 0 ended by Ctrl-C · 1 Gameday failed · 2 wrong usage"}, mixinStandardHelpOptions = true)
final class ListenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Appended to, one line of JSON for each "
            + "webhook.")
    private Path out = Path.of("");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "9095", description = "On 127.0.0.1; ${DEFAULT-VALUE} "
            + "unless given, 0 for any.")
    private int port = 9095;

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new Refused(ExitCodes.USAGE, "--port is " + port + "; allowed: 0 to 65535");
        }
        var lines = spec.commandLine().getErr();
        String token = TeamTools.token(System.getenv());
        try (Interrupt interrupt = new Interrupt()) {
            CountDownLatch ended = new CountDownLatch(1);
            interrupt.onStop(cause -> ended.countDown());
            try (WebhookLog log = new WebhookLog(out);
                    Network network = new Network("webhooks");
                    WebhookReceiver receiver = WebhookReceiver.start(network, port, token, InstantSource.system(),
                            heard -> {
                                log.accept(heard);
                                lines.println("· " + heard.heard() + "  " + heard.receiver() + ": "
                                        + heard.alerts().size() + (heard.alerts().size() == 1 ? " alert" : " alerts"));
                            })) {
                lines.println("hearing Alertmanager's webhooks at " + receiver.url() + ", kept in " + out
                        + "; Ctrl-C ends it");
                ended.await();
            }
            interrupt.finished(ExitCodes.HELD);
            return ExitCodes.HELD;
        }
    }
}
