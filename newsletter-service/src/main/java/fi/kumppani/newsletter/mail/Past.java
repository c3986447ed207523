package fi.kumppani.newsletter.mail;

import org.jspecify.annotations.Nullable;

/**
 * What sending a mail has come to so far.
 *
 * @param messageId the Message-ID it was first sent under, and always will be
 * @param deferrals how often the server put it off
 * @param losses how often nobody knew whether the server had taken it over
 */
public record Past(@Nullable String messageId, int deferrals, int losses) {

    /** Nothing yet. */
    public static final Past NONE = new Past(null, 0, 0);

    Past under(String id) {
        return messageId == null ? new Past(id, deferrals, losses) : this;
    }

    Past deferred() {
        return new Past(messageId, deferrals + 1, losses);
    }

    Past lost() {
        return new Past(messageId, deferrals, losses + 1);
    }
}
