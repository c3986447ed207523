package fi.kumppani.portal.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.MultiValueMap;

import java.time.Duration;
import java.time.Instant;

/**
 * How programs that fill forms in are told from people.
 *
 * @param quickest nobody fills a form in faster than this; who does is asked to send it again
 */
@ConfigurationProperties("kumppani.robots")
public record RobotSettings(@DefaultValue("2s") Duration quickest) {

    /** A field that people do not see, and programs fill in. */
    private static final String TRAP = "homepage";

    /**
     * Whether a program may have filled the form in. A person who does as one is only asked to send
     * it again: nobody loses a seat to a clever browser.
     */
    public boolean suspect(FilledForm form, MultiValueMap<String, String> sent, Instant now) {
        String trap = sent.getFirst(TRAP);
        return (trap != null && !trap.isBlank())
                || FormKeys.age(form.key(), now).compareTo(quickest) < 0;
    }
}
