package fi.kumppani.kit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules for a service's {@code application.yml}. A service runs them with {@code class
 * ConfigurationTests extends ConfigurationRules {}}.
 */
public abstract class ConfigurationRules {

    private static final Pattern INPUT =
            Pattern.compile("spring\\.cloud\\.stream\\.bindings\\.(.+-in-\\d+)\\.(.+)");
    private static final Set<String> SECRET_WORDS =
            Set.of("password", "passwd", "secret", "client-secret", "api-key", "private-key");
    private static final Set<String> OPEN_ENDPOINTS =
            Set.of("health", "info", "metrics", "prometheus");

    @Test
    void configurationKeepsTheRules() throws IOException {
        assertThat(violations(read(new ClassPathResource("application.yml")))).isEmpty();
    }

    /** The settings of a file, by their full names. */
    static Map<String, String> read(Resource yaml) throws IOException {
        var settings = new TreeMap<String, String>();
        for (PropertySource<?> source : new YamlPropertySourceLoader().load("rules", yaml)) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                for (String name : enumerable.getPropertyNames()) {
                    settings.put(name, String.valueOf(enumerable.getProperty(name)));
                }
            }
        }
        return settings;
    }

    /** What is wrong with the settings, as sentences. */
    static List<String> violations(Map<String, String> settings) {
        var found = new ArrayList<String>();
        bindings(settings, found);
        settings.forEach(
                (name, value) -> {
                    secrets(name, value, found);
                    logs(name, value, found);
                    endpoints(name, value, found);
                    deadLetters(name, value, found);
                });
        return found;
    }

    private static void bindings(Map<String, String> settings, List<String> found) {
        var inputs = new TreeMap<String, List<String>>();
        for (String name : settings.keySet()) {
            Matcher input = INPUT.matcher(name);
            if (input.matches()) {
                inputs.computeIfAbsent(input.group(1), _ -> new ArrayList<>()).add(input.group(2));
            }
        }
        String definition = settings.get("spring.cloud.function.definition");
        if (definition != null) {
            Arrays.stream(definition.split(";"))
                    .map(String::strip)
                    .forEach(f -> inputs.computeIfAbsent(f + "-in-0", _ -> new ArrayList<>()));
        }
        inputs.forEach(
                (binding, says) -> {
                    for (String needed : List.of("destination", "group")) {
                        if (!says.contains(needed)) {
                            found.add("binding %s must say its %s".formatted(binding, needed));
                        }
                    }
                });
        if (!inputs.isEmpty() && definition == null) {
            found.add("spring.cloud.function.definition must name the functions");
        }
    }

    /** The kit sets retries and dead letters for all bindings; none may take itself out. */
    private static void deadLetters(String name, String value, List<String> found) {
        boolean takesItselfOut =
                name.endsWith(".consumer.common-error-handler-bean-name")
                        || name.endsWith(".consumer.batch-mode")
                        || name.endsWith(".consumer.use-native-decoding")
                        || name.endsWith(".consumer.enable-dlq")
                        || (name.endsWith(".consumer.max-attempts") && value.equals("1"));
        if (name.startsWith("spring.cloud.stream.") && takesItselfOut) {
            found.add(name + " takes a binding out of retries and dead letters");
        }
    }

    private static void secrets(String name, String value, List<String> found) {
        String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean given = !value.isBlank() && !value.matches("\\$\\{[A-Za-z0-9_.-]+:?}");
        if (SECRET_WORDS.stream().anyMatch(last::endsWith) && given) {
            found.add(name + " is a secret, which comes from the environment alone");
        }
        if (value.matches("[a-z+]+://[^/@\\s]+:[^/@\\s]+@.*")) {
            found.add(name + " holds a password in an address");
        }
    }

    private static void logs(String name, String value, List<String> found) {
        boolean loud = value.equalsIgnoreCase("debug") || value.equalsIgnoreCase("trace");
        if (name.startsWith("logging.level.") && loud) {
            found.add(name + " is too loud for every day");
        }
        if ((name.equals("debug") || name.equals("trace")) && !value.equals("false")) {
            found.add(name + " is for one's own machine");
        }
    }

    private static void endpoints(String name, String value, List<String> found) {
        if (!name.startsWith("management.endpoints.web.exposure.include")) {
            return;
        }
        Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(endpoint -> !OPEN_ENDPOINTS.contains(endpoint))
                .forEach(
                        endpoint ->
                                found.add(
                                        "actuator endpoint " + endpoint + " must not be exposed"));
    }
}
