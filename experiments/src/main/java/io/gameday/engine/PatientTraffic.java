package io.gameday.engine;

import io.gameday.target.Answer;
import io.gameday.target.Reply;
import io.gameday.target.Traffic;
import io.gameday.target.Transfer;
import io.gameday.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Traffic whose every question is answered, in a time that suits what is asked.
final class PatientTraffic implements Traffic {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    /// Far more than reading one order back takes, so that only what hangs is given up.
    private static final Duration READ_BACK_PER_REQUEST = Duration.ofMillis(20);

    private final Traffic traffic;
    private final Clock clock;
    private long requests;

    PatientTraffic(Traffic traffic, Clock clock) {
        this.traffic = traffic;
        this.clock = clock;
    }

    @Override
    public void start(Plan plan, Reply<Started> reply) {
        Asking.<Started>ask(clock, "the start of the customers", LIMIT, asked -> traffic.start(plan, asked), reply);
    }

    @Override
    public void stop(Reply<Stopped> reply) {
        Asking.<Stopped>ask(clock, "the stop of the customers", LIMIT, traffic::stop, answer -> {
            if (answer instanceof Answer.Ok<Stopped>(Stopped stopped)) {
                requests = stopped.requests();
            }
            reply.accept(answer);
        });
    }

    @Override
    public Optional<String> nothingToReadBack() {
        return traffic.nothingToReadBack();
    }

    @Override
    public Optional<Transfer> transfer() {
        return traffic.transfer();
    }

    @Override
    public void readBack(Reply<ReadBack> reply) {
        Asking.<ReadBack>ask(clock, "the reading back", LIMIT.plus(READ_BACK_PER_REQUEST.multipliedBy(requests)),
                traffic::readBack, reply);
    }
}
