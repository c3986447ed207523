package fi.kumppani.portal.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.Map;

/**
 * Answers whatever went wrong: programs get a problem detail, people a page in their language.
 * Neither tells anything of the inside.
 */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemWriter problems;

    ErrorPages(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    @Nullable ModelAndView problem(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemKind kind = kindOf(request);
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            problems.write(kind, response);
            return null;
        }
        ProblemWriter.header(kind, response);
        return new ModelAndView("problem", Map.of("kind", kind.code()), kind.status());
    }

    private static ProblemKind kindOf(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (code instanceof Integer status) {
            return status == 403
                    ? ProblemKind.FORGED
                    : ProblemKind.of(HttpStatusCode.valueOf(status));
        }
        return ProblemKind.NOT_FOUND;
    }
}
