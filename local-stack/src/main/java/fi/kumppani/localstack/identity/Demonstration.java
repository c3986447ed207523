package fi.kumppani.localstack.identity;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Who may enter a local system, as {@code demonstration.yml} tells it.
 *
 * @param password the one password of every user
 * @param municipalities names by code and language
 */
public record Demonstration(
        String password,
        Map<String, Map<String, String>> municipalities,
        List<User> users,
        List<Program> programs) {

    /** A role at work in its municipalities; never a real person. */
    public record User(
            String username,
            String subject,
            List<String> roles,
            @DefaultValue List<String> municipalities) {}

    /** A client that asks for tokens in its own name. */
    public record Program(
            String client,
            List<String> scopes,
            @DefaultValue List<String> roles,
            @DefaultValue List<String> municipalities) {}

    /** Reads the resource; fails when it is incomplete. */
    public static Demonstration load() {
        try {
            var sources =
                    new YamlPropertySourceLoader()
                            .load("demonstration", new ClassPathResource("demonstration.yml"));
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("demonstration", Demonstration.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The secret of a client; it protects nothing and says so. */
    public static String secretOf(String client) {
        return "local-only-" + client;
    }

    /** The client whose tokens are those of this user. */
    public static String clientOf(String username) {
        return "api-" + username;
    }
}
