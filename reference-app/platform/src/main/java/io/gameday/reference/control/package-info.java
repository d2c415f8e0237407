/// The control plane process: it watches tasks and machines, decides by the policies and has the host act. Start with
/// [io.gameday.reference.control.ControlPlaneMain], then [ControlPlane].
@NullMarked
package io.gameday.reference.control;

import org.jspecify.annotations.NullMarked;
