package fi.kumppani.newsletter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts newsletter-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NewsletterServiceApplication {

    /** Runs until it is told to stop. */
    public static void main(String[] args) {
        var _ = SpringApplication.run(NewsletterServiceApplication.class, args);
    }
}
