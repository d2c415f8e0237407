/// Stand-ins for the platform's processes, on real sockets in this process. Start with
/// [io.gameday.reference.fake.FakeHost] and [io.gameday.reference.fake.FakeTask].
@NullMarked
package io.gameday.reference.fake;

import org.jspecify.annotations.NullMarked;
