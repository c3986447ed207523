package fi.kumppani.newsletter;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.letter.DomainSignature;
import fi.kumppani.newsletter.municipality.SenderRules;
import fi.kumppani.newsletter.sender.DomainKey;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose letters they are, and how mailboxes are recognised.
 *
 * @param addressKey at least 32 random bytes in base64, a secret from the environment; never
 *     changed, as with another one nobody's subscription would be found
 * @param senderDomain under which municipalities without an address of their own have one
 * @param dkimSelector under which that domain publishes the key its letters are signed with; absent
 *     when the mail server signs them
 * @param dkimKey that key, RSA in PKCS #8 and base64, a secret from the environment
 * @param wishes how long wishes that nobody confirms are kept
 * @param senders addresses by the municipality's code
 */
@Validated
@ConfigurationProperties("kumppani.newsletter")
record NewsletterSettings(
        @NotBlank String addressKey,
        @DefaultValue("example.org") @NotBlank String senderDomain,
        @Nullable String dkimSelector,
        @Nullable String dkimKey,
        @DefaultValue WishSetting wishes,
        @DefaultValue Map<String, SenderSetting> senders) {

    /**
     * How long wishes that nobody confirms are kept.
     *
     * @param forgetAfter more than the seven days in which they can be confirmed
     * @param lookEvery how often they are looked for
     */
    record WishSetting(
            @DefaultValue("14d") Duration forgetAfter, @DefaultValue("6h") Duration lookEvery) {}

    /**
     * The addresses of a municipality.
     *
     * @param address where its letters come from
     * @param replyTo where answers go; the same address when absent
     */
    record SenderSetting(String address, @Nullable String replyTo) {

        SenderRules.Own own() {
            return new SenderRules.Own(
                    new EmailAddress(address),
                    new EmailAddress(replyTo == null ? address : replyTo));
        }
    }

    SenderRules senderRules() {
        return new SenderRules(
                senderDomain,
                signature(),
                senders.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().own())));
    }

    private @Nullable DomainSignature signature() {
        return dkimSelector == null || dkimSelector.isBlank() || dkimKey == null
                ? null
                : new DomainSignature(senderDomain, dkimSelector, DomainKey.read(dkimKey));
    }

    @Override
    public String toString() {
        return "NewsletterSettings[senders=" + senders.keySet() + "]";
    }
}
