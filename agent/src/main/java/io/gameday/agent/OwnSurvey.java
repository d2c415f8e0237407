package io.gameday.agent;

import io.gameday.agent.driver.Levers;
import io.gameday.agent.driver.Means;
import io.gameday.agent.ledger.Reach;
import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.FaultPlan;
import io.gameday.target.OwnPlace;
import io.gameday.target.OwnSystem;
import io.gameday.target.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Of a system of a team's own: what there is says the experiment file, and each place in reach is asked whether it can
/// be broken by the means that the file names.
final class OwnSurvey implements Survey {

    private final AgentSetup setup;
    private final OwnSystem system;
    private final Levers levers;
    private final Executor loop;

    OwnSurvey(AgentSetup setup, OwnSystem system, Levers levers, Executor loop) {
        this.setup = setup;
        this.system = system;
        this.levers = levers;
        this.loop = loop;
    }

    @Override
    public void of(Fault fault, Reply<Found> reply) {
        Optional<String> lacks = system.lacks(fault);
        if (lacks.isPresent()) {
            reply.failed(lacks.get());
            return;
        }
        // It waits for several servers, one after the other; the loop must not.
        Thread.ofVirtual().start(() -> {
            Answer<Found> found = look(fault);
            loop.execute(() -> reply.accept(found));
        });
    }

    private Answer<Found> look(Fault fault) {
        List<Reach.Place> places = new ArrayList<>();
        List<OwnSystem.Place> reached = system.in(fault.scope());
        List<OwnPlace> aimedAt = new ArrayList<>();
        for (OwnSystem.Place place : system.places()) {
            boolean planned = reached.contains(place);
            OwnPlace own;
            try {
                own = planned
                        ? levers.look(system, place, fault)
                        : new OwnPlace(place, system.request(), system.entry(), false, null);
            } catch (IOException not) {
                return new Answer.Failed<>(place + ": " + not.getMessage());
            }
            if (planned) {
                aimedAt.add(own);
            }
            places.add(new Reach.Place(place.id(), place.zone(), place.url().hostPort(), planned, false, null,
                    place.cell(), null, own));
        }
        FaultPlan plan = system.plan(fault, setup.undo(), endsBy(fault, aimedAt));
        return new Answer.Ok<>(new Found(plan, new Reach(List.of(), places)));
    }

    /// A foreign Toxiproxy or Chaos Monkey knows no lease, so that with all of ours dead it is left as it is.
    private static String endsBy(Fault fault, List<OwnPlace> aimedAt) {
        boolean kept = switch (Means.of(fault)) {
            case LINKS -> aimedAt.stream().allMatch(OwnPlace::leases);
            case HOST -> false;
            case TRAFFIC, PERSON -> true;
        };
        return !kept
                ? "the agent, when the lease is not renewed or the time is over; if it is killed too, nobody until the "
                        + "next agent or gameday recover"
                : Means.of(fault) == Means.LINKS
                        ? "the proxies in front of it, when the lease is not renewed or the time is over"
                        : Means.endsBy(fault);
    }
}
