package io.gameday.console;

import io.gameday.cli.Gameday;
import java.util.ArrayList;
import java.util.List;

/// `gameday` for a console that starts a run as it does on any day: what it would play on this machine is simulated, at
/// twenty virtual seconds per second, and people have hours of that time for their go.
final class SimulatedInstead {

    private SimulatedInstead() {
    }

    public static void main(String[] args) {
        List<String> arguments = new ArrayList<>(List.of(args));
        int on = arguments.indexOf("--on");
        if (on >= 0 && arguments.get(on + 1).equals("local")) {
            arguments.set(on + 1, "simulated");
            arguments.addAll(List.of("--speed", "20", "--wait", "12h"));
        }
        Gameday.main(arguments.toArray(String[]::new));
    }
}
