package fi.kumppani.newsletter;

import fi.kumppani.newsletter.letter.DomainSignature;
import fi.kumppani.newsletter.municipality.SenderRules;
import fi.kumppani.newsletter.sender.DomainKey;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * Whose letters they are, and how mailboxes are recognised.
 *
 * @param addressKey at least 32 random bytes in base64, a secret from the environment; never
 *     changed, as with another one nobody's subscription would be found
 * @param senderDomain under which municipalities without an address of their own have one
 * @param letterDomain the same for newsletters, such as a domain below it; absent for the same one
 * @param dkimSelector under which that domain publishes the key its letters are signed with; absent
 *     when the mail server signs them
 * @param dkimKey that key, RSA in PKCS #8 and base64, a secret from the environment
 * @param wishes how long wishes that nobody confirms are kept
 */
@Validated
@ConfigurationProperties("kumppani.newsletter")
record NewsletterSettings(
        @NotBlank String addressKey,
        @DefaultValue("example.org") @NotBlank String senderDomain,
        @Nullable String letterDomain,
        @Nullable String dkimSelector,
        @Nullable String dkimKey,
        @DefaultValue WishSetting wishes) {

    /**
     * How long wishes that nobody confirms are kept.
     *
     * @param forgetAfter more than the seven days in which they can be confirmed
     * @param lookEvery how often they are looked for
     */
    record WishSetting(
            @DefaultValue("14d") Duration forgetAfter, @DefaultValue("6h") Duration lookEvery) {}

    SenderRules senderRules() {
        return new SenderRules(
                senderDomain,
                letterDomain == null || letterDomain.isBlank() ? senderDomain : letterDomain,
                signature());
    }

    private @Nullable DomainSignature signature() {
        return dkimSelector == null || dkimSelector.isBlank() || dkimKey == null
                ? null
                : new DomainSignature(senderDomain, dkimSelector, DomainKey.read(dkimKey));
    }

    @Override
    public String toString() {
        return "NewsletterSettings[" + senderDomain + "]";
    }
}
