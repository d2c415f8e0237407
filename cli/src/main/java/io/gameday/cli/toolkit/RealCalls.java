package io.gameday.cli.toolkit;

import io.gameday.chaostoolkit.Json;
import io.gameday.chaostoolkit.Provider;
import io.gameday.chaostoolkit.play.Calls;
import io.gameday.target.Reply;
import io.gameday.time.Clock.Cancellable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;

/// Calls of this machine, each on a thread of its own that waits for it.
public final class RealCalls implements Calls {

    /// The functions of Python that are done here.
    public static final Set<String> FUNCTIONS = Set.of("os.path.exists");

    private static final double LONGEST_SECONDS = 43_200;

    private final Executor loop;
    private final Allowed allowed;

    public RealCalls(Executor loop, Allowed allowed) {
        this.loop = loop;
        this.allowed = allowed;
    }

    @Override
    public Cancellable call(Provider provider, Reply<Json> reply) {
        Thread thread = Thread.ofPlatform().daemon().name("activity").start(() -> {
            try {
                Json output = answer(provider);
                loop.execute(() -> reply.ok(output));
            } catch (IOException failed) {
                String why = failed.getMessage() == null ? failed.toString() : failed.getMessage();
                loop.execute(() -> reply.failed(why));
            } catch (InterruptedException stopped) {
                loop.execute(() -> reply.failed("it was stopped"));
            }
        });
        return thread::interrupt;
    }

    private Json answer(Provider provider) throws IOException, InterruptedException {
        return switch (provider) {
            case Provider.Http http -> new HttpCall(http, allowed).answer();
            case Provider.Process process -> {
                if (!allowed.commands()) {
                    throw new IOException(process.path() + " is a program; to have it started: --allow-commands");
                }
                yield new ProcessCall(process).answer();
            }
            case Provider.Python python when python.name().equals("os.path.exists") -> exists(python);
            case Provider.Python python -> throw new IOException(python.name() + " cannot be done here");
        };
    }

    private Json exists(Provider.Python python) throws IOException {
        String text = python.arguments().fields().getOrDefault("path", Json.NULL).inWords();
        Path file;
        try {
            file = Path.of(text);
        } catch (InvalidPathException bad) {
            throw new IOException("path is '" + text + "', which no file can have", bad);
        }
        if (!allowed.file(file)) {
            throw new IOException("path is '" + text + "', which is in no folder that may be looked into; to have it "
                    + "looked into: --allow-folder FOLDER");
        }
        return Json.truth(Files.exists(file));
    }

    /// @throws IOException when it is no time, in words
    static Duration seconds(Json value) throws IOException {
        double seconds = value.counted().map(Number::doubleValue).orElse(Double.NaN);
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new IOException("timeout is " + value.inWords() + "; allowed: above 0 to 43200 seconds");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
