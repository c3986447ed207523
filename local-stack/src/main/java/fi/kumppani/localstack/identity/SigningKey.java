package fi.kumppani.localstack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

import fi.kumppani.localstack.OwnerOnlyFile;

import java.nio.file.Path;
import java.text.ParseException;

/** The key that signs tokens, kept so that a restart does not log everybody out. */
final class SigningKey {

    private SigningKey() {}

    static RSAKey in(Path data) {
        String key =
                OwnerOnlyFile.readOrCreate(data.resolve("signing-key.json"), SigningKey::generate);
        try {
            return RSAKey.parse(key);
        } catch (ParseException e) {
            throw new IllegalStateException("Not a key: " + data.resolve("signing-key.json"), e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
