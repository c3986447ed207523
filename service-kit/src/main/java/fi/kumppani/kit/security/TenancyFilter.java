package fi.kumppani.kit.security;

import fi.kumppani.kit.problem.ProblemWriter;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Binds the municipality that the path names ({@code /v1/municipalities/743/…}) to the request. */
final class TenancyFilter extends OncePerRequestFilter {

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}");

    private final ProblemWriter problems;

    TenancyFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> named = municipalityIn(request);
        if (named.isEmpty()) {
            chain.doFilter(request, response);
        } else if (!MunicipalityCode.isCode(named.get())) {
            problems.write(Problems.notFound(), response);
        } else {
            continueIn(new MunicipalityCode(named.get()), request, response, chain);
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void continueIn(
            MunicipalityCode municipality,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        try {
            Tenancy.callIn(
                    municipality,
                    () -> {
                        chain.doFilter(request, response);
                        return municipality;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Reads the path as the dispatcher does: decoded segments without matrix parameters. */
    private static Optional<String> municipalityIn(HttpServletRequest request) {
        List<String> segments =
                RequestPath.parse(request.getRequestURI(), request.getContextPath())
                        .pathWithinApplication()
                        .elements()
                        .stream()
                        .filter(PathContainer.PathSegment.class::isInstance)
                        .map(element -> ((PathContainer.PathSegment) element).valueToMatch())
                        .limit(3)
                        .toList();
        return segments.size() == 3
                        && VERSION.matcher(segments.get(0)).matches()
                        && segments.get(1).equals("municipalities")
                ? Optional.of(segments.get(2))
                : Optional.empty();
    }
}
