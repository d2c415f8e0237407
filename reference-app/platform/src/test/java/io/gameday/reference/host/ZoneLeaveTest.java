package io.gameday.reference.host;

import io.gameday.observability.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ZoneLeaveTest {

    private static final List<String> CELLS = List.of("cell-1", "cell-2");
    private static final List<String> ZONES = List.of("az1", "az2");

    private final PlatformSettings settings = new PlatformSettings(CELLS);
    private final ZoneLeave leave = new ZoneLeave(settings, Layout.everywhere(CELLS, ZONES));

    @Test
    void everyCellIsOrderedARevisionWithoutTheZoneAndTheOneOfBeforeAgain() throws Exception {
        assertThat(leave.order("az2")).isEqualTo("revision 2-without-az2 is ordered for cell-1, cell-2.");
        assertThat(settings.revision("cell-2")).isEqualTo("2-without-az2");
        assertThat(leave.takeBack("az2")).isEqualTo("revision 1 is ordered again for cell-1, cell-2.");
        assertThat(settings.revision("cell-2")).isEqualTo("1");
        assertThat(leave.takeBack("az2")).isEqualTo("no configuration without az2 is ordered.");
    }

    @Test
    void aReleaseMeanwhileIsNotTakenBack() throws Exception {
        leave.order("az1");
        String release = settings.release(List.of("cell-1"));
        assertThat(leave.takeBack("az1")).isEqualTo("revision 1 is ordered again for cell-2.");
        assertThat(settings.revision("cell-1")).isEqualTo(release).isEqualTo("3-right");
    }

    @Test
    void theOnlyZoneOfACellIsNotLeft() {
        var alone = new ZoneLeave(settings,
                new Layout(ZONES, Map.of("cell-1", List.of("az1"), "cell-2", List.of("az1", "az2"))));
        assertThatThrownBy(() -> alone.order("az1")).isInstanceOf(ZoneLeave.Refused.class)
                .hasMessage("cell-1 lies in az1 alone");
        assertThat(settings.revision("cell-2")).isEqualTo("1");
    }

    @Test
    void oneZoneIsLeftAtATimeAndNoneWhereNothingCanBeDeployed() throws Exception {
        settings.controlPlaneDown("cell-2", true);
        assertThatThrownBy(() -> leave.order("az1"))
                .hasMessage("the control plane of cell-2 is down: nothing can be deployed there");
        settings.controlPlaneDown("cell-2", false);
        leave.order("az1");
        assertThatThrownBy(() -> leave.order("az2")).hasMessage("a configuration without az1 is ordered already");
    }
}
