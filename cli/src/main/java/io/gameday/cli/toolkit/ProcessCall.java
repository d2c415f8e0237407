package io.gameday.cli.toolkit;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import io.gameday.notification.Channels;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One program, as the `process` provider of Chaos Toolkit starts it: a status other than 0 is an answer, arguments that are one
/// text go through a shell. Blocks; an interrupt ends the program and all that it started.
final class ProcessCall {

    private static final int LARGEST_OUTPUT = 16 << 20;
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Provider.Process asked;

    ProcessCall(Provider.Process asked) {
        this.asked = asked;
    }

    /// @throws IOException when it cannot be started, or takes longer than its limit
    Json answer() throws IOException, InterruptedException {
        Duration limit = asked.timeout() == null || asked.timeout() instanceof Json.Null
                ? LONGEST
                : RealCalls.seconds(asked.timeout());
        ProcessBuilder builder = new ProcessBuilder(command());
        // Who is paged is no business of what we start.
        builder.environment().keySet().removeAll(Channels.SECRETS);
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        Process process = builder.start();
        try {
            CompletableFuture<String> out = text(process.getInputStream());
            CompletableFuture<String> err = text(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(asked.path() + " did not end within " + limit.toMillis() / 1000.0 + " s");
            }
            Map<String, Json> output = new LinkedHashMap<>();
            output.put("status", Json.number(process.exitValue()));
            output.put("stdout", Json.text(all(out, limit)));
            output.put("stderr", Json.text(all(err, limit)));
            return new Json.Group(output);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /// What it left behind in the background may hold its output open.
    private String all(CompletableFuture<String> text, Duration limit) throws IOException, InterruptedException {
        try {
            return text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException(asked.path() + " ended, but its output did not within " + limit.toMillis() / 1000.0
                    + " s: something that it started goes on", late);
        } catch (ExecutionException broken) {
            throw new IOException("the output of " + asked.path() + " broke off: " + broken.getCause(), broken);
        }
    }

    private List<String> command() {
        String path = asked.path().startsWith("~/")
                ? System.getProperty("user.home") + asked.path().substring(1)
                : asked.path();
        List<String> command = new ArrayList<>();
        switch (asked.arguments()) {
            case Json.Text(String line) -> command.addAll(List.of("/bin/sh", "-c", path + " " + line));
            case Json.Items(List<Json> items) -> {
                command.add(path);
                items.forEach(item -> command.add(item.inWords()));
            }
            case Json.Group(Map<String, Json> fields) -> {
                command.add(path);
                fields.forEach((name, value) -> {
                    command.add(name);
                    if (!(value instanceof Json.Null)) {
                        command.add(value.inWords());
                    }
                });
            }
            case Json.Null _ -> command.add(path);
            case Json other -> command.addAll(List.of(path, other.inWords()));
        }
        return command;
    }

    private static CompletableFuture<String> text(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("output").start(() -> {
            try (stream) {
                String read = new String(stream.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
                stream.skip(Long.MAX_VALUE);
                text.complete(read);
            } catch (IOException broken) {
                text.completeExceptionally(new UncheckedIOException(broken));
            }
        });
        return text;
    }
}
