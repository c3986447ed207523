package fi.kumppani.portal.official;

import fi.kumppani.portal.page.AfterActing;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.person.KeptForms;
import fi.kumppani.portal.person.LoginNeededException;
import fi.kumppani.portal.person.People;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.io.IOException;

/** Loses nothing that an official wrote when the login is over or a service away. */
@ControllerAdvice(basePackageClasses = WorkAdvice.class)
@Order(0)
class WorkAdvice {

    /** Leads back to the page after the login, where what was sent is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login(request.getRequestURI(), request);
    }

    /** Leads to where it is told how the application stands. */
    @ExceptionHandler(MovedOnException.class)
    String goOn(MovedOnException movedOn, HttpServletRequest request) {
        return AfterActing.to(movedOn.page(), "", request);
    }

    /** Says that it cannot be shown now; what was sent is there again when the page is. */
    @ExceptionHandler(UnavailablePageException.class)
    void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptForms.keep(request);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
