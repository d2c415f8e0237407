package io.gameday.cli.prove;

import io.gameday.agent.AgentFaults;
import io.gameday.http.Network;
import io.gameday.process.ParentWatch;
import io.gameday.target.Answer;
import io.gameday.target.FaultPlan;
import io.gameday.target.Faults;
import io.gameday.time.RealClock;
import java.io.IOException;
import java.time.Duration;

/// A controller as small as one can be: `ControllerMain <order>`. It starts an agent as a run does, injects one fault,
/// renews it, and takes it away when its parent asks it to end. The campaign kills it before, as a rule.
public final class ControllerMain {

    private static final int FAILED = 1;
    private static final Duration RENEW_EVERY = Duration.ofSeconds(2);

    private final Order order;
    private final RealClock loop;
    private final AgentFaults faults;
    private boolean ending;

    private ControllerMain(Order order, RealClock loop, AgentFaults faults) {
        this.order = order;
        this.loop = loop;
        this.faults = faults;
    }

    public static void main(String[] arguments) throws IOException {
        Order order = Order.parse(arguments[0]);
        RealClock loop = new RealClock("controller", Throwable::printStackTrace);
        AgentFaults faults = new AgentFaults(order.agent(), loop, loop, new Network("network"), System.err::println);
        ControllerMain controller = new ControllerMain(order, loop, faults);
        ParentWatch.whenParentEnds(() -> loop.execute(controller::end));
        faults.start();
        loop.execute(controller::inject);
        keepAlive();
    }

    private static void keepAlive() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void inject() {
        faults.plan(order.fault(), planned -> {
            switch (planned) {
                case Answer.Failed<FaultPlan>(String why) -> give(why);
                case Answer.Ok<FaultPlan>(FaultPlan plan) ->
                    faults.inject(Order.FAULT, plan, order.duration(), order.lease(), injected -> {
                        switch (injected) {
                            case Answer.Failed<Faults.Injected>(String why) -> give(why);
                            case Answer.Ok<Faults.Injected> _ -> loop.every(RENEW_EVERY, this::renew);
                        }
                    });
            }
        });
    }

    private void renew() {
        faults.renew(Order.FAULT, renewed -> {
            if (renewed instanceof Answer.Failed<Faults.Renewed>(String why)) {
                System.err.println("not renewed: " + why);
            }
        });
    }

    private void give(String why) {
        System.err.println(order.run() + " injects nothing: " + why);
        leave(FAILED);
    }

    private void end() {
        if (!ending) {
            ending = true;
            faults.revert(Order.FAULT, reverted -> {
                if (reverted instanceof Answer.Failed<Faults.Reverted>(String why)) {
                    System.err.println("not reverted: " + why);
                }
                leave(0);
            });
        }
    }

    /// The agent ends first, and proves what it was asked to take away; that blocks, so it is not for the loop.
    private void leave(int code) {
        Thread.ofPlatform().name("leave").start(() -> {
            faults.close();
            System.exit(code);
        });
    }
}
