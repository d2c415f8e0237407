package io.gameday.reference.orders;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Bean;

/// Keeps web pages away from Chaos Monkey: a browser on this machine can reach loopback, and switching the monkey on
/// takes no more than a POST. What a page sends carries an `Origin`, or the page's own name as `Host`.
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPort {
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3})(:[0-9]+)?");

    @Bean
    Filter loopbackOnly() {
        return (request, response, chain) -> {
            String problem = problemWith((HttpServletRequest) request);
            if (problem == null) {
                chain.doFilter(request, response);
            } else {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN, problem);
            }
        };
    }

    private static @Nullable String problemWith(HttpServletRequest request) {
        if (request.getHeader("Origin") != null) {
            return "Origin is set; the management port takes no requests from web pages";
        }
        String host = request.getHeader("Host");
        boolean loopback = host != null && LOOPBACK.matcher(host).matches();
        return loopback ? null : "Host is not a loopback address; address this port by its number";
    }
}
