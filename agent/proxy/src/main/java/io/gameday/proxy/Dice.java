package io.gameday.proxy;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A seed for each thing that needs chance, found from what it is and not from when it asked: threads that run in
/// another order leave the dice as they were.
record Dice(long seed) {

    /// The dice of part number `part` of what these dice belong to.
    Dice with(long part) {
        // The mixing step of SplitMix64 (Steele, Lea and Flood 2014), so that neighbours share nothing.
        long z = seed * 31 + part + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return new Dice(z ^ (z >>> 31));
    }

    RandomGenerator random() {
        return new SplittableRandom(seed);
    }
}
