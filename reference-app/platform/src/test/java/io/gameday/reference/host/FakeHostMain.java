package io.gameday.reference.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The real host with real processes, but every program except PostgreSQL is a shell that says it is ready and ends
/// with its parent.
public final class FakeHostMain {

    private FakeHostMain() {
    }

    public static void main(String[] arguments) throws IOException {
        HostMain.run(arguments, new Shells());
    }

    private record Shells() implements Programs {

        @Override
        public List<String> controlPlane(String folder, String host) {
            return shell("{\"controlPlane\":\"127.0.0.1:1\"}");
        }

        @Override
        public List<String> router(String folder, String controlPlane) {
            return shell("{\"router\":\"127.0.0.1:2\",\"admin\":\"127.0.0.1:3\"}");
        }

        @Override
        public List<String> inventory() {
            return shell("{\"service\":4}");
        }

        @Override
        public List<String> task(Map<String, String> environment, Consumer<String> progress) {
            return shell("{\"service\":5,\"management\":6}");
        }

        private static List<String> shell(String ready) {
            return List.of("/bin/sh", "-c",
                    "if [ \"$GAMEDAY_STAND_BY\" = 1 ]; then echo GAMEDAY-STANDS-BY; read -r who; fi; "
                            + "echo 'GAMEDAY-READY " + ready + "'; while read -r _; do :; done");
        }
    }
}
