package fi.kumppani.grants;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts grants-service. */
@SpringBootApplication
public class GrantsServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GrantsServiceApplication.class, arguments);
    }
}
