package io.gameday.agent.driver;

import java.util.function.Consumer;

/// What somebody else breaks and mends. The controller asks them and waits for their word; here it is only kept in the
/// ledger that it is in force, and nothing is done.
public final class PersonDriver implements Driver {

    @Override
    public Means means() {
        return Means.PERSON;
    }

    @Override
    public void inject(Injection injection, Consumer<DriverAnswer> then) {
        then.accept(new DriverAnswer.Done("begun by whoever was asked"));
    }

    @Override
    public void renew(Injection injection, Consumer<DriverAnswer> then) {
        then.accept(new DriverAnswer.Done("a person needs no lease"));
    }

    @Override
    public void revert(Injection injection, Consumer<DriverAnswer> then) {
        then.accept(new DriverAnswer.Done("ended by whoever was asked"));
    }
}
