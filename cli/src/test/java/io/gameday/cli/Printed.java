package io.gameday.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// What a command prints in this process, which for the time of a test is at home in the repository.
final class Printed implements BeforeEachCallback, AfterEachCallback {

    private static final String HOME = "gameday.home";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private @Nullable String home;

    /// @param code what the command ended with
    record Said(int code, String out, String err) {
    }

    /// One command, where no test is at work yet or any more.
    static Said of(String... arguments) {
        Printed printed = new Printed();
        printed.begin();
        try {
            int code = Gameday.execute(arguments);
            return new Said(code, printed.out(), printed.err());
        } finally {
            printed.end();
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        begin();
    }

    private void begin() {
        home = System.setProperty(HOME, Repository.root().toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        end();
    }

    private void end() {
        System.setOut(realOut);
        System.setErr(realErr);
        if (home == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, home);
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /// Forgets what was printed so far.
    void reset() {
        out.reset();
        err.reset();
    }
}
