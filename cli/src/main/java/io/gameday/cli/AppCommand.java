package io.gameday.cli;

import io.gameday.reference.AppConfig;
import io.gameday.reference.local.AppDown;
import io.gameday.reference.local.AppState;
import io.gameday.reference.local.AppStatus;
import io.gameday.reference.local.AppUp;
import io.gameday.reference.local.LocalApp;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "app", description = "Bring the reference app up by itself, to look around or to play several "
        + "experiments on it.", footer = {"", "Examples:", "  gameday app up",
                "  gameday app up --toxiproxy http://127.0.0.1:8474", "  gameday app status",
                "  gameday app down"}, subcommands = {AppCommand.Up.class, AppCommand.Down.class,
                        AppCommand.Status.class}, mixinStandardHelpOptions = true)
final class AppCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "gameday app needs one of: up, down, status");
    }

    private static Path state() {
        return AppState.stateFolder(System.getenv());
    }

    @Command(name = "up", description = "Start it; it stays until `gameday app down`.", mixinStandardHelpOptions = true)
    static final class Up implements Callable<Integer> {

        private static final Duration HEALTHY_LIMIT = Duration.ofSeconds(90);

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..1", paramLabel = "NAME|FILE", defaultValue = "az-power-loss", description = "The "
                + "experiment whose system is brought up; ${DEFAULT-VALUE} unless given.")
        private String experiment = "az-power-loss";

        @Mixin
        private ToxiproxyOption toxiproxy = new ToxiproxyOption();

        @Override
        public Integer call() throws Exception {
            CommandLine line = spec.commandLine();
            String links = toxiproxy.address();
            var found = new Catalog(Home.folder()).valid(List.of(experiment)).getFirst();
            AppUp up = new AppUp(state());
            AppConfig config = SharedApp.config(found.experiment(), up.folder(), new SecureRandom().nextLong());
            LocalApp app = up(up, config, links, line);
            app.awaitHealthy(HEALTHY_LIMIT, text -> line.getErr().println("· " + text));
            line.getOut().println("✓ up: orders at http://" + app.addresses().router() + "/orders");
            line.getOut()
                    .println("  try: curl -H 'x-gameday-customer: me' -d "
                            + "'{\"id\":\"1\",\"customer\":\"me\",\"item\":\"book\",\"quantity\":1}' -H "
                            + "'Content-Type: application/json' http://" + app.addresses().router() + "/orders");
            if (links != null) {
                line.getOut().println("  links: kept by the Toxiproxy at " + links + ", named gameday.*");
            }
            line.getOut().println("  logs: " + app.folder().logs());
            line.getOut().println("  end it with: gameday app down");
            return ExitCodes.HELD;
        }

        private static LocalApp up(AppUp up, AppConfig config, @Nullable String links, CommandLine line)
                throws IOException, InterruptedException {
            try {
                return up.up(config, links, text -> line.getErr().println("· " + text));
            } catch (IOException failed) {
                if (links == null) {
                    throw failed;
                }
                throw SharedApp.notStarted(failed);
            }
        }
    }

    @Command(name = "down", description = "End it and prove that no process of it is left.", mixinStandardHelpOptions = true)
    static final class Down implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            var out = spec.commandLine().getOut();
            Optional<AppDown.Down> down = new AppDown(state()).down();
            if (down.isEmpty()) {
                out.println("✓ no app is up");
                return ExitCodes.HELD;
            }
            if (!down.get().left().isEmpty()) {
                out.println("! still there: " + String.join(", ", down.get().left()) + ". End them with: kill -9 PID");
                return ExitCodes.FAILED;
            }
            Folders.delete(Path.of(down.get().folder()).resolve("app").resolve("postgres"), out::println);
            out.println("✓ down: " + down.get().ended() + " processes ended, none is left");
            if (!down.get().killed().isEmpty()) {
                out.println("  had to be killed: " + String.join(", ", down.get().killed()));
            }
            return ExitCodes.HELD;
        }
    }

    @Command(name = "status", description = "Say whether it is up, and how it is.", mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws Exception {
            spec.commandLine().getOut().println(switch (new AppStatus(state()).status()) {
                case AppStatus.Status.Down down -> "○ down. Bring it up with: gameday app up";
                case AppStatus.Status.Lost(String folder) ->
                    "× lost: its host is gone; it ran in " + folder + ". Clean up with: gameday app down";
                case AppStatus.Status.Starting(String folder, long pid) -> "↻ starting (host process " + pid + ")";
                case AppStatus.Status.Up up -> (up.healthy() == up.wanted() ? "✓" : "◐") + " up: " + up.healthy()
                        + " of " + up.wanted() + " tasks healthy, " + up.cells().size() + " cells in "
                        + up.zones().size() + " zones, router " + up.addresses().router() + ", host process "
                        + up.hostPid() + ", folder " + up.folder();
            });
            return ExitCodes.HELD;
        }
    }
}
