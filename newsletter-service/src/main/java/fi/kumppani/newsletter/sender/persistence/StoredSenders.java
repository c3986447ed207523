package fi.kumppani.newsletter.sender.persistence;

import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.store.AggregateCollection;
import fi.kumppani.kit.store.AggregateCollections;
import fi.kumppani.kit.store.Change;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.dispatch.Work;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.sender.DomainKey;
import fi.kumppani.newsletter.sender.SeenRecords;
import fi.kumppani.newsletter.sender.SenderProfile;
import fi.kumppani.newsletter.sender.SenderProfiles;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** One document for each municipality that ever had a sender of its own. */
@Component
class StoredSenders implements SenderProfiles {

    private static final String DESCRIBED = "described";
    private static final SenderDocument NONE = new SenderDocument(null);

    private final AggregateCollection<SenderDocument> collection;

    StoredSenders(AggregateCollections collections) {
        this.collection =
                collections
                        .collection("senders", SenderDocument.class)
                        .state(document -> document.profile() == null ? "none" : DESCRIBED)
                        .open();
    }

    /** A sender as it is kept. */
    record SenderDocument(@Nullable ProfileDocument profile) {

        static SenderDocument from(Optional<SenderProfile> profile) {
            return new SenderDocument(profile.map(ProfileDocument::from).orElse(null));
        }
    }

    /** What is said of it. */
    record ProfileDocument(
            String address,
            @Nullable LocalizedText name,
            String replyTo,
            String color,
            @Nullable LogoDocument logo,
            @Nullable ServerDocument server,
            String selector,
            String publicKey,
            Confidential privateKey,
            SeenRecords seen) {

        static ProfileDocument from(SenderProfile profile) {
            Brand.Logo logo = profile.brand().logo();
            MailServer server = profile.server();
            return new ProfileDocument(
                    profile.address().value(),
                    profile.name(),
                    profile.replyTo().value(),
                    profile.brand().color(),
                    logo == null ? null : new LogoDocument(logo.address().toString(), logo.alt()),
                    server == null ? null : ServerDocument.from(server),
                    profile.key().selector(),
                    profile.key().publicKey(),
                    new Confidential(
                            Base64.getEncoder()
                                    .encodeToString(profile.key().privateKey().getEncoded())),
                    profile.seen());
        }

        SenderProfile toDomain() {
            return new SenderProfile(
                    new EmailAddress(address),
                    name,
                    new EmailAddress(replyTo),
                    new Brand(color, logo == null ? null : logo.toDomain()),
                    server == null ? null : server.toDomain(),
                    new DomainKey(selector, publicKey, DomainKey.read(privateKey.text())),
                    seen);
        }
    }

    /** A logo as it is kept. */
    record LogoDocument(String address, LocalizedText alt) {

        Brand.Logo toDomain() {
            return new Brand.Logo(URI.create(address), alt);
        }
    }

    /** A mail server as it is kept. */
    record ServerDocument(String host, int port, String username, Confidential password) {

        static ServerDocument from(MailServer server) {
            return new ServerDocument(
                    server.host(),
                    server.port(),
                    server.username(),
                    new Confidential(server.password()));
        }

        MailServer toDomain() {
            return new MailServer(host, port, username, password.text());
        }
    }

    @Override
    public Stored<Optional<SenderProfile>> current() {
        return open(collection.findOrBegin(Tenancy.current().value(), NONE));
    }

    @Override
    public Stored<Optional<SenderProfile>> change(
            long version, UnaryOperator<Optional<SenderProfile>> change) {
        return collection.changeOrBegin(
                Tenancy.current().value(),
                NONE,
                OptionalLong.of(version),
                stored -> {
                    Stored<Optional<SenderProfile>> before = open(stored);
                    Optional<SenderProfile> after = change.apply(before.body());
                    return Change.to(SenderDocument.from(after), List.of(), before.after(0, after));
                });
    }

    @Override
    public List<Work> all(String after, int limit) {
        return collection.locate(List.of(DESCRIBED), after, limit).stream()
                .map(found -> new Work(found.id(), found.municipality()))
                .toList();
    }

    private static Stored<Optional<SenderProfile>> open(Stored<SenderDocument> stored) {
        return stored.with(
                Optional.ofNullable(stored.body().profile()).map(ProfileDocument::toDomain));
    }
}
