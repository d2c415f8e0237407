package io.gameday.reference.orders.process;

import java.io.IOException;
import java.io.InputStream;

/// The manners of a process that somebody else owns. Its standard input is a pipe from its parent on which nothing
/// is ever written: the end of that pipe says that the parent is gone, however it died.
public final class ChildProcess {
    /// The environment of the process is not usable.
    public static final int INVALID_ENVIRONMENT = 2;
    /// The parent is gone, or the process could not start.
    public static final int ABANDONED = 1;
    /// The code itself gave up.
    public static final int CRASHED = 70;

    private ChildProcess() {
    }

    /// Ignores the terminal's interrupt and ends this process at the end of its standard input. Call it first.
    public static void begin() {
        ignoreInterrupt();
        Thread.ofPlatform().daemon().name("parent").start(() -> endWith(System.in));
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
    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                continue;
            }
            System.err.println("standard input ended: the parent of this process is gone");
        } catch (IOException e) {
            System.err.println("standard input cannot be read (" + e.getMessage() + "): the parent is taken for gone");
        }
        Runtime.getRuntime().halt(ABANDONED);
    }
}
