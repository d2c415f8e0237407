package io.gameday.process;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A child as our processes are: says that it is ready, and ends when its parent does.
final class ChildMain {

    private ChildMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("hello from " + String.join(" ", arguments));
        CountDownLatch parentGone = new CountDownLatch(1);
        ParentWatch.whenParentEnds(parentGone::countDown);
        ParentWatch.ready(Map.of("port", 4711));
        parentGone.await();
        System.exit(23);
    }
}
