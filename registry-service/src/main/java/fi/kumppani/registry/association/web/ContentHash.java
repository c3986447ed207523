package fi.kumppani.registry.association.web;

import fi.kumppani.registry.association.BusinessId;
import fi.kumppani.registry.association.Facts;
import fi.kumppani.registry.association.MailContact;
import fi.kumppani.registry.association.RegisterNumber;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** Tells whether an imported row says the same as before, however it was written. */
final class ContentHash {

    private ContentHash() {}

    /**
     * SHA-256 over the facts, and the contact if there is one; must never change, as it is compared
     * with what was kept before.
     */
    static String of(Facts facts, Optional<MailContact> contact) {
        String ofFacts = of(facts);
        return contact.map(known -> sha256(ofFacts, known.email().value(), known.language().code()))
                .orElse(ofFacts);
    }

    private static String of(Facts facts) {
        return sha256(
                facts.name().fi(),
                facts.name().sv(),
                facts.name().en(),
                facts.businessId().map(BusinessId::value).orElse(null),
                facts.registerNumber().map(RegisterNumber::value).orElse(null),
                facts.form().code(),
                facts.purposeClass().map(c -> String.valueOf(c.number())).orElse(null),
                String.join(",", facts.themes()),
                String.valueOf(facts.active()));
    }

    private static String sha256(@Nullable String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts)
                    .map(part -> Objects.requireNonNullElse(part, ""))
                    .forEach(
                            part ->
                                    digest.update(
                                            (part.length() + ":" + part)
                                                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
