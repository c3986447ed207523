package fi.kumppani.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.UrlResource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class DemonstrationLooksTests {

    @TempDir Path directory;

    @Test
    void laysWhatItsSettingsNameEachTime() throws IOException {
        Map<String, String> environment = DemonstrationLooks.environment(directory);
        assertThat(DemonstrationLooks.environment(directory)).isEqualTo(environment);

        var sources = new MutablePropertySources();
        sources.addLast(
                new SystemEnvironmentPropertySource("environment", new HashMap<>(environment)));
        String settingsFile = environment.getOrDefault("SPRING_CONFIG_ADDITIONALLOCATION", "");
        new YamlPropertySourceLoader()
                .load("looks", new UrlResource(settingsFile))
                .forEach(sources::addLast);
        var settings = new PropertySourcesPropertyResolver(sources);
        for (String code : new String[] {"743", "052", "179", "980"}) {
            String look = "kumppani.looks." + code;
            assertThat(settings.getProperty(look + ".name.fi")).endsWith(" yhdistykset");
            assertThat(Path.of(settings.getRequiredProperty(look + ".logo")))
                    .exists()
                    .satisfies(file -> assertThat(Files.readString(file)).startsWith("<svg "));
        }
    }
}
