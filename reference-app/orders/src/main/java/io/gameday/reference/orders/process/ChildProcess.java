package io.gameday.reference.orders.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// The manners of a process that somebody else owns. Its standard input is a pipe from its parent on which nothing
/// is ever written, but for one line to a process that stands by: the end of that pipe says that the parent is gone,
/// however it died.
public final class ChildProcess {
    /// The environment of the process is not usable.
    public static final int INVALID_ENVIRONMENT = 2;
    /// The parent is gone, or the process could not start.
    public static final int ABANDONED = 1;
    /// The code itself gave up.
    public static final int CRASHED = 70;
    /// 1: nobody holds the standard input, as in a container, and SIGTERM alone ends the process.
    public static final String ON_ITS_OWN = "GAMEDAY_ON_ITS_OWN";

    private ChildProcess() {
    }

    /// Ignores the terminal's interrupt and ends this process at the end of its standard input, unless it is on its own.
    /// Call it first.
    ///
    /// @return the one line that the parent may write, which only a process that stands by waits for
    public static CompletableFuture<String> begin() {
        ignoreInterrupt();
        CompletableFuture<String> line = new CompletableFuture<>();
        if ("1".equals(System.getenv(ON_ITS_OWN))) {
            return line;
        }
        Thread.ofPlatform().daemon().name("parent").start(() -> endWith(System.in, line));
        return line;
    }

    /// Tells the parent, in one line of its own, that this process stands by.
    public static void standsBy() {
        System.out.println("GAMEDAY-STANDS-BY");
        System.out.flush();
    }

    /// Tells the parent, in one line of its own, on which ports this process answers.
    ///
    /// @param ports JSON, such as `{"service":40001}`
    public static void ready(String ports) {
        System.out.println("GAMEDAY-READY " + ports);
        System.out.flush();
    }

    /// An interrupt of the terminal goes to the whole group of processes; only the controller acts on it, and then
    /// ends the others in order. By reflection, because the compiler takes sun.misc for an error here.
    private static void ignoreInterrupt() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler).invoke(null,
                    signal.getConstructor(String.class).newInstance("INT"), handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot ignore SIGINT; start the process with JDK 25", e);
        }
    }

    /// Halts, because nobody is left to be orderly for, and a full pipe could hold up an orderly end.
    private static void endWith(InputStream parent, CompletableFuture<String> line) {
        try {
            ByteArrayOutputStream told = new ByteArrayOutputStream();
            for (int next = parent.read(); next >= 0; next = parent.read()) {
                if (next == '\n') {
                    line.complete(told.toString(StandardCharsets.UTF_8));
                } else if (!line.isDone()) {
                    told.write(next);
                }
            }
            System.err.println("standard input ended: the parent of this process is gone");
        } catch (IOException e) {
            System.err.println("standard input cannot be read (" + e.getMessage() + "): the parent is taken for gone");
        }
        Runtime.getRuntime().halt(ABANDONED);
    }
}
