package fi.kumppani.kit.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;

/**
 * The keys that links in mails are signed with; secrets, from the environment only.
 *
 * @param key at least 32 random bytes in base64
 * @param previousKeys keys that new links are no longer signed with, but old ones may be
 */
@ConfigurationProperties("kumppani.links")
record LinkSettings(String key, @DefaultValue List<String> previousKeys) {

    @Override
    public String toString() {
        return "LinkSettings[keys=" + (1 + previousKeys.size()) + "]";
    }
}
