package fi.kumppani.kit.contacts;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows whom the mails of some kinds go to. A service that owns contact details offers one as a
 * bean; the kit then serves {@code POST /internal/contacts}.
 */
public interface ContactSource {

    /** The kinds of mail it knows the recipients of. */
    Set<String> kinds();

    /**
     * The contacts for mails of its kinds.
     *
     * @param requests all of one municipality, which is bound
     * @return by the id of the request; absent where nobody is to be written to any more
     */
    Map<String, Contact> find(List<ContactRequest> requests);
}
