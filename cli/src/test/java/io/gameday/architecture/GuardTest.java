package io.gameday.architecture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardTest {

    @Test
    void noPackageIsStillCalledFutureOnceItHoldsAClass() {
        assertThat(Ours.FUTURE).allSatisfy(root -> assertThat(Ours.count(root))
                .as(root + " holds classes now: take it out of Ours.FUTURE").isZero());
    }

    @Test
    void aRuleAboutAMisspeltPackageFails() {
        assertThatThrownBy(() -> Ours.exists("io.gameday.jurnal")).isInstanceOf(AssertionError.class)
                .hasMessage("no class in io.gameday.jurnal: is the package misspelt, or was it moved?");
    }

    @Test
    void testsAreLeftOut() {
        assertThat(Ours.CLASSES.contain(GuardTest.class)).isFalse();
    }
}
