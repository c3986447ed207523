package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.ProblemWriter;
import fi.kumppani.kit.problem.Problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/**
 * Lets no request body beyond the limit in, and keeps the rest so that it can be both parsed and
 * hashed. What announces its length is refused unread; what does not is refused at the limit.
 */
final class BodyFilter extends OncePerRequestFilter {

    private final WebSettings settings;
    private final ProblemWriter problems;

    BodyFilter(WebSettings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = settings.limitAt(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(Problems.tooLarge(limit), response);
        } else {
            chain.doFilter(new BodyKeepingRequest(request, limit), response);
        }
    }
}
