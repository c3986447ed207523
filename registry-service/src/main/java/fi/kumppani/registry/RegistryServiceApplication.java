package fi.kumppani.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The registry of municipalities and associations, and the report over all topics. */
@SpringBootApplication
public class RegistryServiceApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        var _ = SpringApplication.run(RegistryServiceApplication.class, arguments);
    }
}
