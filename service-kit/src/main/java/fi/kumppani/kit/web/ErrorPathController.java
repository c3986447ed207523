package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.OpenToAll;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives a problem detail to what failed outside the controllers, in the container or a filter. */
@Hidden
@Controller
class ErrorPathController implements ErrorController {

    @OpenToAll
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void problem(HttpServletRequest request) throws Problem {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        throw code instanceof Integer status
                ? Problems.ofStatus(HttpStatusCode.valueOf(status))
                : Problems.notFound();
    }
}
