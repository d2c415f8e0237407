package io.gameday.process;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The child's side of [ChildProcess].
public final class ParentWatch {

    private ParentWatch() {
    }

    /// Tells the parent that this process can be spoken to, and how.
    public static void ready(Map<String, ?> how) {
        System.out.println(ChildProcess.READY + JsonMapper.builder().build().writeValueAsString(how));
        System.out.flush();
    }

    /// Runs `then` once, on a thread of its own, when the parent has closed our standard input or is gone.
    public static void whenParentEnds(Runnable then) {
        Thread.ofPlatform().name("parent-watch").daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // A parent never writes; whatever comes is of no meaning.
                }
            } catch (IOException broken) {
                // A broken pipe is the same news as a closed one.
            }
            then.run();
        });
    }
}
