package io.gameday.reference.host;

import io.gameday.process.JavaCommand;
import io.gameday.process.ParentWatch;
import io.gameday.reference.Address;
import io.gameday.reference.AppConfig;
import io.gameday.reference.AppFolder;
import io.gameday.reference.control.ControlPlaneMain;
import io.gameday.reference.router.RouterMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// The host's process: `HostMain FOLDER [--detached] [--toxiproxy=HOST:PORT]`. It ends with its parent, or, detached,
/// when it is told to (SIGTERM); everything it started ends with it.
public final class HostMain {

    /// Lets the host outlive whoever started it.
    public static final String DETACHED = "--detached";

    /// Followed by the `host:port` of a Toxiproxy that is to keep the links instead of the host.
    public static final String TOXIPROXY = "--toxiproxy=";

    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private HostMain() {
    }

    public static void main(String[] arguments) throws IOException {
        run(arguments, new RealPrograms(OrdersProgram.find(System.getenv(), CacheFolder.of(System.getenv()))));
    }

    static void run(String[] arguments, Programs programs) throws IOException {
        List<String> options = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (arguments.length == 0
                || !options.stream().allMatch(option -> option.equals(DETACHED) || option.startsWith(TOXIPROXY))) {
            System.err.println("usage: HostMain FOLDER [" + DETACHED + "] [" + TOXIPROXY + "HOST:PORT]");
            System.exit(USAGE);
        }
        InetSocketAddress toxiproxy = options.stream().filter(option -> option.startsWith(TOXIPROXY)).findFirst()
                .map(option -> Address.parse(option.substring(TOXIPROXY.length()))).orElse(null);
        AppFolder folder = new AppFolder(Path.of(arguments[0]));
        AppConfig config = folder.config();
        Host host = new Host(folder, config, programs, toxiproxy, System.out::println);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("end").unstarted(host::end));
        if (!options.contains(DETACHED)) {
            ParentWatch.whenParentEnds(() -> System.exit(0));
        }
        host.start().whenComplete((addresses, failure) -> {
            if (failure == null) {
                ParentWatch.ready(addresses);
            } else {
                System.err.println("the app could not be started: " + cause(failure).getMessage());
                // This may be the loop, which the end needs.
                Thread.ofPlatform().name("exit").start(() -> System.exit(FAILED));
            }
        });
        untilExit();
    }

    /// The message that was meant for people, without the wrappings of futures.
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException || cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /// Every other thread is a daemon, so that none of them can keep an ending process alive.
    private static void untilExit() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException told) {
            System.exit(0);
        }
    }

    /// What is started outside of tests.
    private record RealPrograms(OrdersProgram orders) implements Programs {

        private static final int HEAP = 64;

        @Override
        public List<String> controlPlane(String folder, String host) {
            return JavaCommand.of(ControlPlaneMain.class, HEAP, List.of(folder, host));
        }

        @Override
        public List<String> router(String folder, String controlPlane) {
            return JavaCommand.busy(RouterMain.class, HEAP, List.of(folder, controlPlane));
        }

        @Override
        public List<String> inventory() {
            return orders.inventory();
        }

        @Override
        public List<String> task(Map<String, String> environment, Consumer<String> progress) throws IOException {
            return orders.task(environment, progress);
        }
    }
}
