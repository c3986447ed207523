package fi.kumppani.portal.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What the address names is not there, or not for this reader. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchPageException extends RuntimeException {

    /** Says nothing of what was looked for. */
    public NoSuchPageException() {
        super("There is no such page", null, false, false);
    }
}
