package fi.kumppani.newsletter.sender;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.letter.Brand;

import org.jspecify.annotations.Nullable;

/**
 * What a municipality says of its own sender.
 *
 * @param address where letters come from; nobody but its domain can say that they may
 * @param name what readers see before the address; null for the municipality's name
 * @param replyTo where answers go
 * @param brand how letters look
 * @param server its own mail server; null for the deployment's
 * @param key what letters are signed with
 * @param seen which records of the domain have been seen
 */
public record SenderProfile(
        EmailAddress address,
        @Nullable LocalizedText name,
        EmailAddress replyTo,
        Brand brand,
        @Nullable MailServer server,
        DomainKey key,
        SeenRecords seen) {

    /** The same once the records were looked up. */
    SenderProfile with(SeenRecords found) {
        return new SenderProfile(address, name, replyTo, brand, server, key, found);
    }

    /** Whether the domain has said that letters may come from it. */
    public boolean isVerified() {
        return seen.isComplete();
    }

    /** Whether it says the same of its domain, so that what was seen of it still holds. */
    boolean hasDomainAndServerOf(SenderProfile other) {
        return address.domain().equals(other.address().domain())
                && (server == null) == (other.server() == null);
    }
}
