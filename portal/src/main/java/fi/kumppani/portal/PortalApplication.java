package fi.kumppani.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class PortalApplication {

    /** Takes settings as {@code --name=value}. */
    public static void main(String... arguments) {
        SpringApplication.run(PortalApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return InstantSource.system().withZone(ZoneOffset.UTC);
    }
}
