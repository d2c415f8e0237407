package io.gameday.junit;

/// Does not hold, and is not played but by [GenerationTest].
class SampleRed {

    @GameDay("az-power-loss-unscaled")
    void aZoneIsLostWithoutHeadroom() {
        throw new AssertionError("the body of a test whose game day did not hold is not reached");
    }

    @GameDay("own-experiment.yaml")
    void aFileThatIsNotValid() {
        throw new AssertionError("not reached");
    }

    @GameDay("az-power-lost")
    void aNameThatThereIsNot() {
        throw new AssertionError("not reached");
    }
}
