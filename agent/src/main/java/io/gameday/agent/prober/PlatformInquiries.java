package io.gameday.agent.prober;

import io.gameday.agent.ledger.Doors;
import io.gameday.agent.ledger.Reach;
import io.gameday.http.HttpRequest;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The looks that need what control plane and router tell, besides what customers see.
final class PlatformInquiries {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SyntheticCustomer customer;
    private final Clock clock;
    private final Scene scene;
    private final Platform platform;

    PlatformInquiries(SyntheticCustomer customer, Clock clock, Scene scene, Doors doors) {
        this.customer = customer;
        this.clock = clock;
        this.scene = scene;
        platform = new Platform(customer, doors);
    }

    Inquiry.Once controlPlane(String cell) {
        Set<String> cells = new HashSet<>(Set.of(cell));
        scene.reach().places().stream().map(Reach.Place::cell).forEach(other -> {
            if (other != null) {
                cells.add(other);
            }
        });
        return then -> {
            Map<String, Sight> answers = new HashMap<>();
            cells.forEach(each -> platform.service(each, sight -> {
                answers.put(each, sight);
                if (answers.size() == cells.size()) {
                    then.accept(new ControlPlaneJudgement(scene, cell).of(answers));
                }
            }));
        };
    }

    Inquiry.Once deploy(Fault.BadDeploy fault) {
        DeployJudgement judge = new DeployJudgement(scene, fault.one().orElse(null), fault.defect());
        return then -> platform.topology(answer -> {
            switch (answer) {
                case Answer.Failed(String why) -> then.accept(Finding.blind(scene,
                        "tasks of " + DeployJudgement.of(fault.one().orElse(null)), why, "a list of the tasks"));
                case Answer.Ok(Platform.There there) -> {
                    Map<String, Integer> counts = new HashMap<>();
                    scene.bystanders().forEach(place -> counts.put(place.address(), 1));
                    there.tasks().stream().filter(task -> judge.asks(task) && Inquiries.runs(task))
                            .forEach(task -> counts.put(task.address(), 1));
                    customer.sample(
                            new SyntheticCustomer.Round(counts, customer::order, SyntheticCustomer.ORDER_LIMIT, SECOND),
                            samples -> then.accept(judge.of(there.tasks(), samples)));
                }
            }
        });
    }

    Inquiry.Once alarm() {
        return then -> platform.evictions(answer -> {
            switch (answer) {
                case Answer.Failed(String why) ->
                    then.accept(Finding.blind(scene, "tasks that the router leaves out", why, "an answer"));
                case Answer.Ok(Platform.Evictions seen) -> Inquiries.knock(customer, scene.reach(),
                        look -> then.accept(new AlarmJudgement(scene).of(seen, look)));
            }
        });
    }

    Inquiry.Once poison(String name) {
        PoisonJudgement judge = new PoisonJudgement(scene, name);
        Quiet quiet = new Quiet(clock);
        return then -> platform.cellOf(name, cell -> platform.topology(answer -> {
            switch (answer) {
                case Answer.Failed(String why) ->
                    then.accept(Finding.blind(scene, "tasks whose process ended", why, "a list of the tasks"));
                case Answer.Ok(Platform.There there) -> {
                    Map<String, HttpRequest> doors = new HashMap<>();
                    there.tasks().stream()
                            .filter(task -> Inquiries.runs(task) && (cell == null || task.cell().equals(cell)))
                            .forEach(task -> doors.put(task.address(), SyntheticCustomer.canary()));
                    customer.knock(doors, look -> {
                        Set<String> well = doors.keySet().stream().filter(look::answers).collect(Collectors.toSet());
                        then.accept(judge.of(cell, doors.size(), well.size(), quiet.since(well)));
                    });
                }
            }
        }));
    }

    Inquiry.Once surge(double rate) {
        return then -> new Rate(platform, clock).measure(SECOND, answer -> then.accept(switch (answer) {
            case Answer.Ok(Double now) -> new SurgeJudgement(scene, rate).of(now);
            case Answer.Failed(String why) -> Finding.blind(scene, "attempts of the router", why, "a rate to compare");
        }));
    }
}
