package io.gameday.reference.host;

import io.gameday.target.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What each kind of fault does here, and what there is to do it to.
public final class Effects {

    private final List<String> cells;
    private final List<String> zones;
    private final Map<Class<? extends Fault>, Effect> effects = new LinkedHashMap<>();

    public Effects(List<String> cells, List<String> zones) {
        this.cells = List.copyOf(cells);
        this.zones = List.copyOf(zones);
    }

    /// The effects that need nothing but zones.
    public static Effects on(Zones zones, List<String> cells, List<String> zoneNames) {
        return new Effects(cells, zoneNames).with(Fault.ZonePowerLoss.class, new PowerEffect(zones))
                .with(Fault.TaskCrash.class, new CrashEffect(zones));
    }

    /// The effects that change what is set from outside.
    Effects onSettings(PlatformSettings settings, Revisions revisions) {
        return with(Fault.ControlPlaneDown.class, new ControlPlaneDownEffect(settings))
                .with(Fault.BadDeploy.class, new BadDeployEffect(settings, revisions))
                .with(Fault.BadAlarm.class, new BadAlarmEffect(settings));
    }

    Effects with(Class<? extends Fault> kind, Effect effect) {
        effects.put(kind, effect);
        return this;
    }

    Optional<Effect> of(Fault fault) {
        return Optional.ofNullable(effects.get(fault.getClass()));
    }

    /// What of the fault's aim is not there, in words.
    Optional<String> stranger(Fault fault) {
        return fault.scope().stranger(cells, zones);
    }
}
