package io.gameday.reference.policy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryBudgetTest {

    @Test
    void aTenthOfTheCallsMayBeMadeAgainAndOneMore() {
        RetryBudget budget = new RetryBudget(10);

        long again = IntStream.range(0, 1000).filter(call -> {
            budget.asked();
            return budget.spend();
        }).count();

        assertThat(again).isBetween(100L, 101L);
    }

    @Test
    void onlyAFewAreSavedUp() {
        RetryBudget budget = new RetryBudget(10);
        IntStream.range(0, 1000).forEach(call -> budget.asked());

        assertThat(IntStream.range(0, 10).filter(again -> budget.spend()).count()).isEqualTo(3);
    }

    @Test
    void zeroLimitsNothing() {
        RetryBudget budget = new RetryBudget(0);

        assertThat(IntStream.range(0, 100).allMatch(again -> budget.spend())).isTrue();
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThatThrownBy(() -> new RetryBudget(101)).hasMessage("percent is 101; allowed: 0 to 100");
    }
}
