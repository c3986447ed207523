package fi.kumppani.kit.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import fi.kumppani.kit.security.Role;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Mints the tokens that services under test believe, and some that they must not.
 *
 * <pre>{@code
 * Tokens.of("anna").inMunicipality("743").withRoles(Role.COORDINATOR).bearer()
 * }</pre>
 */
public final class Tokens {

    private final String subject;
    private final List<String> municipalities = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private String issuer = TestIssuer.ISSUER;
    private String audience = "kumppani";
    private Duration validFor = Duration.ofMinutes(10);
    private RSAKey key = TestIssuer.KEY;

    private Tokens(String subject) {
        this.subject = subject;
    }

    /** A token for this subject that is good for nothing yet. */
    public static Tokens of(String subject) {
        return new Tokens(subject);
    }

    /** Good in this municipality too. */
    public Tokens inMunicipality(String code) {
        municipalities.add(code);
        return this;
    }

    /** With these roles too. */
    public Tokens withRoles(Role... more) {
        Stream.of(more).map(Role::wireName).forEach(roles::add);
        return this;
    }

    /** With these scopes too. */
    public Tokens withScopes(String... more) {
        scopes.addAll(List.of(more));
        return this;
    }

    /** Issued by somebody else, though signed with the right key. */
    public Tokens issuedBy(String other) {
        issuer = other;
        return this;
    }

    /** Meant for somebody else. */
    public Tokens forAudience(String other) {
        audience = other;
        return this;
    }

    /** Expired ten minutes ago. */
    public Tokens expired() {
        validFor = Duration.ofMinutes(-10);
        return this;
    }

    /** Signed with a key that nobody knows. */
    public Tokens signedWithAnotherKey() {
        key = TestIssuer.newKey(TestIssuer.KEY.getKeyID());
        return this;
    }

    /** The public key that services know, in its encoded form. */
    public byte[] publicKey() {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the header {@code Authorization}. */
    public String bearer() {
        return "Bearer " + token();
    }

    /** The token itself. */
    public String token() {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /** The claims alone, to be signed in a way that must not be believed. */
    public JWTClaimsSet claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(now.plus(validFor)))
                .claim("municipalities", municipalities)
                .claim("roles", roles)
                .claim("scope", String.join(" ", scopes))
                .build();
    }
}
