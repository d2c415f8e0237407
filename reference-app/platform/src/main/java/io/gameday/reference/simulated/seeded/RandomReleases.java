package io.gameday.reference.simulated.seeded;

import io.gameday.target.Answer;
import io.gameday.target.Fault;
import io.gameday.target.Faults.InForce;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Right revisions for one cell or for all, whatever else goes on. Not while a wrong one is ordered: who takes that back
/// orders the one before it.
final class RandomReleases implements Move {

    /// One in so many seconds begins one.
    private static final int ONE_IN = 15;

    @Override
    public Optional<String> second(int second, App app, RandomGenerator random) {
        if (random.nextInt(ONE_IN) > 0 || wrongOneOrdered(app)) {
            return Optional.empty();
        }
        List<String> cells = app.target().topology().cells();
        List<String> some = random.nextBoolean() ? cells : List.of(cells.get(random.nextInt(cells.size())));
        return Optional.of(app.release().apply(some) + " is released to " + String.join(", ", some));
    }

    private static boolean wrongOneOrdered(App app) {
        Answer<List<InForce>> all = app.ask(app.target().faults().get().orElseThrow()::inForce);
        return !(all instanceof Answer.Ok<List<InForce>>(List<InForce> faults))
                || faults.stream().anyMatch(fault -> fault.fault() instanceof Fault.BadDeploy);
    }
}
