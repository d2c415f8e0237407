package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.ProcessIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The PostgreSQL of one cell, in the foreground, under a shell that ends it when the host is gone.
///
/// ```
/// host ── stdin ──► sh ──► postgres, in a session of its own: the terminal's Ctrl-C does not reach it
///                   end of file: SIGINT (fast shutdown), after 3 s SIGKILL
/// ```
final class CellDatabase implements AutoCloseable {

    /// `set -m` gives a group of its own where there is no `setsid`. The pid goes out first, for the ledger.
    private static final String KEEPER = """
            if command -v setsid >/dev/null; then setsid "$@" </dev/null 2>&1 & else set -m; "$@" </dev/null 2>&1 & fi
            p=$!
            echo "pid $p"
            while read -r _; do :; done
            kill -INT $p 2>/dev/null
            i=0
            while kill -0 $p 2>/dev/null && [ $i -lt 30 ]; do sleep 0.1; i=$((i+1)); done
            kill -KILL $p 2>/dev/null
            """;
    private static final String READY = "database system is ready to accept connections";
    private static final int ATTEMPTS = 4;
    private static final int PATIENCE_SECONDS = 20;

    private final ChildProcess keeper;
    private final int port;
    private final String password;
    private final CompletableFuture<ProcessIdentity> postgres;

    private CellDatabase(ChildProcess keeper, int port, String password, CompletableFuture<ProcessIdentity> postgres) {
        this.keeper = keeper;
        this.port = port;
        this.password = password;
        this.postgres = postgres;
    }

    /// Starts a fresh database and waits until it takes connections. Blocks; not for the loop.
    ///
    /// @param data   data directory, made here; what is there is deleted
    /// @param log    told of every line of its output
    /// @param onExit told when it ends, however it ends
    static CellDatabase start(PostgresProgram program, String cell, Path data, BoundedLog log, Path errors,
            Consumer<String> onExit) throws IOException {
        CacheFolder.delete(data);
        copy(program.template(), data);
        IOException last = new IOException("never tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return tryStart(program, cell, data, freePort(), log, errors, onExit);
            } catch (IOException portTaken) {
                last = portTaken;
            }
        }
        throw new IOException(
                "the database of " + cell + " did not start in " + ATTEMPTS + " attempts; last: " + last.getMessage(),
                last);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    String jdbcUrl() {
        return jdbcUrl(address());
    }

    /// By way of a link.
    ///
    /// @param address `host:port` of the link
    String jdbcUrl(String address) {
        return "jdbc:postgresql://" + address + "/postgres";
    }

    String password() {
        return password;
    }

    long keeperPid() {
        return keeper.pid();
    }

    ProcessIdentity postgres() {
        return postgres.join();
    }

    @Override
    public void close() {
        keeper.end(4);
        Optional.of(postgres()).filter(ProcessIdentity::alive).flatMap(left -> ProcessHandle.of(left.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private static CellDatabase tryStart(PostgresProgram program, String cell, Path data, int port, BoundedLog log,
            Path errors, Consumer<String> onExit) throws IOException {
        CompletableFuture<ProcessIdentity> postgres = new CompletableFuture<>();
        CompletableFuture<Boolean> accepting = new CompletableFuture<>();
        ChildProcess keeper = ChildProcess.start("database-" + cell, command(program, data, port), Map.of(), errors,
                line -> {
                    log.line(line);
                    if (line.startsWith("pid ")) {
                        watch(Long.parseLong(line.substring(4)), postgres, accepting, onExit);
                    } else if (line.contains(READY)) {
                        accepting.complete(true);
                    }
                }, code -> accepting.complete(false));
        try {
            if (accepting.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new CellDatabase(keeper, port, program.password(), postgres);
            }
            keeper.end(4);
            throw new IOException("it ended before it took connections on port " + port + "; its log says why");
        } catch (TimeoutException slow) {
            keeper.end(4);
            throw new IOException("it took no connections within " + PATIENCE_SECONDS + " s", slow);
        } catch (ExecutionException | InterruptedException failed) {
            keeper.end(4);
            throw new IOException("its start was interrupted", failed);
        }
    }

    private static void watch(long pid, CompletableFuture<ProcessIdentity> postgres,
            CompletableFuture<Boolean> accepting, Consumer<String> onExit) {
        Optional<ProcessIdentity> identity = ProcessIdentity.of(pid);
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (identity.isEmpty() || handle.isEmpty()) {
            accepting.complete(false);
            return;
        }
        postgres.complete(identity.get());
        handle.get().onExit().thenRun(() -> {
            if (!accepting.complete(false)) {
                onExit.accept("postgres has ended");
            }
        });
    }

    /// Without fsync an order that was acknowledged could be lost with the machine or the database process. Neither is
    /// ended by a fault that we ship; a killed task loses nothing.
    private static List<String> command(PostgresProgram program, Path data, int port) {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "keeper"));
        command.addAll(PostgresProgram.asNobody());
        command.addAll(List.of(program.program("postgres"), "-D", data.toString()));
        Map.ofEntries(Map.entry("listen_addresses", "127.0.0.1"), Map.entry("port", String.valueOf(port)),
                Map.entry("unix_socket_directories", ""), Map.entry("shared_buffers", "16MB"),
                Map.entry("max_connections", "60"), Map.entry("fsync", "off"), Map.entry("synchronous_commit", "off"),
                Map.entry("full_page_writes", "off"), Map.entry("wal_level", "minimal"),
                Map.entry("max_wal_senders", "0"), Map.entry("max_wal_size", "64MB"),
                Map.entry("max_worker_processes", "1"), Map.entry("max_logical_replication_workers", "0"),
                Map.entry("lc_messages", "C"), Map.entry("jit", "off"))
                .forEach((setting, value) -> command.addAll(List.of("-c", setting + "=" + value)));
        return command;
    }

    /// Somebody else may take it before PostgreSQL does; then the start is tried again with another.
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(to.resolve(from.relativize(folder)),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
