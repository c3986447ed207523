package fi.kumppani.newsletter.sender;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.letter.Brand;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.Optional;

/**
 * Says whom the current municipality's letters come from. Letters come from there once its domain
 * has published what is wanted; until then the deployment's sender stands in.
 */
@Service
public class DescribeSender {

    private static final int SELECTOR_LENGTH = 12;

    private final SenderProfiles profiles;
    private final Ids ids;

    DescribeSender(SenderProfiles profiles, Ids ids) {
        this.profiles = profiles;
        this.ids = ids;
    }

    /**
     * What is said.
     *
     * @param server null for the deployment's
     */
    public record Wish(
            EmailAddress address,
            @Nullable LocalizedText name,
            EmailAddress replyTo,
            Brand brand,
            @Nullable WishedServer server) {}

    /**
     * A mail server of the municipality's own.
     *
     * @param password null for the one that is known for this server and name
     */
    public record WishedServer(String host, int port, String username, @Nullable String password) {

        /** Says nothing of the password, so that no log does. */
        @Override
        public String toString() {
            return "WishedServer[" + host + ":" + port + "]";
        }
    }

    /** What became of saying it. */
    public sealed interface Description {

        /** It is kept. */
        record Kept(Stored<Optional<SenderProfile>> sender) implements Description {}

        /** No password is known for that server and that name. */
        record PasswordNeeded() implements Description {}
    }

    /**
     * Says it.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Description describe(long version, Wish wish) {
        Optional<SenderProfile> known = profiles.current().body();
        WishedServer wished = wish.server();
        MailServer server = null;
        if (wished != null) {
            Optional<String> password =
                    Optional.ofNullable(wished.password())
                            .or(() -> known.flatMap(sender -> knownPassword(sender, wished)));
            if (password.isEmpty()) {
                return new Description.PasswordNeeded();
            }
            server =
                    new MailServer(wished.host(), wished.port(), wished.username(), password.get());
        }
        DomainKey key =
                known.filter(sender -> sender.address().domain().equals(wish.address().domain()))
                        .map(SenderProfile::key)
                        .orElseGet(() -> DomainKey.generate(selector()));
        SenderProfile next =
                new SenderProfile(
                        wish.address(),
                        wish.name(),
                        wish.replyTo(),
                        wish.brand(),
                        server,
                        key,
                        SeenRecords.NONE);
        SeenRecords seen =
                known.filter(next::hasDomainAndServerOf)
                        .map(SenderProfile::seen)
                        .orElse(SeenRecords.NONE);
        return new Description.Kept(profiles.change(version, _ -> Optional.of(next.with(seen))));
    }

    /**
     * Gives it up: letters come from the deployment's sender again, and the keys are gone.
     *
     * @param version the version the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public void withdraw(long version) {
        var _ = profiles.change(version, _ -> Optional.empty());
    }

    /** Another server or name must not be shown the password of this one. */
    private static Optional<String> knownPassword(SenderProfile sender, WishedServer wished) {
        return Optional.ofNullable(sender.server())
                .filter(server -> server.host().equals(wished.host()))
                .filter(server -> server.port() == wished.port())
                .filter(server -> server.username().equals(wished.username()))
                .map(MailServer::password);
    }

    /** Never one used before, as records of old keys stay in caches. */
    private String selector() {
        String id = ids.next().replace("-", "");
        return "k" + id.substring(id.length() - SELECTOR_LENGTH);
    }
}
