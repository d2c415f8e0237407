package io.gameday.report.export;

import io.gameday.report.actions.Register;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The register of actions as one file that loads nothing.
public final class RegisterHtml {

    private RegisterHtml() {
    }

    /// @param ownTemplates a team's folder whose files stand in for ours, one by one; null for ours alone
    /// @throws TemplateFailure naming the template and the line
    public static String write(Register register, @Nullable Path ownTemplates) {
        return new Templates(ownTemplates).html("actions.html", Map.of("register", TemplateModel.typeset(register),
                "open", register.open(), "overdue", register.overdue()));
    }
}
