package io.gameday.reference.host;

import io.gameday.process.ChildProcess;
import io.gameday.process.JavaCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The `orders` service as it was built: `orders.jar` with its libraries beside it in `lib`. An ahead-of-time cache,
/// made by one training run and kept, brings a task's start from four seconds to two.
///
/// @param jar   `orders.jar`
/// @param cache where the ahead-of-time cache is kept
record OrdersProgram(Path jar, CacheFolder cache) {

    private static final String TASK = "io.gameday.reference.orders.OrdersTask";
    private static final String INVENTORY = "io.gameday.reference.orders.inventory.InventoryServer";
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    /// Little memory, and one order too many for it ends the task instead of leaving half of it. A small heap that grows and
    /// shrinks with what is in it, because Chaos Monkey's memory assault goes by what the heap takes up.
    private static final List<String> TASK_OPTIONS = List.of("-Xmx64m", "-Xms16m", "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40", "-XX:-ShrinkHeapInSteps", "-XX:+ExitOnOutOfMemoryError");
    private static final int TRAINING_SECONDS = 90;
    private static final int KEPT_CACHES = 3;

    /// Looks at `$GAMEDAY_ORDERS`, then beside our own jar, then in the build's folder.
    ///
    /// @throws IOException naming where it looked
    static OrdersProgram find(Map<String, String> environment, CacheFolder cache) throws IOException {
        List<Path> places = new ArrayList<>();
        String given = environment.getOrDefault("GAMEDAY_ORDERS", "");
        if (!given.isBlank()) {
            places.add(Path.of(given).toAbsolutePath());
        } else {
            for (Path above = ownCode().getParent(); above != null; above = above.getParent()) {
                places.add(above.resolve("orders"));
                places.add(above.resolve("orders/target/orders"));
            }
        }
        for (Path place : places) {
            Path jar = place.resolve("orders.jar");
            if (Files.exists(jar)) {
                return new OrdersProgram(jar, cache);
            }
        }
        throw new IOException("orders.jar is in none of " + places
                + "; build it with mvn package, or set GAMEDAY_ORDERS to the folder that holds orders.jar and lib");
    }

    List<String> inventory() {
        return command(List.of("-Xmx64m"), INVENTORY);
    }

    /// The command of a task, with the cache where it could be made.
    List<String> task(Map<String, String> environment, Consumer<String> progress) throws IOException {
        try {
            Path made = cache.entry("orders-" + fingerprint() + ".aot", unfinished -> {
                progress.accept("preparing the orders service for fast starts (once, some 15 s)");
                train(environment, unfinished);
            });
            cache.keepNewest("orders-", ".aot", KEPT_CACHES);
            return task("-XX:AOTCache=" + made);
        } catch (IOException failed) {
            progress.accept("tasks start without an ahead-of-time cache, which is slower: " + failed.getMessage());
            return taskWithoutCache();
        }
    }

    List<String> taskWithoutCache() {
        return command(TASK_OPTIONS, TASK);
    }

    /// @param option besides those of every task
    private List<String> task(String option) {
        List<String> options = new ArrayList<>(TASK_OPTIONS);
        options.add(option);
        return command(options, TASK);
    }

    private void train(Map<String, String> environment, Path output) throws IOException {
        Path log = output.resolveSibling(output.getFileName() + ".log");
        Files.deleteIfExists(log);
        Map<String, String> training = new HashMap<>(environment);
        training.put("GAMEDAY_TRAINING", "1");
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (BoundedLog said = new BoundedLog(log, BoundedLog.LARGEST);
                ChildProcess _ = ChildProcess.start("orders-training", task("-XX:AOTCacheOutput=" + output), training,
                        log, said::line, ended::complete)) {
            int code = ended.get(TRAINING_SECONDS, TimeUnit.SECONDS);
            if (code != 0 || !Files.exists(output)) {
                throw new IOException("the training run ended with exit code " + code + "; see " + log);
            }
        } catch (TimeoutException slow) {
            throw new IOException("the training run did not end within " + TRAINING_SECONDS + " s; see " + log, slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the training run was interrupted", interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> command(List<String> options, String main) {
        List<String> command = new ArrayList<>();
        command.add(JavaCommand.java().toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toString(), main));
        return command;
    }

    /// The virtual machine takes a cache only with the very jars it was trained on: same size, same time of change. The
    /// folder they are in may be another. Of the options only some matter to it, and which is its own affair: a change
    /// of any means another cache.
    private String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder(Runtime.version().toString());
        all.append('\n').append(OPTIONS).append(TASK_OPTIONS);
        try (Stream<Path> libraries = Files.list(jar.resolveSibling("lib"))) {
            List<Path> jars = new ArrayList<>(libraries.sorted().toList());
            jars.add(jar);
            for (Path file : jars) {
                all.append('\n').append(file.getFileName()).append(' ').append(Files.size(file)).append(' ')
                        .append(Files.getLastModifiedTime(file).toMillis());
            }
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Path ownCode() {
        return Path.of(URI.create(OrdersProgram.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
