package fi.kumppani.grants.interest;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who was kept out of which application and why: a log that only grows. */
public interface Recusals {

    /** Of one application, in the order of writing. */
    List<Recusal> of(String application);

    /** Of these applications, by application; those without any are left out. */
    Map<String, List<Recusal>> ofAll(Collection<String> applications);

    /** Erases the log of an application for good; said again, it changes nothing. */
    void erase(String application);

    /** Writes it down, unless the same person was recused there in this manner on this ground. */
    void note(String application, Recusal recusal);
}
