package fi.kumppani.newsletter.sender.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.newsletter.dispatch.MailServer;
import fi.kumppani.newsletter.letter.Brand;
import fi.kumppani.newsletter.sender.SenderProfile;
import fi.kumppani.newsletter.sender.WantedRecord;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Whom letters come from, and whom they are to come from.
 *
 * @param inUse the address that letters come from now
 * @param own what the municipality says of its own; absent when it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SenderView(String inUse, @Nullable OwnView own) {

    /**
     * A sender of the municipality's own.
     *
     * @param verified whether its domain has published all that is wanted, so that it is in use
     * @param checkedAt when somebody looked last; absent for never
     * @param records what the domain is to publish
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnView(
            String address,
            @Nullable LocalizedText name,
            String replyTo,
            String color,
            @Nullable LogoView logo,
            @Nullable ServerView server,
            boolean verified,
            @Nullable Instant checkedAt,
            List<RecordView> records) {}

    /** A picture. */
    record LogoView(URI address, LocalizedText alt) {}

    /** A mail server; its password is never told. */
    record ServerView(String host, int port, String username) {}

    /**
     * A text record.
     *
     * @param kind {@code spf}, {@code dkim} or {@code dmarc}
     * @param seen whether it was there when somebody looked last
     */
    record RecordView(String kind, String name, String type, String value, boolean seen) {

        static RecordView of(WantedRecord record) {
            return new RecordView(
                    WireCodes.of(record.kind()),
                    record.name(),
                    "TXT",
                    record.value(),
                    record.seen());
        }
    }

    static OwnView own(SenderProfile profile, List<WantedRecord> records) {
        Brand.Logo logo = profile.brand().logo();
        MailServer server = profile.server();
        return new OwnView(
                profile.address().value(),
                profile.name(),
                profile.replyTo().value(),
                profile.brand().color(),
                logo == null ? null : new LogoView(logo.address(), logo.alt()),
                server == null
                        ? null
                        : new ServerView(server.host(), server.port(), server.username()),
                profile.isVerified(),
                profile.seen().at(),
                records.stream().map(RecordView::of).toList());
    }
}
