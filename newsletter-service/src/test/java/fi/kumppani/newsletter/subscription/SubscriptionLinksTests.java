package fi.kumppani.newsletter.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.kit.contacts.PortalLinks;
import fi.kumppani.kit.security.TestLinks;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.newsletter.bounce.BounceUseCases;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

class SubscriptionLinksTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final Subscription.Identity IDENTITY =
            new Subscription.Identity(
                    new SubscriptionId("list", new Mailbox("mailbox")), "reference", 3);

    @Test
    void offersToLeaveByAMailWhoseSubjectOpensTheSame() {
        ListHeaders headers = headers("returns.example.org");

        URI mail = Objects.requireNonNull(headers.leaveByMail());
        assertThat(mail).hasScheme("mailto");
        String start = "leave-743@returns.example.org?subject=";
        assertThat(mail.getSchemeSpecificPart()).startsWith(start);
        String subject = mail.getSchemeSpecificPart().substring(start.length());
        assertThat(links("returns.example.org").openToLeave(subject))
                .contains(new SubscriptionLinks.Opened(IDENTITY.id(), 3));
        assertThat(links("returns.example.org").openToConfirm(subject)).isEmpty();
    }

    @Test
    void offersNoMailWhereNoneIsReceived() {
        ListHeaders headers = headers(null);

        assertThat(headers.leaveByMail()).isNull();
        assertThat(headers.listId()).isEqualTo("list.seinajoki.example.org");
        assertThat(headers.leave()).hasPath("/m/743/subscriptions/leave");
        assertThat(headers.archive()).hasPath("/m/743/letters");
    }

    private static ListHeaders headers(@Nullable String returns) {
        return Tenancy.callIn(
                SEINAJOKI, () -> links(returns).headers(IDENTITY, "seinajoki.example.org"));
    }

    private static SubscriptionLinks links(@Nullable String returns) {
        return new SubscriptionLinks(
                TestLinks.signer(),
                new PortalLinks(URI.create("https://kumppani.example.org")),
                BounceUseCases.paths(returns),
                Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC));
    }
}
