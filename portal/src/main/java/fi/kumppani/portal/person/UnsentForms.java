package fi.kumppani.portal.person;

import fi.kumppani.portal.page.UnavailablePageException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.io.IOException;

/** Keeps what could not be taken by pages that {@linkplain WritesForms are written on}. */
@ControllerAdvice(annotations = WritesForms.class)
class UnsentForms {

    /** Leads back to the page after the login, where what was sent is there again. */
    @ExceptionHandler(LoginNeededException.class)
    String logIn(HttpServletRequest request) {
        KeptForms.keep(request);
        return People.login(request.getRequestURI(), request);
    }

    /** Says that it cannot be saved now; what was sent is there again when the page is. */
    @ExceptionHandler(UnavailablePageException.class)
    void keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptForms.keep(request);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
