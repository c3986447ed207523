package fi.kumppani.portal.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Answers 503 to those who come with a login while the store is away; everybody else needs no store
 * and does not notice.
 */
final class SessionStoreFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStoreFilter.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | SessionStoreAwayException e) {
            SessionStoreAwayException away = storeAway(e);
            if (away == null || response.isCommitted()) {
                throw e;
            }
            LOG.warn("The session store is away: {}", String.valueOf(away.getCause()));
            response.resetBuffer();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static @Nullable SessionStoreAwayException storeAway(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SessionStoreAwayException away) {
                return away;
            }
        }
        return null;
    }
}
