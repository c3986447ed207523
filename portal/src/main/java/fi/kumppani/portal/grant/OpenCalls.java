package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.reader.Reader;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds all calls of a municipality that are open now. */
@Component
class OpenCalls {

    /** A municipality has some tens of open calls; a thousand are plenty. */
    private static final int MOST_PAGES = 5;

    private final Backends backends;

    OpenCalls(Backends backends) {
        this.backends = backends;
    }

    /** All of them, those that close first at the top. */
    Answer<Listing<CallDetails>> all(String municipality, Reader reader) {
        List<CallDetails> all = new ArrayList<>();
        String from = "";
        for (int page = 0; page < MOST_PAGES && from != null; page++) {
            Answer<Listing<CallDetails>> answer =
                    backends.answer(reader, CallDetails.open(municipality, from));
            if (!(answer instanceof Answer.Found<Listing<CallDetails>>(var found))) {
                return answer;
            }
            all.addAll(found.items());
            from = found.next();
        }
        all.sort(Comparator.comparing(CallDetails::closesAt).thenComparing(CallDetails::id));
        return new Answer.Found<>(new Listing<>(all, null));
    }
}
