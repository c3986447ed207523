package fi.kumppani.kit.confidential;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * The keys that confidential texts are encrypted with; secrets, from the environment only.
 *
 * @param key 32 random bytes in base64; absent for a service that keeps no confidential texts
 * @param previousKeys keys that nothing is encrypted with any more, but older texts may be
 */
@ConfigurationProperties("kumppani.confidential")
record ConfidentialSettings(@Nullable String key, @DefaultValue List<String> previousKeys) {

    @Override
    public String toString() {
        return "ConfidentialSettings[keys=" + (1 + previousKeys.size()) + "]";
    }
}
