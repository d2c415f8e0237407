package io.gameday.reference.orders;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Names the answering task in the headers of every response, failures included, so that whoever tried several
/// tasks can tell which one did what.
final class IdentityFilter implements Filter {
    private final TaskSettings settings;

    IdentityFilter(TaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("X-Gameday-Instance", settings.instance());
        http.setHeader("X-Gameday-Zone", settings.zone());
        http.setHeader("X-Gameday-Cell", settings.cell());
        http.setHeader("X-Gameday-Revision", settings.revision());
        chain.doFilter(request, response);
    }
}
