package fi.kumppani.localstack;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What can be chosen about a local system, by environment ({@code KUMPPANI_PORTS_KAFKA}) or option
 * ({@code --ports.kafka}).
 *
 * @param directory where everything local is kept
 * @param data where the engines keep their data, normally {@code data} in the directory
 * @param kafka bootstrap servers of a broker that runs already and is used instead of the own one
 * @param aotCache whether services record an ahead-of-time cache that makes the next start quicker
 */
@ConfigurationProperties("kumppani")
public record LocalStackSettings(
        @DefaultValue(".local") Path directory,
        @Nullable Path data,
        @DefaultValue Ports ports,
        @Nullable String kafka,
        @DefaultValue Mongodb mongodb,
        @DefaultValue("true") boolean aotCache) {

    /**
     * A document store that runs already and is used instead of the own one.
     *
     * @param uri its connection string, without a database name
     */
    public record Mongodb(@Nullable String uri) {}

    /** Options win over the environment; each option is a setting without its {@code kumppani.}. */
    public static LocalStackSettings from(String... arguments) {
        var options = new SimpleCommandLinePropertySource(arguments);
        Map<String, Object> prefixed = new HashMap<>();
        for (String name : options.getPropertyNames()) {
            String value = options.getProperty(name);
            if (value != null) {
                prefixed.put("kumppani." + name, value);
            }
        }
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("options", prefixed));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bindOrCreate("kumppani", LocalStackSettings.class);
    }

    /** The directory of one engine, made when it is missing. */
    public Path dataOf(String engine) {
        try {
            return Files.createDirectories(dataDirectory().resolve(engine)).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the engines keep their data. */
    public Path dataDirectory() {
        return data != null ? data : directory.resolve("data");
    }

    /** The issuer of every token, which is also the address of the login page. */
    public String issuer() {
        return "http://localhost:" + ports.identity();
    }

    /** The one address people use. */
    public String portalUrl() {
        return "http://localhost:" + ports.portal();
    }
}
