package fi.kumppani.portal.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The service that knows what the page is about does not answer. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class UnavailablePageException extends RuntimeException {

    /** Says nothing of which service it was. */
    public UnavailablePageException() {
        super("The page cannot be shown just now", null, false, false);
    }
}
