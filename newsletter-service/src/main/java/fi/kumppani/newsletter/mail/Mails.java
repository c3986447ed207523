package fi.kumppani.newsletter.mail;

import fi.kumppani.newsletter.dispatch.Work;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The mails of the current municipality. */
public interface Mails {

    /**
     * Keeps a new mail and tells of it, unless it is there already.
     *
     * @param onlyOne a value that no two mails of the deployment may share; null for none
     */
    Addition add(Mail.Queued mail, @Nullable String onlyOne);

    /** Those of the mails that there are. */
    List<Mail> find(Collection<String> ids);

    /**
     * Moves a mail and tells of it, in one write. Waits while the store is away, and looks again
     * after a write whose fate is not known: so a move must know its own result when it sees it.
     *
     * @param move gives the mail as it is to be; the very same one to leave it
     * @return the mail as it is now; empty when there is none
     */
    Optional<Mail> move(String id, UnaryOperator<Mail> move);

    /** How many there are in each state. */
    Map<String, Long> counts();

    /**
     * Those that did not simply arrive: uncertain, sent again after that, and failed.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Mail> troubled(String after, int limit);

    /**
     * Where mails are that have not come to their end, in all municipalities.
     *
     * @param after the id to begin behind; empty for the beginning
     * @param limit the most to give
     */
    List<Work> unfinished(String after, int limit);

    /** The same as {@link #troubled} for the operator of all municipalities: ids only. */
    List<Work> troubledEverywhere(String after, int limit);

    /** What became of an addition. */
    enum Addition {
        /** It is queued. */
        ADDED,
        /** The very same mail is there already, in whatever state. */
        THERE_ALREADY,
        /** Another mail has the value of which there may be only one. */
        NOT_THE_ONLY_ONE
    }
}
